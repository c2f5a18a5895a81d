from __future__ import annotations

from datetime import date
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.search import Query, Words, fold, highlights, parse
from recalibrate.domain.search.folding import fold_with_origins

TODAY = date(2026, 11, 22)


def marked(text: str, typed: str) -> list[str]:
    query = parse(typed, TODAY)
    assert isinstance(query, Query)
    return [text[start:end] for start, end in highlights(text, query)]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("STRASSE Straße", "strasse strasse"),
        ("ﬁne Œuvre Ærø", "fine oeuvre aero"),
        ("Łódź İstanbul ısı", "lodz istanbul isi"),
        ("don’t — “so”", 'don\'t - "so"'),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("wait…", "wait..."),
        ("a\u00adb\u200bc", "abc"),
        ("a \n\t b", "a b"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_what_looks_alike_folds_alike(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_text_of_many_letters_beyond_ascii_folds_like_a_short_one() -> None:
    letters = "".join(map(chr, range(0x410, 0x460))) + "ÉÀÜ" + "".join(map(chr, range(0x391, 0x3A1)))
    assert fold(letters) == "".join(fold(letter) for letter in letters)


def test_a_voiced_kana_stays_another_letter() -> None:
    assert fold("が") != fold("か")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_folding_again_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(min_codepoint=0x41, max_codepoint=0x24F), max_size=20))
def test_letters_with_accents_fold_the_same_however_they_are_stored(text: str) -> None:
    assert fold(normalize("NFC", text)) == fold(normalize("NFD", text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=20))
def test_each_folded_character_knows_where_it_came_from(text: str) -> None:
    folded, origins = fold_with_origins(text)
    assert folded.strip(" ") == fold(text)
    assert len(folded) == len(origins)
    assert origins == sorted(origins)


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("Die Straße hinauf", "strasse", ["Straße"]),
        ("Die Straße hinauf", "s", ["S", "ß"]),
        ("Un cafe\u0301 noir", "café", ["cafe\u0301"]),
        ("Un café noir", "cafe noir", ["café", "noir"]),
        ("He ﬁnds it", "fin", ["ﬁn"]),
        ("Well 👩🏽‍🚀, again", "again", ["again"]),
        ("A ❤️ here", "❤", ["❤️"]),
        ("in  front\nof her", '"front of"', ["front\nof"]),
        ("You’re late", "you're", ["You’re"]),
        ("banana", "ana nan", ["anana"]),
        ("mail and mail", "-mail and", ["and"]),
        ("nothing here", "scope:local", []),
    ],
)
def test_matches_are_marked_in_the_text_as_it_is(text: str, typed: str, expected: list[str]) -> None:
    assert marked(text, typed) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.text(min_size=1, max_size=4).filter(lambda text: bool(fold(text))))
def test_a_text_is_marked_exactly_when_it_matches(text: str, word: str) -> None:
    spans = highlights(text, Query((Words(word),)))
    assert bool(spans) == (fold(word) in fold(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] < after[0] for before, after in pairwise(spans))
