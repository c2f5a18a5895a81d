from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.commands.plain.asking import typed_rating
from recalibrate.domain.records.entry import Entry
from tests.commands.conftest import Lines, Shell


def test_a_lone_dot_parks(shell: Shell, lines: Lines) -> None:
    assert shell("reframe", "--plain", stdin=lines("I was late.", ".")).code == 0
    assert shell.open().all(Entry)[0].what_happened == "I was late."


def test_wrong_answers_are_asked_again_with_the_reason(shell: Shell, lines: Lines) -> None:
    answers = lines("I was late.", "tomorrow", "yesterday", "", "", "55", "x", "50", ".")
    done = shell("reframe", "--plain", stdin=answers)
    assert done.out.count("0 to 100 in tens") == 2
    (entry,) = shell.open().all(Entry)
    assert entry.sting == 50
    assert entry.happened_on == shell.now.date() - timedelta(days=1)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("8", 80), ("0", 0), ("1", 10), ("t", 100), ("T", 100), ("10", 10), ("80", 80), ("80%", 80), ("100", 100),
     ("08", None), ("55", None), ("110", None), ("-5", None), ("٣", None), ("ten", None)],
)  # fmt: skip
def test_a_rating_takes_the_keys_of_the_screen_and_nothing_that_could_be_two_values(
    typed: str, value: int | None
) -> None:
    assert typed_rating(typed.removesuffix("%")) == value


def test_rather_not_leaves_a_rating_empty(shell: Shell, lines: Lines) -> None:
    shell("reframe", "--plain", stdin=lines("I was late.", "", "", "", "8", "<", "", "", "", "", "-", "."))
    assert shell.open().all(Entry)[0].sting is None


def test_long_answers_go_on_after_a_backslash(shell: Shell, lines: Lines) -> None:
    shell("reframe", "--plain", stdin=lines("first line\\", "second line", "."))
    assert shell.open().all(Entry)[0].what_happened == "first line\nsecond line"


def test_help_is_a_question_mark(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines("?", "I was late.", "."))
    assert "talk to a professional" in " ".join(done.out.split())
    assert shell.open().all(Entry)[0].what_happened == "I was late."


def test_between_ideas_the_signs_are_no_ideas_and_what_was_written_is_kept(shell: Shell, lines: Lines) -> None:
    slip = ("I lost my place.", *4 * ("",), "I always do.", "", "", "", "This time I skipped a slide.", "")
    done = shell("reframe", "--plain", stdin=lines(*slip, "count to three", "?", "ask first", "."))
    assert done.code == 0
    (entry,) = shell.open().all(Entry)
    assert [each.text for each in entry.ideas] == ["count to three", "ask first"]
    assert "Kept as far as it went." in done.out
    assert "Parked." not in done.out
    again = shell("reframe", "--plain", stdin=lines(*slip, "count to three", "<", "", "", "-", "."))
    assert "This time I skipped a slide." in again.out.rpartition("5 of 8")[2]


def test_habits_are_taken_by_number_name_and_usual_name_and_a_wrong_one_is_named_alone(
    shell: Shell, lines: Lines
) -> None:
    slip = ("I lost my place.", *4 * ("",), "Everything went wrong.", "", "")
    answers = lines(*slip, "l", "1, Mind-reading, nosuch", "mind reading, labeling", ".")
    done = shell("reframe", "--plain", stdin=answers)
    (entry,) = shell.open().all(Entry)
    assert entry.habits == ("mind_reading", "labelling")
    assert "There is no habit “nosuch”" in done.out
    assert done.out.count("Reading minds:") <= 2


def test_an_empty_first_answer_is_told_at_once(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines("", "."))
    assert "A few words are enough" in done.out
    assert "When?" not in done.out


def test_a_question_inside_a_prompt_has_help_of_its_own(shell: Shell, lines: Lines) -> None:
    done = shell("reframe", "--plain", stdin=lines("I was late.", "?", "."))
    assert "yesterday" in done.out.partition("When?")[2]
    assert "camera" not in done.out.partition("When?")[2]
