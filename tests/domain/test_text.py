"""Text is cleaned on its way in and made harmless on its way out."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalibrate.domain.text import clean_text, display_safe

ANY = st.text(st.characters(codec=None) | st.sampled_from("\u202e\u2066\u2069\u200f\x1b\x9b\x00\r\ud800"))


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\0b", "ab"),
        ("\ufeffa", "a"),
        ("e\u0301", "é"),
        ("a\ud800b", "a\ufffdb"),
        ("\ud83d\ude00", "😀"),
        ("\x1b[31m \u202e👨‍👩‍👧", "\x1b[31m \u202e👨‍👩‍👧"),
        ("  two  spaces\t", "  two  spaces\t"),
    ],
)
def test_text_is_kept_clean_and_otherwise_as_given(given_text: str, kept: str) -> None:
    assert clean_text(given_text) == kept


@given(ANY)
def test_clean_text_is_utf_8_without_nul_and_cleaning_again_changes_nothing(text: str) -> None:
    cleaned = clean_text(text)
    cleaned.encode()
    assert not set(cleaned) & set("\0\r")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean_text(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ä 😀", "plain ä 😀"),
        ("\x1b[31mred", "␛[31mred"),
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇"),
        ("a\x9b31m", "a\ufffd31m"),
        ("bell\x07 del\x7f nul\0 cr\r", "bell␇ del␡ nul␀ cr␍"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a\u2028b", "a⏎b"),
        ("a\ud800", "a\ufffd"),
    ],
)
def test_control_characters_are_shown_never_sent(text: str, shown: str) -> None:
    assert display_safe(text) == shown


def test_a_turned_direction_ends_with_its_line() -> None:
    assert display_safe("a\u202eb\nc") == "\u2068a\u202eb\u202c\u2069\nc"
    assert display_safe("a\u2069\u202cb") == "ab"


@given(ANY)
def test_nothing_that_a_terminal_would_obey_is_left(text: str) -> None:
    shown = display_safe(text)
    shown.encode()
    for character in shown:
        assert unicodedata.category(character) != "Cc" or character in "\t\n"
    for line in shown.split("\n"):
        assert sum(map(line.count, "\u202a\u202b\u202d\u202e")) == line.count("\u202c")
        assert sum(map(line.count, "\u2066\u2067\u2068")) == line.count("\u2069")


@given(ANY)
def test_making_safe_again_stays_safe(text: str) -> None:
    assert set(display_safe(display_safe(text))) <= set(display_safe(text))
