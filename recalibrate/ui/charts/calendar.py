"""A year of days, a column a week: how many slips were written down, and where something was decided."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from recalibrate.ui.charts.canvas import Canvas
from recalibrate.ui.charts.lines import Line, Lines, Role, Span, fit, flow
from recalibrate.ui.charts.time_axis import MONTHS

WEEKS = 53
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SHADES = "░▒▓█"
_DECIDED = "◇"
_LABEL = 5


@dataclass(frozen=True, slots=True)
class Day:
    """What a calendar day holds."""

    entries: int = 0
    decisions: int = 0


def calendar(days: Mapping[date, Day], until: date, width: int, *, week_start: int = 0) -> Lines:
    """The weeks up to the day `until`, a whole year or as many as fit; weekdays downwards from `week_start`.

    `week_start` is 0 for Monday to 6 for Sunday. Shades step with the fullest day shown; a decision has a
    mark of its own, beside the shade where there is room and in its place where there is not. Empty days are
    dots, so that gaps stay quiet.
    """
    pitch = next((pitch for pitch in (3, 2) if _LABEL + WEEKS * pitch <= width), 1)
    weeks = max(1, min(WEEKS, (width - _LABEL) // pitch))
    last_week = until - timedelta(days=(until.weekday() - week_start) % 7)
    first = last_week - timedelta(weeks=weeks - 1)
    shown = [first + timedelta(days=offset) for offset in range((until - first).days + 1)]
    steps = _steps(max((days[day].entries for day in shown if day in days), default=0))

    sheet = Canvas(weeks * pitch, 8)
    _put_months(sheet, shown, pitch)
    for offset, day in enumerate(shown):
        _put_day(sheet, offset // 7 * pitch, offset % 7 + 1, days.get(day, Day()), steps, pitch)
    labels = ("", *(_WEEKDAYS[(week_start + row) % 7] for row in range(7)))
    rows = zip(labels, sheet.lines(), strict=True)
    drawn = [(Span(f"{label:<{_LABEL}}", Role.QUIET), *row) for label, row in rows]
    return fit((*drawn, (), *flow(_legend(steps), width)), width)


def _steps(most: int) -> tuple[int, ...]:
    """From how many entries on each shade is used."""
    if most <= len(_SHADES):
        return tuple(range(1, len(_SHADES) + 1))
    return tuple(math.floor(most * shade / len(_SHADES)) + 1 for shade in range(len(_SHADES)))


def _put_months(sheet: Canvas, shown: list[date], pitch: int) -> None:
    free = 0
    for offset, day in enumerate(shown):
        at = offset // 7 * pitch
        if day.day == 1 and at >= free and at + 3 <= sheet.width:
            sheet.put(at, 0, MONTHS[day.month - 1], Role.QUIET)
            free = at + 4


def _put_day(sheet: Canvas, at: int, row: int, day: Day, steps: tuple[int, ...], pitch: int) -> None:
    size = min(pitch, 2)
    if day.entries:
        shade = _SHADES[sum(day.entries >= step for step in steps) - 1]
        sheet.put(at, row, shade * size, Role.QUIET)
    elif not day.decisions:
        sheet.put(at, row, "·", Role.AXIS)
    if day.decisions:
        sheet.put(at + size - 1 if day.entries else at, row, _DECIDED, Role.ACCENT)


def _legend(steps: tuple[int, ...]) -> list[Line]:
    items: list[Line] = [(Span("· none", Role.QUIET),)]
    for shade, start, end in zip(_SHADES, steps, (*steps[1:], None), strict=True):
        text = f"{start} or more" if end is None else f"{start}" if end == start + 1 else f"{start}–{end - 1}"
        items.append((Span(f"{shade} {text}", Role.QUIET),))
    return [*items, (Span(_DECIDED, Role.ACCENT), Span(" something decided", Role.QUIET))]
