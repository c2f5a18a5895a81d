"""What the screens can do, done from a shell: each action by name, and what it says when it cannot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from recalibrate.domain.learning.practice import SENTENCES
from recalibrate.domain.records.company import Meeting, Moment, MomentKind, Person
from recalibrate.domain.records.entry import Entry, Precision, Scope
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
    make_moment,
    make_person,
    make_rating,
    make_reframed,
    make_review,
    make_situation,
    make_task,
)
from tests.commands.conftest import Done, Shell

Lines = Callable[..., str]


def _done(shell: Shell, *words: str, stdin: str = "") -> Done:
    done = shell(*words, stdin=stdin)
    assert (done.code, done.err) == (0, "")
    return done


def test_a_situation_is_renamed_merged_taken_apart_and_archived(shell: Shell) -> None:
    shell.keep(make_situation("talks", id="talk"), make_situation("questions in meetings", id="meet"))
    shell.keep(make_entry(id="e1", situation_id="talk"))
    _done(shell, "situations", "rename", "talks", "speaking")
    _done(shell, "situations", "merge", "speaking", "meetings")
    assert _done(shell, "situations").out == "    1  questions in meetings\n"
    assert "with speaking, merged into it" in _done(shell, "situations", "show", "meetings").out
    _done(shell, "situations", "unmerge", "speaking")
    assert shell.open().get(Situation, "talk").merged_into is None  # type: ignore[union-attr]  # it was kept above
    _done(shell, "situations", "archive", "speaking")
    assert "speaking" not in _done(shell, "situations").out
    _done(shell, "situations", "back", "speaking")
    assert "speaking" in _done(shell, "situations").out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["rename", "talks"], 2, "`recalibrate situations rename` takes NAME NEW."),
        (
            ["rename", "talks", "a", "b"],
            2,
            "`recalibrate situations rename` takes NAME NEW; put quotes around words that belong together.",
        ),
        (["rename", "talk", "Meetings"], 1, "There is a “Meetings” already; `recalibrate situations merge` makes the "
         "two one."),
        (["rename", "tlaks", "x"], 1, "There is no “tlaks” among the situations; did you mean “talks”?"),
        (["merge", "talks", "talks"], 1, "These two are one already."),
        (["unmerge", "talks"], 1, "There is no “talks” among the merged situations; none has a name like it."),
        (["archive", ""], 1, "There is no “” among the situations; none has a name like it."),
    ],
)  # fmt: skip
def test_what_cannot_be_done_with_a_situation_is_one_sentence(
    words: list[str], code: int, sentence: str, shell: Shell
) -> None:
    shell.keep(make_situation("talks"), make_situation("meetings"))
    done = shell("situations", *words)
    assert (done.code, done.sentence) == (code, sentence)


def test_a_person_is_added_changed_and_put_away(shell: Shell) -> None:
    id = _done(shell, "people", "add", "M. K.", "curious").out.strip()
    _done(shell, "people", "meets", "m.", "not-sure")
    _done(shell, "people", "rename", "M. K.", "Em")
    _done(shell, "people", "archive", "Em")
    assert _done(shell, "people").out == ""
    _done(shell, "people", "back", "Em")
    person = shell.open().get(Person, id)
    assert person
    assert (person.alias, person.meets, person.archived_at) == ("Em", Meeting.NOT_SURE, None)
    assert shell("people", "add", "em").sentence == "Someone has that alias already. Add a letter."
    assert shell("people", "meets", "Em", "kindly").code == 2


def test_a_moment_is_noted_line_by_line_and_told_again_with_its_words_offered(shell: Shell, lines: Lines) -> None:
    answers = lines("2", "She laughed and handed me a cloth.", "L.", "A cloth before a comment.", "yesterday")
    id = _done(shell, "people", "note", stdin=answers).out.splitlines()[-1]
    journal = shell.open()
    moment = journal.get(Moment, id)
    assert moment
    assert (moment.kind, moment.borrow) == (MomentKind.MET_ME, "A cloth before a comment.")
    assert moment.happened_at
    assert moment.happened_at.date() == TODAY - timedelta(days=1)
    assert [each.alias for each in journal.all(Person)] == ["L."]
    _done(shell, "people", "note", id[:8], stdin=lines("", "", "-", "", ""))
    again = shell.open().get(Moment, id)
    assert again
    assert (again.kind, again.person_id, again.what_happened) == (moment.kind, None, moment.what_happened)
    assert "nobody in particular" in _done(shell, "people").out
    assert shell("people", "note", stdin="1\n").sentence == "Nothing was written, so nothing is kept."


def test_a_day_that_cannot_be_read_is_asked_for_alone_and_what_was_typed_waits(shell: Shell, lines: Lines) -> None:
    left = shell("people", "note", stdin=lines("1", "She named it.", "M.", "Go on.", "tomorrow"))
    assert left.code == 1
    assert "is kept" in left.sentence
    assert left.out.count("still to come") == 1
    assert left.out.count("What kind of moment") == 1
    id = _done(shell, "people", "note", stdin=lines("", "", "", "", "yesterday")).out.splitlines()[-1]
    moment = shell.open().get(Moment, id)
    assert moment
    assert (moment.what_happened, moment.borrow) == ("She named it.", "Go on.")
    assert shell("people", "note").sentence == "Nothing was written, so nothing is kept."


def test_a_habit_of_ones_own_is_added_reworded_and_archived(shell: Shell) -> None:
    _done(shell, "habits", "add", "Keeping score", "Each slip goes on a list.")
    _done(shell, "habits", "question", "keeping", "Who reads it?")
    _done(shell, "habits", "rename", "keeping", "The list")
    _done(shell, "habits", "archive", "The list")
    (habit,) = shell.open().all(OwnHabit)
    assert (habit.name, habit.definition, habit.question) == ("The list", "Each slip goes on a list.", "Who reads it?")
    assert "The list" not in _done(shell, "habits").out
    assert "The list · archived" in _done(shell, "habits", "--all").out
    assert "Who reads it?" in _done(shell, "learn", "the list").out
    assert shell("habits", "add", "moralising").sentence == "There is a habit called “moralising” already."


def test_tags_are_added_renamed_and_taken_away(shell: Shell) -> None:
    shell.keep(make_entry(id="aaaa1"), make_entry(id="bbbb1", tags=("late",)))
    _done(shell, "tags", "add", "Work", "aaaa1", "bbbb1")
    _done(shell, "tags", "rename", "work", "job")
    _done(shell, "tags", "remove", "job", "bbbb1")
    assert {each.id: each.tags for each in shell.open().all(Entry)} == {"aaaa1": ("job",), "bbbb1": ("late",)}
    assert _done(shell, "tags").out.split() == ["1", "job", "1", "late"]
    assert shell("tags", "remove", "jbo").sentence == "No entry has the tag “jbo”; did you mean job?"


def test_what_is_deleted_lies_in_the_bin_comes_back_or_goes_for_good(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"), make_experiment(id="xxxx1", entry_id="aaaa1"), make_person("M.", id="pppp1"))
    assert "with 1 record that hung on it" in _done(shell, "delete", "aaaa1").out
    _done(shell, "delete", "pppp1")
    assert [line.split()[0] for line in _done(shell, "bin").out.splitlines()] == ["aaaa1", "pppp1"]
    assert "with 1 more" in _done(shell, "bin", "restore", "aaaa1").out
    assert shell.open().get(Experiment, "xxxx1")
    assert shell("bin", "purge", "pppp1", stdin="\n").sentence == "Nothing was taken out."
    _done(shell, "bin", "purge", "pppp1", stdin="y\n")
    _done(shell, "delete", "aaaa1")
    assert shell("bin", "empty").sentence == "Nothing was taken out."
    _done(shell, "bin", "empty", stdin="y\n")
    assert _done(shell, "bin", "--json").json == []
    assert _done(shell, "bin", "empty").out == "The bin is empty.\n"


def test_what_has_started_or_stands_in_focus_is_not_deleted(shell: Shell) -> None:
    shell.keep(make_experiment(id="xxxx1"), make_task(id="tttt1", in_focus=True))
    assert shell("delete", "xxxx1").sentence.startswith("It has started")
    assert shell("delete", "tttt1").sentence.startswith("The task in focus")
    assert shell("delete").code == 2


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("what_happened", "I was late.", "I was late."),
        ("observation", "-5 degrees, and the bus stood.", "-5 degrees, and the bus stood."),
        ("tags", "Work, late night", ("work", "late-night")),
        ("sting", "80", 80),
        ("habits", "Reading palms, should", None),
        ("habits", "Mind reading, should", ("mind_reading", "should")),
        ("habits", "moralising,Reading minds", ("moralising", "mind_reading")),
        ("habits", "", ()),
        ("situation", "", None),
    ],
)
def test_a_field_of_an_entry_takes_what_is_typed(field: str, text: str, value: object, shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1", situation_id="s"), make_situation(id="s"))
    done = shell("edit", "aaaa1", field, text)
    entry = shell.open().all(Entry)[0]
    if value is None and field == "habits":
        assert (done.code, done.sentence.startswith("There is no habit “Reading palms”")) == (1, True)
        return
    assert (done.code, done.err) == (0, "")
    assert getattr(entry, "situation_id" if field == "situation" else field) == value


def test_an_edit_says_when_it_was_what_the_voice_is_about_and_can_be_taken_back(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"))
    _done(shell, "edit", "aaaa1", "when", "yesterday 09:15")
    _done(shell, "edit", "aaaa1", "scope", "local")
    _done(shell, "edit", "aaaa1", "situation", "talks")
    journal = shell.open()
    entry = journal.all(Entry)[0]
    assert entry.happened_at == (NOW - timedelta(days=1)).replace(hour=9, minute=15)
    assert entry.voice
    assert entry.voice.scope is Scope.LOCAL
    assert [each.name for each in journal.all(Situation)] == ["talks"]
    _done(shell, "edit", "aaaa1", "when", "2 march")
    assert shell.open().all(Entry)[0].precision is Precision.DAY
    history = _done(shell, "edit", "aaaa1", "--history").out.splitlines()
    assert len(history) == 4
    _done(shell, "edit", "aaaa1", "--bring-back", "1")
    assert shell.open().all(Entry)[0].happened_at == entry.happened_at
    assert "situation      talks" in _done(shell, "edit", "aaaa1").out
    assert shell("edit", "aaaa1", "--bring-back", "99").code == 1
    assert shell("edit", "aaaa1", "observatoin", "x").sentence.endswith("did you mean observation?")


def test_stdin_is_the_text_where_none_is_given(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"))
    _done(shell, "edit", "aaaa1", "ideas", stdin="Print it large\n> Say the month\n")
    ideas = shell.open().all(Entry)[0].ideas
    assert [(each.text, each.chosen) for each in ideas] == [("Print it large", False), ("Say the month", True)]
    assert shell("edit", "aaaa1", "voice").code == 2


def test_an_experiment_takes_notes_corrections_more_time_and_a_next_round(shell: Shell, lines: Lines) -> None:
    fresh = make_experiment(id="xxxx1", started_at=NOW - timedelta(minutes=2))
    due = make_experiment(id="yyyy1", started_at=NOW - timedelta(days=20), deadline=TODAY - timedelta(days=1))
    ended = make_experiment(id="zzzz1", decision=Decision(choice=Choice.STOP, decided_at=NOW - timedelta(days=9)))
    shell.keep(fresh, due, ended)
    _done(shell, "experiments", "note", "yyyy1", "She waited.")
    _done(shell, "experiments", "correct", "xxxx1", "probability", "60")
    _done(shell, "experiments", "extend", "yyyy1", "1 week", "No meeting until then.")
    _done(shell, "experiments", "withdraw", "xxxx1", "It was cancelled.")
    _done(shell, "experiments", "next", "zzzz1", stdin=lines("before she asks", "breathe out"))
    journal = shell.open()
    assert [each.text for each in journal.find(Experiment, "yyyy1").notes] == ["She waited."]
    assert journal.find(Experiment, "yyyy1").deadline == TODAY + timedelta(days=7)
    assert journal.find(Experiment, "xxxx1").probability == 60
    following = next(each for each in journal.all(Experiment) if each.round == 2)
    assert (following.cue, following.action) == ("before she asks", "breathe out")
    again = shell("experiments", "extend", "yyyy1", "2 weeks", "More.")
    assert (again.code, again.sentence) == (1, "It has been extended once. Keep, change, stop or overhaul.")
    assert shell("experiments", "correct", "xxxx1", "deadline", "fri").code == 2
    listed = _done(shell, "experiments").out
    assert listed.index("Running, 1 of 3") < listed.index("Not started") < listed.index("Ended")


def test_the_tasks_are_tended(shell: Shell, lines: Lines) -> None:
    levels = ("a friend", "a shop", "an office")
    shell.keep(
        make_task("answer the phone", id="tttt1", levels=levels, in_focus=True),
        make_task("ring up", id="uuuu1", levels=levels),
        make_attempt("tttt1", id="aaaa1", done=Doing.NO),
        make_improvement("Breathe.", id="iiii1", task_id="tttt1"),
    )
    line = _done(shell, "task", "again", "Write it down.").out.strip()
    _done(shell, "task", "reword", line, "Write the first word down.")
    _done(shell, "task", "archive", "iiii1")
    _done(shell, "task", "try", "aaaa1", stdin=lines("y", "3", "", "It rang twice.", ""))
    _done(shell, "task", "edit", stdin=lines("answer calls", "", "talks"))
    _done(shell, "task", "plan", "2", stdin=lines("it rings"))
    _done(shell, "task", "focus", "ring")
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
    assert "in focus: ring up" in _done(shell, "task", "show", "answer").out
    _done(shell, "task", "archive", "answer")
    _done(shell, "task", "back", "answer")
    assert shell("task", "plan", "9").sentence == "“9” is no level of this task; they go from 1 to 3."


def test_a_month_takes_a_note(shell: Shell) -> None:
    shell.keep(make_entry(), make_review("2026-01"))
    _done(shell, "review", "2026-01", "--note", "Fewer meetings.")
    assert {each.month: each.note for each in shell.open().all(Review)}["2026-01"] == "Fewer meetings."
    assert shell("review", "--note", "x").code == 2


def test_today_keeps_a_long_slip_to_a_line_or_two(shell: Shell) -> None:
    _done(shell, "slip", "word " * 2000)
    assert len(_done(shell, "today").out) < 1000


def test_today_says_what_the_first_screen_shows(shell: Shell) -> None:
    shell.keep(
        make_experiment(id="xxxx1", action="wait", started_at=NOW - timedelta(days=9), deadline=TODAY),
        make_entry("Lost my place.", id="eeee1"),
        make_task("answer the phone", in_focus=True),
    )
    _done(shell, "today", "notice", "when I hear always")
    out = _done(shell, "today").out
    assert out.startswith("Thursday 5 March\n")
    for words in ("xxxx1  today · wait", "eeee1  today · Lost my place.", "The one task: answer the phone",
                  "To notice next: when I hear always"):  # fmt: skip
        assert words in out
    _done(shell, "today", "noticed")
    assert shell.open().all(NoticingPlan)[0].tried_at
    assert shell("today", "noticed").code == 1


def test_practice_asks_every_sentence_and_stores_nothing(shell: Shell) -> None:
    out = _done(shell, "practice", stdin="w\n1\n<\nm\n" + "\n" * 60).out
    assert out.count("\n1 of 24\n") == 2
    assert all(f"“{each.text}”" in " ".join(out.split()) for each in SENTENCES)
    assert "We hear it so too: about the whole person." in out
    assert "That was the last one." in out
    assert not shell.journal.exists()


def test_a_page_that_is_not_there_is_answered_with_one_that_is(shell: Shell) -> None:
    shell.keep(make_habit("the courtroom"))
    assert "What is not known" in _done(shell, "learn", "months").out
    assert _done(shell, "learn", "mind-reading").out == _done(shell, "learn", "Reading", "minds").out
    assert shell("learn", "mnths").sentence == "There is no page “mnths”; did you mean “months”?"


def test_a_story_is_told_as_an_experiment(shell: Shell) -> None:
    shell.keep(make_reframed(id="aaaa1"), make_experiment(entry_id="aaaa1"))
    out = _done(shell, "show", "aaaa1", "--told").out
    assert out.startswith("What happened: ")
    assert "I tried: " in out


def test_the_page_of_a_situation_has_its_dread_its_slips_and_what_was_tried(shell: Shell) -> None:
    shell.keep(
        make_situation("talks", id="s"),
        make_entry("Lost my place.", id="eeee1", situation_id="s"),
        make_experiment(id="xxxx1", entry_id="eeee1", action="wait"),
        make_rating(70, situation_id="s"),
        make_moment(),
        make_person("M."),
    )
    out = _done(shell, "situations", "show", "talks").out
    assert out.startswith("talks\n  1 slip\n")
    assert "dread  70" in out
    assert "eeee1  " in out
    assert " · wait" in out


def test_a_search_is_kept_found_replaced_and_forgotten(shell: Shell) -> None:
    shell.keep(make_entry("Late again.", tags=("work",)), make_entry("Late once.", tags=("home",)))
    _done(shell, "searches", "save", "At work", "tag:home")
    _done(shell, "searches", "save", "at work", "-tag:home", "late")
    assert _done(shell, "searches").out == "at work · -tag:home late\n"
    found = _done(shell, "searches", "find", "AT WORK").out
    assert "Late again." in found
    assert "once" not in found
    assert shell("searches", "forget", "at wrok").sentence == "No search is called “at wrok”; did you mean “at work”?"
    _done(shell, "searches", "forget", "at work")
    assert _done(shell, "searches", "--json").json == []
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
