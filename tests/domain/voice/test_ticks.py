import pytest

from recalibrate.domain.voice.ticks import Ticks, absolutes, ticks


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Ticks(False, False, False)),
        ("I'm an idiot", Ticks(False, False, False)),
        ("I misread the question", Ticks(False, True, False)),
        ("At the meeting", Ticks(True, False, False)),
        ("Maybe", Ticks(False, False, True)),
        ("I lost my place when she asked about the budget.", Ticks(True, True, False)),
        ("This time I skipped a slide, perhaps because I was tired.", Ticks(True, True, True)),
        ("This time I froze because of a question", Ticks(True, True, False)),
        ("This time, Mira, you answered too fast; it seems you were nervous.", Ticks(True, True, True)),
    ],
)
def test_each_tick_appears_as_it_becomes_true(text: str, expected: Ticks) -> None:
    assert ticks(text) == expected


def test_somebody_elses_quoted_words_tick_nothing() -> None:
    assert ticks("He: “Maybe I missed it yesterday.”") == Ticks(False, False, False)


def test_a_remaining_absolute_is_found_where_it_stands() -> None:
    text = "This time I forgot the key, as I always do"
    assert [(cue.text, text[cue.start : cue.end]) for cue in absolutes(text)] == [("always", "always")]


def test_words_inside_a_longer_absolute_are_not_marked_twice() -> None:
    found = absolutes("I'll never be good at this")
    assert len(found) == 1


def test_an_absolute_that_is_fine_for_me_stays_unmarked() -> None:
    assert absolutes("I always forget", dismissed=frozenset({"always"})) == ()


def test_a_plain_observation_has_no_absolutes() -> None:
    assert absolutes("I skipped the second slide because I was rushing") == ()
