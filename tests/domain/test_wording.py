from __future__ import annotations

from datetime import date

import pytest

from recalibrate.domain.wording import as_sentence, beliefs_in_words, counted, listed, long_day, number_word


def test_counts_are_words_up_to_ten() -> None:
    assert [number_word(count) for count in (0, 3, 10, 11)] == ["no", "three", "ten", "11"]


def test_a_count_takes_its_noun_along() -> None:
    assert [counted(1, "day"), counted(0, "day"), counted(2, "try", "tries")] == ["1 day", "0 days", "2 tries"]


def test_a_date_shows_its_year_only_when_it_is_another() -> None:
    assert long_day(date(2026, 3, 14), date(2026, 12, 31)) == "14 March"
    assert long_day(date(2026, 12, 31), date(2027, 1, 1)) == "31 December 2026"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [(" ", ""), ("so it\nwent ", "so it went."), ("why?", "why?"), ('"Yes."', '"Yes."'), ("yes", "yes.")],
)
def test_a_line_ends_like_a_sentence(text: str, sentence: str) -> None:
    assert as_sentence(text) == sentence


def test_a_list_reads_aloud() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")] == [
        "",
        "a",
        "a and b",
        "a, b or c",
    ]


@pytest.mark.parametrize(
    ("rated", "words"),
    [
        ((70, 40, None), ("felt", "70 → 40")),
        ((70, None, 30), ("felt", "70 → 30")),
        ((70, None, None), ("felt", "70")),
        ((None, 30, None), ("after", "30")),
        ((None, None, 20), ("later", "20")),
        ((None, None, None), ("", "")),
    ],
)
def test_a_belief_given_only_afterwards_is_not_said_to_have_been_felt(
    rated: tuple[int | None, ...], words: tuple[str, str]
) -> None:
    assert beliefs_in_words(*rated) == words
