"""A year of days: how many slips were written down, and on which days something was decided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from recalibrate.domain.look_back.notebook import Notebook


@dataclass(frozen=True, slots=True)
class DayCount:
    """A day with at least one entry or decision."""

    day: date
    entries: int
    decisions: int


@dataclass(frozen=True, slots=True)
class Year:
    """The days of the year that ends with `until`, those with nothing left out, and the ids of their entries."""

    until: date
    days: tuple[DayCount, ...]
    entries: int
    decisions: int
    entry_ids: tuple[str, ...]


def year(notebook: Notebook, day: date) -> Year:
    """Entries by the local day they happened on, decisions by theirs, over 365 days. Not a streak."""
    start = day - timedelta(days=364)
    entries: Counter[date] = Counter()
    behind = []
    for each in notebook.entries:
        on = each.happened_on
        if start <= on <= day:
            entries[on] += 1
            behind.append((on, each.id))
    decided = (each.decision.decided_at.date() for each in notebook.experiments if each.decision)
    decisions = Counter(on for on in decided if start <= on <= day)
    days = tuple(DayCount(on, entries[on], decisions[on]) for on in sorted(entries.keys() | decisions.keys()))
    behind.sort(key=lambda found: found[0], reverse=True)
    return Year(day, days, entries.total(), decisions.total(), tuple(id for _, id in behind))
