"""Days from left to right: where a day lies, and which months get a label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from recalibrate.ui.charts.canvas import Canvas
from recalibrate.ui.charts.lines import Lines, Role

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ROOM = 6  # columns a label and the blanks after it take
_MONTHS_WITHOUT_YEAR = 14  # beyond these a January is labelled with its year


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from `first` to `last` over `width` columns."""

    first: date
    last: date
    width: int

    def column(self, day: date) -> int:
        """The column of a day; a single day lies at the left."""
        days = (self.last - self.first).days
        return round((day - self.first).days / days * (self.width - 1)) if days > 0 else 0

    def ticks(self) -> list[tuple[int, str]]:
        """Columns and labels: months, thinned to fit, or first and last day within a month."""
        starts = list(self._month_starts())
        if not starts:
            return self._ends()
        years = len(starts) > _MONTHS_WITHOUT_YEAR
        for step in (1, 2, 3, 6, 12):
            kept = [day for day in starts if (day.month - 1) % step == 0]
            ticks = [(self.column(day), _month(day, years)) for day in kept]
            if all(later - earlier >= _ROOM for (earlier, _), (later, _) in pairwise(ticks)):
                break
        if not ticks or ticks[0][0] >= _ROOM:  # the month, or year, that had begun before the first day
            ticks = [(0, str(self.first.year) if step == 12 else _month(self.first, years)), *ticks]
        return _thinned([(at, text) for at, text in ticks if at + len(text) <= self.width])

    def lines(self) -> Lines:
        """A rule with ticks, and the labels under it."""
        sheet = Canvas(self.width, 2)
        sheet.put(0, 0, "─" * self.width, Role.AXIS)
        for at, text in self.ticks():
            sheet.put(at, 0, "┬", Role.AXIS)
            sheet.put(min(at, self.width - len(text)), 1, text, Role.QUIET)
        return sheet.lines()

    def _month_starts(self) -> Iterator[date]:
        year, month = self.first.year, self.first.month
        while (day := date(year, month, 1)) <= self.last:
            if day >= self.first:
                yield day
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)

    def _ends(self) -> list[tuple[int, str]]:
        ends = [(0, _day(self.first)), (self.width - 1, _day(self.last))]
        return ends if self.last > self.first and self.width >= 2 * 7 else ends[:1]


def _month(day: date, years: bool) -> str:
    return str(day.year) if years and day.month == 1 else MONTHS[day.month - 1]


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _thinned(ticks: list[tuple[int, str]]) -> list[tuple[int, str]]:
    kept: list[tuple[int, str]] = []
    for tick in ticks:
        if not kept or tick[0] - kept[-1][0] >= _ROOM:
            kept.append(tick)
    return kept
