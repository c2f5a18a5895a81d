"""Undo and redo of whole commits: a step back that the life of an experiment allows, or a refusal in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from recalibrate.domain.records.experiment import Experiment, Extension
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.record import Record
from recalibrate.domain.rules.deciding import undo_decision
from recalibrate.domain.rules.extending import need_its_date_ahead
from recalibrate.domain.rules.limits import Limits, need_a_place
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.rules.rounds import need_a_named_change, need_a_round_left
from recalibrate.domain.rules.standing import need_running
from recalibrate.domain.rules.starting import TYPO_WINDOW, elapsed, need_fresh_words

STARTED = "It started more than ten minutes ago, so its words are fixed. Withdraw it, or decide it."
MOVED = "It has been extended once. Keep, change, stop or overhaul."
ELSEWHERE = "It was decided elsewhere meanwhile. Look at it as it is now."


def stepped_back(
    commit: Sequence[tuple[Record, Record | None]],
    experiments: Iterable[Experiment],
    overhauls: Iterable[Overhaul],
    now: datetime,
    limits: Limits,
) -> tuple[Record | None, ...]:
    """What each record of a commit becomes when it is taken back, given as (after, before) pairs; a redo likewise.

    A decision that is taken back stays among the undone ones. Refused where the step would leave what the rules
    forbid: a decision a day old or built upon, a start or a mended typo after ten minutes, an extension of another
    day, one open experiment too many.
    """
    everything = tuple(experiments)
    planned = tuple(overhauls)
    back: list[Record | None] = []
    for after, before in commit:
        if isinstance(after, Experiment) and isinstance(before, Experiment):
            back.append(_experiment(after, before, everything, planned, now, limits))
            continue
        if isinstance(after, Overhaul) and isinstance(before, Overhaul) and after.extension and not before.extension:
            _need_the_same_day(after.extension, now, "Its date has been moved once. Close it as done or dropped.")
        back.append(before)
    return tuple(back)


def _experiment(
    after: Experiment,
    before: Experiment,
    everything: tuple[Experiment, ...],
    overhauls: tuple[Overhaul, ...],
    now: datetime,
    limits: Limits,
) -> Experiment:
    if after.deleted_at != before.deleted_at:
        return before  # into the bin and out of it: nothing is decided by that
    here = next((each for each in everything if each.id == after.id), after)
    if after.decision and before.decision is None:
        undone = undo_decision(here, everything, overhauls, now, limits)
        return replace(before, undone_decisions=undone.experiment.undone_decisions)
    if before.decision and after.decision is None:
        if here.decision:
            raise Refused(ELSEWHERE)
        need_running(here, now.date())
    elif after.started_at and before.started_at is None:
        need_running(here, now.date())
        if elapsed(after.started_at, now) > TYPO_WINDOW:
            raise Refused(STARTED)
    elif before.started_at and after.started_at is None:
        need_a_round_left(before.round, limits)
        need_a_named_change(before, everything)
        need_a_place(before, everything, now.date(), limits)
    elif after.withdrawal and before.withdrawal is None:
        need_a_place(before, everything, now.date(), limits)
    elif before.withdrawal and after.withdrawal is None:
        need_its_date_ahead(here, now.date())
    elif after.extension and before.extension is None:
        _need_the_same_day(after.extension, now, MOVED)
    elif after.corrections != before.corrections:
        need_fresh_words(here, now)
    return before


def _need_the_same_day(extension: Extension, now: datetime, otherwise: str) -> None:
    """Refuse to take an extension back on a later day, which would make room for a second one."""
    if now.date() != extension.extended_at.date():
        raise Refused(otherwise)
