"""What stands on Today: what waits, what runs, what is parked, the task in focus, the plan for noticing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.task import Attempt, Task
from recalibrate.domain.today.due import Running, Waiting, WaitingKind, ending_today, running, waiting

if TYPE_CHECKING:
    from recalibrate.domain.today.while_ago import WhileAgo

PARKED_SHOWN = 7
RATINGS_SHOWN = 6


class FocusTask(NamedTuple):
    """The one task, with its last ratings of can-do (0–100 in tens, oldest first)."""

    task: Task
    can_do: tuple[int, ...]


class Today(NamedTuple):
    """The first screen as values; `parked_more` counts parked slips beyond those shown, newest first.

    `waiting` ends with what is due at the end of this day; `overhauls` are the open ones with a later date.
    `tested` are the words of the assumptions that plans not started will test, by their ids. `to_check` situations
    wait for the monthly check and `ago` is an old slip, both only for who asked for them.
    """

    waiting: tuple[Waiting, ...] = ()
    running: tuple[Running, ...] = ()
    overhauls: tuple[Overhaul, ...] = ()
    unstarted: tuple[Experiment, ...] = ()
    tested: Mapping[str, str] = MappingProxyType({})
    parked: tuple[Entry, ...] = ()
    parked_more: int = 0
    focus: FocusTask | None = None
    noticing: NoticingPlan | None = None
    to_check: int = 0
    ago: WhileAgo | None = None
    is_new: bool = False


def today_of(
    today: date,
    *,
    entries: Sequence[Entry],
    experiments: Sequence[Experiment],
    overhauls: Sequence[Overhaul],
    tasks: Iterable[Task] = (),
    attempts: Sequence[Attempt] = (),
    noticing_plans: Iterable[NoticingPlan] = (),
) -> Today:
    """Today on the local date `today`; of entries the parked ones are enough, of experiments the unsettled ones."""
    parked = sorted((entry for entry in entries if entry.is_parked), key=lambda entry: entry.created_at, reverse=True)
    return Today(
        waiting=(*waiting(experiments, overhauls, today), *ending_today(experiments, overhauls, today)),
        running=tuple(each for each in running(experiments, today) if each.days_left > 0),
        overhauls=_open_overhauls(overhauls, today),
        unstarted=tuple(each for each in experiments if each.status(today) is Status.DRAFT),
        parked=tuple(parked[:PARKED_SHOWN]),
        parked_more=max(len(parked) - PARKED_SHOWN, 0),
        focus=_focus(tasks, attempts),
        noticing=next((plan for plan in noticing_plans if plan.tried_at is None), None),
        is_new=not entries,
    )


def places_taken(view: Today, places: int) -> str:
    """How many of the `places` for experiments are taken, those among them that wait for a decision told apart."""
    waits = sum(each.kind is WaitingKind.EXPERIMENT for each in view.waiting)
    taken = len(view.running) + waits
    if not waits:
        return f"{taken} of {places} experiments open"
    return f"{taken} of {places} open, {waits} {'waits' if waits == 1 else 'wait'}"


def _open_overhauls(overhauls: Iterable[Overhaul], today: date) -> tuple[Overhaul, ...]:
    later = [each for each in overhauls if each.ending is None and (each.deadline is None or each.deadline > today)]
    return tuple(sorted(later, key=lambda each: (each.deadline or date.max, each.id)))


def _focus(tasks: Iterable[Task], attempts: Sequence[Attempt]) -> FocusTask | None:
    task = next((task for task in tasks if task.in_focus and not task.archived_at), None)
    if task is None:
        return None
    rated = [each.can_do_before for each in attempts if each.task_id == task.id and each.can_do_before is not None]
    return FocusTask(task=task, can_do=tuple(rated[-RATINGS_SHOWN:]))
