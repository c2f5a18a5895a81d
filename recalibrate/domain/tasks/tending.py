"""The small tasks: named, graded from easier to harder, one of them in focus while the others rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from recalibrate.domain.records.experiment import Experiment, Kind
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.task import Attempt, Task
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line

FEWEST_LEVELS, MOST_LEVELS = 3, 5


def new_task(name: str, levels: Sequence[str], tasks: Iterable[Task], situation_id: str | None = None) -> Task:
    """A task, in focus when no other one is. Refused without a name or without three to five levels."""
    others = [each for each in tasks if each.archived_at is None]
    taken = any(each.in_focus for each in others)
    return Task(name=_named(name, others), levels=_graded(levels), in_focus=not taken, situation_id=situation_id)


def changed(
    task: Task, name: str, levels: Sequence[str], tasks: Iterable[Task], attempts: Iterable[Attempt]
) -> tuple[Record, ...]:
    """The task with another name or other levels, and the tries whose level stands at another place now.

    A level is known again by its words; one that has other words in the same place was reworded. Refused where
    a level with tries would go.
    """
    graded = _graded(levels)
    others = [each for each in tasks if each.id != task.id and each.archived_at is None]
    places = _places(task.levels, graded)
    moved: list[Record] = []
    for each in attempts:
        if each.task_id != task.id:
            continue
        place = places.get(each.level)
        if place is None:
            raise Refused("That level has tries. Give it other words, or leave it.", field="level")
        if place != each.level:
            moved.append(replace(each, level=place))
    return (replace(task, name=_named(name, others), levels=graded), *moved)


def focused(task: Task, tasks: Iterable[Task]) -> tuple[Task, ...]:
    """What changes so that this task is the one in focus: the task, and the one that rests from now on."""
    resting = (replace(each, in_focus=False) for each in tasks if each.in_focus and each.id != task.id)
    return (replace(task, in_focus=True, archived_at=None), *resting)


def put_away(task: Task, now: datetime) -> Task:
    """The task archived, its tries kept."""
    return replace(task, archived_at=now, in_focus=False)


def taken_out(task: Task) -> Task:
    """An archived task back among the resting ones."""
    return replace(task, archived_at=None)


def shown_first(tasks: Iterable[Task]) -> Task | None:
    """The task to show: the one in focus, else the newest that rests."""
    there = [each for each in tasks if each.archived_at is None]
    return next((each for each in there if each.in_focus), there[-1] if there else None)


def experiment_on(task: Task, level: int, experiments: Iterable[Experiment] = ()) -> Experiment:
    """A draft of an experiment that tries one level of the task: the one begun before, else a new one."""
    words = task.levels[level] if 0 <= level < len(task.levels) else ""
    action = one_line(words) or task.name
    begun = (e for e in experiments if e.task_id == task.id and e.started_at is None and not e.withdrawal)
    fresh = Experiment(kind=Kind.TASK, task_id=task.id, action=action)
    return next((each for each in begun if each.action == action), fresh)


def _named(name: str, others: Iterable[Task]) -> str:
    words = one_line(clean_text(name))
    if not words:
        raise Refused("Give the task a name, a few words.", field="name")
    if any(each.name.casefold() == words.casefold() for each in others):
        raise Refused("There is a task of that name already.", field="name")
    return words


def _graded(levels: Sequence[str]) -> tuple[str, ...]:
    graded = tuple(words for each in levels if (words := one_line(clean_text(each))))
    if len(graded) < FEWEST_LEVELS:
        raise Refused("Three levels at least, the easiest first. The first may be very small.", field="level")
    if len(graded) > MOST_LEVELS:
        raise Refused("Five levels at most.", field="level")
    if len({each.casefold() for each in graded}) < len(graded):
        raise Refused("Two levels say the same.", field="level")
    return graded


def _places(before: Sequence[str], after: Sequence[str]) -> dict[int, int]:
    """Where each level before stands after; without the levels that are gone."""
    found = {words.casefold(): place for place, words in enumerate(after)}
    places = {old: found[words.casefold()] for old, words in enumerate(before) if words.casefold() in found}
    taken = set(places.values())
    for old in range(len(before)):
        if old not in places and old < len(after) and old not in taken:
            places[old] = old
    return places
