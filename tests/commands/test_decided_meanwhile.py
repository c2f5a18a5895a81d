from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from tests.builders import NOW, TODAY, make_experiment, make_overhaul
from tests.commands.conftest import Lines, Shell
from tests.commands.due_round import HAPPENED, PLAN, round_due, round_now


class Meanwhile(io.StringIO):
    """Typed answers; before the last one is read, another window does something."""

    def __init__(self, typed: str, elsewhere: Callable[[], object]) -> None:
        super().__init__(typed)
        self._left, self._elsewhere = typed.count("\n"), elsewhere

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override] # typeshed's base reads bytes
        self._left -= 1
        if self._left == 0:
            self._elsewhere()
        return super().readline(-1 if size is None else size)


def test_a_decision_made_meanwhile_in_another_window_stays(shell: Shell, lines: Lines) -> None:
    round_due(shell)
    made = Decision(choice=Choice.KEEP, decided_at=shell.now, what_happened="She nodded.", next_line="asking")
    there = replace(round_now(shell), decision=made, check_back=CheckBack(check_back_on=TODAY + timedelta(days=40)))
    answers = Meanwhile(lines(*HAPPENED, "30", "s", ""), lambda: shell.keep(there))
    late = shell("decide", "round-1", "--plain", stdin=answers)
    assert (late.code, late.sentence[:22]) == (1, "It is decided already.")
    assert (round_now(shell).decision, round_now(shell).check_back) == (made, there.check_back)
    entry = shell.open().get(Entry, "entry-1")
    assert entry
    assert entry.voice
    assert entry.voice.belief_later is None


def test_a_check_back_answered_meanwhile_in_another_window_stays(shell: Shell, lines: Lines) -> None:
    made = Decision(choice=Choice.KEEP, decided_at=NOW, what_happened="She nodded.")
    look = CheckBack(check_back_on=TODAY + timedelta(days=3))
    round_due(shell, decision=made, check_back=look)
    answered = replace(look, answer=StillSo.NO, answered_at=shell.now, note="Not in spring.")
    there = replace(round_now(shell), check_back=answered)
    late = shell("decide", "round-1", "--plain", stdin=Meanwhile(lines("y", ""), lambda: shell.keep(there)))
    assert (late.code, late.sentence[:27]) == (1, "That has been answered. Wri")
    assert round_now(shell).check_back == answered


def test_an_overhaul_closed_meanwhile_in_another_window_stays(shell: Shell, lines: Lines) -> None:
    shell.keep(make_overhaul(id="overhaul-1"))
    there = replace(shell.open().all(Overhaul)[0], ending=Ending.DONE, closed_at=NOW, why="The sheet is shared.")
    answers = Meanwhile(lines("x", "No time."), lambda: shell.keep(there))
    late = shell("decide", "overhaul-1", "--plain", stdin=answers)
    assert (late.code, late.sentence[:21]) == (1, "It is closed already.")
    assert shell.open().all(Overhaul)[0].why == "The sheet is shared."


def test_a_round_started_meanwhile_in_another_window_keeps_its_words(shell: Shell, lines: Lines) -> None:
    shell.keep(make_experiment(id="round-1", started_at=None))
    there = replace(round_now(shell), started_at=shell.now)
    late = shell("decide", "round-1", "--plain", stdin=Meanwhile(lines(*PLAN), lambda: shell.keep(there)))
    assert (late.code, late.sentence[:23]) == (1, "It has started already.")
    assert round_now(shell).action == there.action
