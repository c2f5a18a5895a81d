"""From where to where: first and recent level of several series, row under row on one 0–100 axis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recalibrate.ui.charts.canvas import Canvas
from recalibrate.ui.charts.intervals import Layout, column
from recalibrate.ui.charts.lines import Line, Lines, Role, Span, fit, flow


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A series' `baseline` and `recent` level from 0 to 100; None while it is too early for one."""

    label: str
    baseline: float | None
    recent: float | None


def level_rows(rows: Sequence[LevelRow], width: int) -> Lines:
    """A row each: `○` at the baseline, an arrow to `●` at the recent level, both written beside it.

    Rising and falling are drawn alike: neither has a colour or a weight of its own.
    """
    if not rows:
        return ()
    notes = [_note(row) for row in rows]
    layout = Layout.of([row.label for row in rows], notes, width)
    noted = zip(rows, notes, strict=True)
    drawn = [layout.line(row.label, _shift(row, layout.plot), note) for row, note in noted]
    legend: list[Line] = []
    if layout.plot:
        legend = [(Span("○ baseline", Role.QUIET),), (Span("●", Role.ACCENT), Span(" recent", Role.QUIET))]
    return fit((*drawn, *layout.axis(), *flow(legend, width)), width)


def _note(row: LevelRow) -> str:
    first, second = ("–" if level is None else f"{level:g}" for level in (row.baseline, row.recent))
    return f"{first:>4} → {second:<4}"


def _shift(row: LevelRow, width: int) -> Line:
    sheet = Canvas(width, 1)
    for share in (0.0, 0.5, 1.0):
        sheet.put(column(share, width), 0, "·", Role.AXIS)
    if row.baseline is None or row.recent is None:
        word = "too early"
        sheet.put(column(0.5, width) - len(word) // 2, 0, word, Role.QUIET)
        return sheet.row(0)
    start, end = column(row.baseline / 100, width), column(row.recent / 100, width)
    if start != end:
        left, right = sorted((start, end))
        sheet.put(left, 0, "─" * (right - left), Role.AXIS)
        sheet.put(end + (1 if end < start else -1), 0, "◂" if end < start else "▸", Role.AXIS)
        sheet.put(start, 0, "○", Role.QUIET)
    sheet.put(end, 0, "●", Role.ACCENT)
    return sheet.row(0)
