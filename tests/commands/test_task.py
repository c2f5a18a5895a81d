from __future__ import annotations

from datetime import timedelta

from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from tests.commands.conftest import Lines, Shell

NEW = ("answer the phone", "a friend", "a shop", "an office", "a stranger", "")


def _try_out(shell: Shell, answers: str) -> str:
    shell.now += timedelta(days=1)
    done = shell("task", "try", stdin=answers)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_what_was_used_again_is_counted_over_later_tries(shell: Shell, lines: Lines) -> None:
    assert shell("task", "new", stdin=lines(*NEW)).code == 0
    _try_out(shell, lines("1", "40", "70", "p", "60", "", "write the first sentence down"))
    for used in ("1", "", "1", "", ""):
        out = _try_out(shell, lines("2", "50", "60", "y", "30", used, "", ""))
        assert ("used again" in out) is bool(used)
    shown = shell("task").out
    assert "again: write the first sentence down · used again 2 of 5" in shown
    assert "2  a shop · can do 50 · dread 60 · done 5 of 5" in shown
    assert "3  an office · no try yet" in shown


def test_a_number_that_is_none_of_them_is_asked_again(shell: Shell, lines: Lines) -> None:
    shell("task", "new", stdin=lines(*NEW))
    _try_out(shell, lines("1", "40", "70", "y", "60", "", "breathe"))
    out = _try_out(shell, lines("1", "40", "70", "y", "60", "2", "x", "1, 1", "", ""))
    assert out.count("Numbers from 1 to 1, please.") == 2
    journal = shell.open()
    (improvement,) = journal.all(Improvement)
    assert journal.all(Attempt)[-1].improvements_used == (improvement.id,)


def test_without_a_chance_nothing_was_used(shell: Shell, lines: Lines) -> None:
    shell("task", "new", stdin=lines(*NEW))
    _try_out(shell, lines("1", "40", "70", "y", "60", "", "breathe"))
    out = _try_out(shell, lines("1", "40", "70", "c", "she was ill", ""))
    assert "What did you use again?" not in out
    last = shell.open().all(Attempt)[-1]
    assert (last.done, last.note, last.improvements_used) == (Doing.NO_CHANCE, "she was ill", ())


def test_a_try_is_logged_before_and_after(shell: Shell, lines: Lines) -> None:
    assert shell("task", "new", stdin=lines("answer the phone", "a friend", "a shop", "an office", "")).code == 0
    before = shell("task", "try", stdin=lines("2", "40", "70", "."))
    assert "The try is open" in before.out
    (attempt,) = shell.open().all(Attempt)
    assert (attempt.level, attempt.can_do_before, attempt.dread_before, attempt.done) == (1, 40, 70, None)
    assert shell("task", "try", stdin=lines("y", "30", "Short.", "Standing up.")).code == 0
    journal = shell.open()
    (attempt,), (improvement,) = journal.all(Attempt), journal.all(Improvement)
    assert (attempt.done, attempt.difficulty_after, attempt.note) == (Doing.YES, 30, "Short.")
    assert improvement.text == "Standing up."
    document = shell("task", "--json").json
    assert document["name"] == "answer the phone"
    assert [each["id"] for each in document["attempts"]] == [attempt.id]
    assert "Standing up." in shell("task").out


def test_a_new_task_lets_the_others_rest(shell: Shell, lines: Lines) -> None:
    shell("task", "new", stdin=lines("one", "a", "b", "c", ""))
    shell("task", "new", stdin=lines("two", "a", "b", "c", ""))
    assert {each.name: each.in_focus for each in shell.open().all(Task)} == {"one": False, "two": True}
    assert shell("task", "new", stdin=lines("three", "a", "")).code == 1
