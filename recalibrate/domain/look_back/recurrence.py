"""Whether slips in a situation come less often after a decision (M8)."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.notebook import Notebook, situations_of_experiments
from recalibrate.domain.records.situation import ends
from recalibrate.domain.statistics import rate_ratio


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Slips before and after the first decision in a situation, over days or, where logged, over tries.

    `ratio` and `low`/`high` compare after with before; None where the data set no value or limit.
    """

    situation_id: str
    name: str
    decided_on: date
    before: int
    days_before: int
    after: int
    days_after: int
    tries_before: int
    tries_after: int
    ratio: float | None
    low: float | None
    high: float | None

    @property
    def slips(self) -> int:
        """All that were counted."""
        return self.before + self.after

    @property
    def counts_tries(self) -> bool:
        """Whether the chances to slip are known."""
        return self.tries_before > 0 and self.tries_after > 0

    @property
    def excludes_none(self) -> bool:
        """Whether the interval leaves out "as often as before"."""
        return (self.low is not None and self.low > 1) or (self.high is not None and self.high < 1)


def recurrence(notebook: Notebook, day: date) -> tuple[Recurrence, ...]:
    """M8 for each situation with a decision: rate ratio with its exact conditional interval.

    The count before runs from the first slip in the situation, which opens it and is left out (a count that begins
    with an event would be too high), to the first decision on an experiment from there; the count after from the
    next day to `day`. Where tries at a task of the situation are logged on both sides they are the exposure, else
    days are, and the chances to slip stay unknown. Method: see `statistics.rate_ratio`.
    """
    end = ends(notebook.situations)
    where = situations_of_experiments(notebook)
    decided: dict[str, date] = {}
    for each in notebook.experiments:
        if each.decision and each.id in where:
            on = each.decision.decided_at.date()
            if on > day:  # by the clock that was given it has not been made yet
                continue
            decided[where[each.id]] = min(on, decided.get(where[each.id], on))
    slips: dict[str, list[date]] = {id: [] for id in decided}
    for entry in notebook.entries:
        if entry.situation_id in end and (found := slips.get(end[entry.situation_id].id)) is not None:
            found.append(entry.happened_on)
    tries = _tries(notebook)
    rows = [_row(end[id].name, id, on, slips[id], tries.get(id, []), day) for id, on in decided.items() if id in end]
    found_rows = [row for row in rows if row is not None]
    return tuple(sorted(found_rows, key=lambda row: (-row.slips, row.name.casefold())))


def _tries(notebook: Notebook) -> dict[str, list[date]]:
    end = ends(notebook.situations)
    task = {each.id: end[each.situation_id].id for each in notebook.tasks if each.situation_id in end}
    found: dict[str, list[date]] = {}
    for each in notebook.attempts:
        if each.task_id in task:
            found.setdefault(task[each.task_id], []).append((each.opened_at or each.created_at).date())
    return found


def _row(name: str, id: str, on: date, slips: list[date], tries: list[date], day: date) -> Recurrence | None:
    slips.sort()
    tries.sort()
    if not slips or slips[0] > on:
        return None
    before, after = bisect_right(slips, on) - 1, len(slips) - bisect_right(slips, on)
    days_before, days_after = (on - slips[0]).days, (day - on).days
    tries_before = bisect_right(tries, on) - bisect_left(tries, slips[0])
    tries_after = len(tries) - bisect_right(tries, on)
    by_tries = tries_before > 0 and tries_after > 0
    exposures = (tries_before, tries_after) if by_tries else (days_before, days_after)
    ratio = low = high = None
    if all(exposures) and before + after:
        found = rate_ratio(before, exposures[0], after, exposures[1])
        ratio, low = found.ratio, found.interval.low
        high = None if math.isinf(found.interval.high) else found.interval.high
    return Recurrence(id, name, on, before, days_before, after, days_after, tries_before, tries_after, ratio, low, high)
