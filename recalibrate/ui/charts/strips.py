"""Ratings over time on a 0–100 grid: one series with its levels, or two side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from recalibrate.ui.charts.braille import dotted_line
from recalibrate.ui.charts.canvas import Canvas
from recalibrate.ui.charts.lines import Line, Lines, Role, Span, cells, fit, flow
from recalibrate.ui.charts.time_axis import TimeAxis

_SCALE = 6  # "100 ┤ "
_NARROW = 50


@dataclass(frozen=True, slots=True)
class Point:
    """A value from 0 to 100 on a day; `aside` when it is shown but not counted, like a rating at a slip."""

    day: date
    value: float
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A named run of points."""

    name: str
    points: Sequence[Point]


def rating_strip(
    points: Sequence[Point],
    width: int,
    *,
    height: int = 11,
    baseline: float | None = None,
    recent: float | None = None,
    between: tuple[date, date] | None = None,
) -> Lines:
    """Ratings as `●`, those at slips as `○`; dotted lines and words at the baseline and the recent level.

    `between` sets the days shown, so that several strips can share them; `height` counts rows of the grid.
    """
    if not points:
        return ()
    named = (("baseline", baseline), ("recent", recent))
    levels = [(name, level) for name, level in named if level is not None]
    names = _level_names(levels, height)
    margin = max((cells(text) for text in names.values()), default=0) + 1 if width >= _NARROW and names else 0
    plot = max(1, width - _SCALE - margin)
    axis = _axis(points, plot, between)
    sheet = Canvas(plot, height)
    counted = sorted((point for point in points if not point.aside), key=lambda point: point.day)
    for name, level in levels:
        start, role = 0, Role.AXIS
        if name == "recent":
            role = Role.SECOND
            start = max(0, axis.column(counted[-3].day)) if len(counted) >= 3 else 0
        sheet.put(start, _row(level, height), "┄" * (plot - start), role)
    for point in sorted(points, key=lambda point: not point.aside):
        mark, role = ("○", Role.QUIET) if point.aside else ("●", Role.ACCENT)
        sheet.put(axis.column(point.day), _row(point.value, height), mark, role)
    notes = {row: Span(f" {text}", Role.QUIET) for row, text in names.items()} if margin else {}
    legend: list[Line] = [(Span("●", Role.ACCENT), Span(" a rating", Role.QUIET))]
    if any(point.aside for point in points):
        legend.append((Span("○ sting at a slip, left out", Role.QUIET),))
    if not margin:
        legend += [(Span(f"┄ {name} {level:g}", Role.QUIET),) for name, level in levels]
    return fit((*_framed(sheet, axis, notes), *flow(legend, width)), width)


def pair_of_lines(
    first: Series,
    second: Series,
    width: int,
    *,
    height: int = 9,
    between: tuple[date, date] | None = None,
) -> Lines:
    """Two series on one grid: the first a full line with `●`, the second a broken one with `□`."""
    points = [*first.points, *second.points]
    if not points:
        return ()
    plot = max(1, width - _SCALE)
    axis = _axis(points, plot, between)
    sheet = Canvas(plot, height)
    drawn = ((second, "□", Role.SECOND, 3), (first, "●", Role.ACCENT, 1))
    for series, _, role, every in drawn:
        placed = sorted((axis.column(p.day), _dot_row(p.value, height)) for p in series.points)
        for start, end in pairwise(placed):
            dotted_line(sheet, start, end, role, every=every)
    for series, mark, role, _ in drawn:
        for point in series.points:
            sheet.put(axis.column(point.day), _row(point.value, height), mark, role)
    legend: list[Line] = [
        (Span(mark, role), Span(f" {series.name}", Role.QUIET)) for series, mark, role, _ in reversed(drawn)
    ]
    return fit((*_framed(sheet, axis, {}), *flow(legend, width)), width)


def _axis(points: Sequence[Point], width: int, between: tuple[date, date] | None) -> TimeAxis:
    days = [point.day for point in points]
    first, last = between or (min(days), max(days))
    return TimeAxis(first, last, width)


def _row(value: float, height: int) -> int:
    return round((100 - max(0.0, min(100.0, value))) / 100 * (height - 1))


def _dot_row(value: float, height: int) -> int:
    """The row of dots, four to a cell, that runs through the middle of the value's mark."""
    return 4 * _row(value, height) + 2


def _level_names(levels: Sequence[tuple[str, float]], height: int) -> dict[int, str]:
    """The words beside the grid, by row; two levels in one row share its words."""
    names: dict[int, str] = {}
    for name, level in levels:
        row = _row(level, height)
        words = f"{name} {level:g}"
        names[row] = f"{names[row]}, {words}" if row in names else words
    return names


def _framed(sheet: Canvas, axis: TimeAxis, notes: dict[int, Span]) -> list[Line]:
    """The sheet with its 0–100 scale to the left, notes to the right and the days underneath."""
    labelled = {_row(value, sheet.height): value for value in (0, 100)}
    if (sheet.height - 1) % 2 == 0 and sheet.height > 2:
        labelled[_row(50, sheet.height)] = 50
    lines: list[Line] = []
    for row, cells_of_row in enumerate(sheet.lines()):
        label = Span(f"{labelled.get(row, ''):>3}", Role.QUIET)
        stroke = Span(" ┤ " if row in labelled else " │ ", Role.AXIS)
        note = (notes[row],) if row in notes else ()
        lines.append((label, stroke, *cells_of_row, *note))
    rule, labels = axis.lines()
    return [*lines, (Span("    └─", Role.AXIS), *rule), (Span(" " * _SCALE), *labels)]
