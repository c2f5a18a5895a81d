"""What the screens can do, done from a shell: each action by name, and what it says when it cannot."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.learning.practice import SENTENCES
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.experiment import Choice, Decision, Experiment
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.review import Review
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from tests.builders import (
    NOW,
    TODAY,
    make_attempt,
    make_entry,
    make_experiment,
    make_habit,
    make_improvement,
    make_reframed,
    make_review,
    make_task,
)
from tests.commands.conftest import Lines, Shell, fine


def test_a_habit_of_ones_own_is_added_reworded_and_archived(shell: Shell) -> None:
    fine(shell, "habits", "add", "Keeping score", "Each slip goes on a list.")
    fine(shell, "habits", "question", "keeping", "Who reads it?")
    fine(shell, "habits", "rename", "keeping", "The list")
    fine(shell, "habits", "archive", "The list")
    (habit,) = shell.open().all(OwnHabit)
    assert (habit.name, habit.definition, habit.question) == ("The list", "Each slip goes on a list.", "Who reads it?")
    assert "The list" not in fine(shell, "habits").out
    assert "The list · archived" in fine(shell, "habits", "--all").out
    assert "Who reads it?" in fine(shell, "learn", "the list").out
    assert shell("habits", "add", "moralising").sentence == "There is a habit called “moralising” already."


def test_an_experiment_takes_notes_corrections_more_time_and_a_next_round(shell: Shell, lines: Lines) -> None:
    fresh = make_experiment(id="xxxx1", started_at=NOW - timedelta(minutes=2))
    due = make_experiment(id="yyyy1", started_at=NOW - timedelta(days=20), deadline=TODAY - timedelta(days=1))
    ended = make_experiment(id="zzzz1", decision=Decision(choice=Choice.STOP, decided_at=NOW - timedelta(days=9)))
    shell.keep(fresh, due, ended)
    fine(shell, "experiments", "note", "yyyy1", "She waited.")
    fine(shell, "experiments", "correct", "xxxx1", "probability", "60")
    fine(shell, "experiments", "extend", "yyyy1", "1 week", "No meeting until then.")
    fine(shell, "experiments", "withdraw", "xxxx1", "It was cancelled.")
    fine(shell, "experiments", "next", "zzzz1", stdin=lines("before she asks", "breathe out"))
    journal = shell.open()
    assert [each.text for each in journal.find(Experiment, "yyyy1").notes] == ["She waited."]
    assert journal.find(Experiment, "yyyy1").deadline == TODAY + timedelta(days=7)
    assert journal.find(Experiment, "xxxx1").probability == 60
    following = next(each for each in journal.all(Experiment) if each.round == 2)
    assert (following.cue, following.action) == ("before she asks", "breathe out")
    again = shell("experiments", "extend", "yyyy1", "2 weeks", "More.")
    assert (again.code, again.sentence) == (1, "It has been extended once. Keep, change, stop or overhaul.")
    assert shell("experiments", "correct", "xxxx1", "deadline", "fri").code == 2
    listed = fine(shell, "experiments").out
    assert listed.index("Running, 1 of 3") < listed.index("Not started") < listed.index("Ended")


def test_the_tasks_are_tended(shell: Shell, lines: Lines) -> None:
    levels = ("a friend", "a shop", "an office")
    shell.keep(
        make_task("answer the phone", id="tttt1", levels=levels, in_focus=True),
        make_task("ring up", id="uuuu1", levels=levels),
        make_attempt("tttt1", id="aaaa1", done=Doing.NO),
        make_improvement("Breathe.", id="iiii1", task_id="tttt1"),
    )
    line = fine(shell, "task", "again", "Write it down.").out.strip()
    fine(shell, "task", "reword", line, "Write the first word down.")
    fine(shell, "task", "archive", "iiii1")
    fine(shell, "task", "try", "aaaa1", stdin=lines("y", "3", "", "It rang twice.", ""))
    fine(shell, "task", "edit", stdin=lines("answer calls", "", "talks"))
    fine(shell, "task", "plan", "2", stdin=lines("it rings"))
    fine(shell, "task", "focus", "ring")
    journal = shell.open()
    assert {each.text: bool(each.archived_at) for each in journal.all(Improvement)} == {
        "Breathe.": True, "Write the first word down.": False
    }  # fmt: skip
    attempt = journal.find(Attempt, "aaaa1")
    assert (attempt.done, attempt.difficulty_after, attempt.note) == (Doing.YES, 30, "It rang twice.")
    task = journal.find(Task, "tttt1")
    assert (task.name, task.levels, task.in_focus) == ("answer calls", levels, False)
    assert journal.get(Situation, task.situation_id)
    (plan,) = journal.all(Experiment)
    assert (plan.action, plan.cue) == ("a shop", "it rings")
    assert "in focus: ring up" in fine(shell, "task", "show", "answer").out
    fine(shell, "task", "archive", "answer")
    fine(shell, "task", "back", "answer")
    assert shell("task", "plan", "9").sentence == "“9” is no level of this task; they go from 1 to 3."


def test_a_month_takes_a_note(shell: Shell) -> None:
    shell.keep(make_entry(), make_review("2026-01"))
    fine(shell, "review", "2026-01", "--note", "Fewer meetings.")
    assert {each.month: each.note for each in shell.open().all(Review)}["2026-01"] == "Fewer meetings."
    assert shell("review", "--note", "x").code == 2


def test_today_keeps_a_long_slip_to_a_line_or_two(shell: Shell) -> None:
    fine(shell, "slip", "word " * 2000)
    assert len(fine(shell, "today").out) < 1000


def test_a_plan_without_words_of_its_own_is_named_by_the_assumption_it_tests(shell: Shell) -> None:
    shell.keep(
        Assumption(id="aaaa1", text="Nobody reads my notes"),
        make_experiment(id="xxxx1", cue="", action="", assumption_id="aaaa1", started_at=None, deadline=None),
    )
    for words in ("today", "experiments"):
        assert "not started · Nobody reads my notes" in fine(shell, words).out


def test_today_says_what_the_first_screen_shows(shell: Shell) -> None:
    shell.keep(
        make_experiment(id="xxxx1", action="wait", started_at=NOW - timedelta(days=9), deadline=TODAY),
        make_entry("Lost my place.", id="eeee1"),
        make_task("answer the phone", in_focus=True),
    )
    fine(shell, "today", "notice", "when I hear always")
    out = fine(shell, "today").out
    assert out.startswith("Thursday 5 March\n")
    for words in ("xxxx1  today · wait", "eeee1  today · Lost my place.", "The one task: answer the phone",
                  "To notice next: when I hear always"):  # fmt: skip
        assert words in out
    fine(shell, "today", "noticed")
    assert shell.open().all(NoticingPlan)[0].tried_at
    assert shell("today", "noticed").code == 1


def test_practice_asks_every_sentence_and_stores_nothing(shell: Shell) -> None:
    out = fine(shell, "practice", stdin="w\n1\n<\nm\n" + "\n" * 60).out
    assert out.count("\n1 of 24\n") == 2
    assert all(f"“{each.text}”" in " ".join(out.split()) for each in SENTENCES)
    assert "We hear it so too: about the whole person." in out
    assert "That was the last one." in out
    assert not shell.journal.exists()


def test_a_page_that_is_not_there_is_answered_with_one_that_is(shell: Shell) -> None:
    shell.keep(make_habit("the courtroom"))
    assert "What is not known" in fine(shell, "learn", "months").out
    assert fine(shell, "learn", "mind-reading").out == fine(shell, "learn", "Reading", "minds").out
    assert shell("learn", "mnths").sentence == "There is no page “mnths”; did you mean “months”?"


def test_a_story_is_told_as_an_experiment(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"), make_experiment(entry_id="aaaa1"))
    out = fine(shell, "show", "aaaa1", "--told").out
    assert out.startswith("What happened: ")
    assert "I tried: " in out


def test_a_search_is_kept_found_replaced_and_forgotten(shell: Shell) -> None:
    shell.keep(make_entry("Late again.", tags=("work",)), make_entry("Late once.", tags=("home",)))
    fine(shell, "searches", "save", "At work", "tag:home")
    fine(shell, "searches", "save", "at work", "-tag:home", "late")
    assert fine(shell, "searches").out == "at work · -tag:home late\n"
    found = fine(shell, "searches", "find", "AT WORK").out
    assert "Late again." in found
    assert "once" not in found
    assert shell("searches", "forget", "at wrok").sentence == "No search is called “at wrok”; did you mean “at work”?"
    fine(shell, "searches", "forget", "at work")
    assert fine(shell, "searches", "--json").json == []
    assert shell("searches", "save", "x", "after:nonsense").code == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("edit", "{id}", "sting", "8"), 2),
        (("edit", "{id}", "when", "tomorrow"), 2),
        (("edit", "{id}", "scope", "x"), 2),
        (("edit", "{id}", "habits", "nosuch"), 1),
        (("slip", "I was late.", "--sting", "45"), 2),
        (("slip", "I was late.", "--when", "tomorrow"), 2),
        (("experiments", "extend", "{id}", "yesterday", "no meeting yet"), 2),
        (("look-back", "--month", "2026-13"), 2),
        (("look-back", "--month", "2099-01"), 1),
        (("review", "2026-13"), 2),
        (("review", "2025-01"), 1),
        (("import", "slips.csv", "--columns", "nosuch=Text"), 2),
        (("import", "nosuch.csv"), 1),
        (("when", "someday"), 1),
        (("show", "nosuch"), 1),
    ],
)
def test_a_value_that_cannot_be_right_is_wrong_usage_and_what_is_not_there_could_not_be(
    shell: Shell, words: tuple[str, ...], code: int
) -> None:
    shell.keep(entry := make_reframed())
    done = shell(*(word.format(id=entry.id) for word in words))
    assert done.code == code
    assert done.sentence
