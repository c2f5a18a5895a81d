"""How long a slip waits for its reframe (M4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from recalibrate.domain.records.entry import Entry, Precision
from recalibrate.domain.statistics import Wait, median_wait


@dataclass(frozen=True, slots=True)
class TimeToReframe:
    """`median_hours` is None when more than half of the slips are still open.

    `day_only` slips are known to the day and left out of the hours; `reframed` of `cases` were reframed.
    """

    cases: int
    reframed: int
    day_only: int
    median_hours: float | None


def time_to_reframe(entries: Iterable[Entry], day: date) -> TimeToReframe:
    """M4: Kaplan–Meier median (1958) of the hours from a slip to its first observation or idea.

    A slip not reframed yet counts as waiting until the end of `day`; averaging only the finished ones flatters. A slip
    known only to the day has no hours and is counted apart. There is no target: faster is not better.
    """
    waits: list[Wait] = []
    day_only = reframed = 0
    midnight = datetime.combine(day + timedelta(days=1), time()) if day < date.max else datetime.max
    for each in entries:
        if each.precision is Precision.DAY:
            day_only += 1
            continue
        happened, done = each.happened_at or each.created_at, each.reframed_at
        until = done or midnight.replace(tzinfo=happened.tzinfo)
        reframed += done is not None
        waits.append(Wait(max((until - happened).total_seconds() / 3600, 0.0), done is not None))
    return TimeToReframe(len(waits), reframed, day_only, median_wait(waits))
