"""In how many kinds of moment something was tried (M11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.dread import once_dreaded
from recalibrate.domain.look_back.notebook import Notebook, entries_of_experiments, situations_of_experiments
from recalibrate.domain.look_back.periods import Month, Period
from recalibrate.domain.records.situation import ends


@dataclass(frozen=True, slots=True)
class Quarter:
    """A calendar quarter: the situations tried in, those new among them, all tries, and those where dread was high."""

    words: str
    situations: tuple[str, ...]
    first_time: tuple[str, ...]
    tries: int
    once_dreaded: int


@dataclass(frozen=True, slots=True)
class Reach:
    """The quarters with a try, in order, the entries behind them, and the tries that belong to no situation."""

    quarters: tuple[Quarter, ...]
    situations: int
    nowhere: int
    entry_ids: tuple[str, ...]


def reach(notebook: Notebook) -> Reach:
    """M11: distinct situations with an attempt or a decided experiment, by quarter. Counts only.

    Confidence as a wider range of things one is willing to be wrong in, not as a feeling.
    """
    end = ends(notebook.situations)
    dreaded = once_dreaded(notebook.ratings, {id: each.id for id, each in end.items()})
    quarters: dict[Month, list[str]] = {}
    tries, nowhere = _tries(notebook)
    for day, situation_id in tries:
        month = Month.of(day)
        quarters.setdefault(Month(month.year, (month.number - 1) // 3 * 3 + 1), []).append(situation_id)
    seen: set[str] = set()
    rows = []
    for start, ids in quarters.items():
        new = [id for id in dict.fromkeys(ids) if id not in seen]
        seen.update(new)
        rows.append(
            Quarter(
                words=f"{Period(start, start.later(2)).words} {start.year}",
                situations=tuple(end[id].name for id in dict.fromkeys(ids)),
                first_time=tuple(end[id].name for id in new),
                tries=len(ids),
                once_dreaded=sum(id in dreaded for id in ids),
            )
        )
    of = entries_of_experiments(notebook.experiments)
    behind = dict.fromkeys(of[each.id] for each in notebook.experiments if each.decision and each.id in of)
    return Reach(tuple(rows), len(seen), nowhere, tuple(behind))


def _tries(notebook: Notebook) -> tuple[list[tuple[date, str]], int]:
    """The day and situation of every attempt and decided experiment, in order, and how many have no situation."""
    end = ends(notebook.situations)
    where = situations_of_experiments(notebook)
    task = {each.id: each.situation_id for each in notebook.tasks}
    found: list[tuple[date, str | None]] = [
        ((each.opened_at or each.created_at).date(), task.get(each.task_id))
        for each in notebook.attempts
        if each.done is not None
    ]
    found += [(each.decision.decided_at.date(), where.get(each.id)) for each in notebook.experiments if each.decision]
    known = [(day, end[id].id) for day, id in found if id in end]
    return sorted(known), len(found) - len(known)
