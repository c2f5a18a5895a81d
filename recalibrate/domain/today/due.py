"""What waits, what ends today and what is running, in the order in which Today shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.wording import counted, listed, long_day, one_line

LONG_WAIT_DAYS = 7


class WaitingKind(StrEnum):
    """What kind of thing waits."""

    EXPERIMENT = "experiment"
    OVERHAUL = "overhaul"
    CHECK_BACK = "check_back"


class Waiting(NamedTuple):
    """Something whose date (`since`) is over or ends today; `title` is its one line, `entry_id` its slip."""

    kind: WaitingKind
    id: str
    title: str
    since: date
    entry_id: str | None
    record: Experiment | Overhaul


class Running(NamedTuple):
    """An open experiment with its days left (0 = today is the day) and the share of its time gone (0–1)."""

    experiment: Experiment
    days_left: int
    share_gone: float


def waiting(experiments: Iterable[Experiment], overhauls: Iterable[Overhaul], today: date) -> tuple[Waiting, ...]:
    """All whose date is over: experiments, overhauls and check-backs, the longest wait first."""
    return _in_order(each for each in _dated(experiments, overhauls, today) if each.since < today)


def ending_today(experiments: Iterable[Experiment], overhauls: Iterable[Overhaul], today: date) -> tuple[Waiting, ...]:
    """All whose date is today: due at its end, and open to be decided now."""
    return _in_order(each for each in _dated(experiments, overhauls, today) if each.since == today)


def running(experiments: Iterable[Experiment], today: date) -> tuple[Running, ...]:
    """The open experiments, the nearest date first."""
    found = []
    for each in experiments:
        if each.status(today) is not Status.OPEN or each.deadline is None or each.started_at is None:
            continue
        left = (each.deadline - today).days
        whole = (each.deadline - each.started_at.date()).days
        gone = 1.0 if whole <= 0 else min(max((whole - left) / whole, 0.0), 1.0)
        found.append((each.deadline, each.id, Running(experiment=each, days_left=left, share_gone=gone)))
    return tuple(item for _, _, item in sorted(found, key=lambda one: one[:2]))


def summary_line(items: Sequence[Waiting]) -> str:
    """What waits in one short line, fit for a shell prompt; empty when nothing does."""
    looks = sum(each.kind is WaitingKind.CHECK_BACK for each in items)
    decisions = len(items) - looks
    parts = [counted(decisions, "decision")] if decisions else []
    parts += [counted(looks, "check-back")] if looks else []
    return f"{listed(parts)} {'waits' if len(items) == 1 else 'wait'}" if parts else ""


def waiting_sentence(item: Waiting, today: date) -> str:
    """From seven days past its date: "Waiting for a decision since 14 March."; before that nothing."""
    if (today - item.since).days < LONG_WAIT_DAYS:
        return ""
    what = "an answer" if item.kind is WaitingKind.CHECK_BACK else "a decision"
    return f"Waiting for {what} since {long_day(item.since, today)}."


def _dated(experiments: Iterable[Experiment], overhauls: Iterable[Overhaul], today: date) -> Iterator[Waiting]:
    for each in experiments:
        look = each.check_back
        if look is not None and look.answer is None and each.decision is not None:
            yield _of(each, WaitingKind.CHECK_BACK, look.check_back_on)
        elif each.deadline is not None and each.status(today) in (Status.OPEN, Status.DUE):
            yield _of(each, WaitingKind.EXPERIMENT, each.deadline)
    for overhaul in overhauls:
        if overhaul.ending is None and overhaul.deadline is not None:
            yield Waiting(
                kind=WaitingKind.OVERHAUL,
                id=overhaul.id,
                title=one_line(overhaul.what_must_change),
                since=overhaul.deadline,
                entry_id=overhaul.entry_id,
                record=overhaul,
            )


def _of(experiment: Experiment, kind: WaitingKind, since: date) -> Waiting:
    return Waiting(
        kind=kind,
        id=experiment.id,
        title=one_line(experiment.action or experiment.cue),
        since=since,
        entry_id=experiment.entry_id,
        record=experiment,
    )


def _in_order(items: Iterable[Waiting]) -> tuple[Waiting, ...]:
    kinds = tuple(WaitingKind)
    return tuple(sorted(items, key=lambda each: (each.since, kinds.index(each.kind), each.title, each.id)))
