"""Bars that count: how often a habit was named, and decisions by kind."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from recalibrate.domain.statistics import Interval
from recalibrate.ui.charts.intervals import GAP, Layout, column, counts_column
from recalibrate.ui.charts.lines import Line, Lines, Role, Span, cells, fit, flow, pad, tidy
from recalibrate.ui.charts.small import bar


@dataclass(frozen=True, slots=True)
class BarRow:
    """`happened` of `cases`, with the interval of that share (0 to 1) once there is one."""

    label: str
    happened: int
    cases: int
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of a stacked count: its mark, its word, its role."""

    mark: str
    word: str
    role: Role


DECISIONS = (
    Kind("✓", "keep", Role.MARK),
    Kind("↻", "change", Role.ACCENT),
    Kind("■", "stop", Role.QUIET),
    Kind("⌂", "overhaul", Role.SECOND),
)


def habit_bars(rows: Sequence[BarRow], width: int) -> Lines:
    """A bar each over one 0–100 axis, "in 7 of 18" beside it; shares need not add up to anything.

    With an interval the bar turns lighter at its low end, and a line runs on to its high end.
    """
    if not rows:
        return ()
    notes = [f"in {note}" for note in counts_column([(row.happened, row.cases) for row in rows])]
    layout = Layout.of([row.label for row in rows], notes, width)
    noted = zip(rows, notes, strict=True)
    drawn = [layout.line(row.label, _bar(row, layout.plot), note) for row, note in noted]
    legend: Lines = ()
    if layout.plot and any(row.interval for row in rows):
        named = (Span("█▓", Role.MARK), Span(" named", Role.QUIET))
        legend = flow([named, (Span("▓", Role.MARK), Span("──┤ likely range", Role.QUIET))], width)
    return fit((*drawn, *layout.axis(), *legend), width)


def stacked_counts(
    rows: Sequence[tuple[str, Sequence[int]]], width: int, *, kinds: Sequence[Kind] = DECISIONS
) -> Lines:
    """A row for each (label, count of each kind), one mark a case while there is room; a total beside it."""
    if not rows:
        return ()
    totals = [sum(counts) for _, counts in rows]
    figure = len(str(max(totals)))
    label = min(max(cells(tidy(text)) for text, _ in rows), width // 3)
    room = max(1, width - label - figure - 2 * len(GAP))
    per_mark = _cases_per_mark([counts for _, counts in rows], room)
    longest = max(sum(math.ceil(count / per_mark) for count in counts) for _, counts in rows)
    # Some fonts draw these marks wider than a cell, so they stand apart where there is room.
    air = " " if per_mark == 1 and 2 * longest <= room else ""
    drawn: list[Line] = []
    for (text, counts), total in zip(rows, totals, strict=True):
        stack = tuple(
            Span((kind.mark + air) * math.ceil(count / per_mark), kind.role)
            for kind, count in zip(kinds, counts, strict=True)
            if count
        )
        blanks = Span(" " * (longest * (1 + len(air)) - sum(len(span.text) for span in stack)) + GAP)
        end = Span(f"{total:>{figure}}", Role.QUIET)
        drawn.append((Span(pad(tidy(text), label) + GAP), *stack, blanks, end))
    sums = [sum(counts[at] for _, counts in rows) for at in range(len(kinds))]
    legend: list[Line] = [
        (Span(kind.mark, kind.role), Span(f" {kind.word} {count}", Role.QUIET))
        for kind, count in zip(kinds, sums, strict=True)
    ]
    if per_mark > 1:
        legend.append((Span(f"a mark stands for up to {per_mark}", Role.QUIET),))
    return fit((*drawn, (), *flow(legend, width)), width)


def _cases_per_mark(stacks: Sequence[Sequence[int]], room: int) -> int:
    per_mark = 1
    while any(sum(math.ceil(count / per_mark) for count in counts) > room for counts in stacks):
        if per_mark >= max(max(counts) for counts in stacks):
            break
        per_mark += 1
    return per_mark


def _bar(row: BarRow, width: int) -> Line:
    share = row.happened / row.cases if row.cases else 0.0
    if row.interval is None or not row.cases:
        filled = bar(share, width)
        return (Span(filled, Role.MARK), Span(" " * (width - len(filled))))
    length, low = round(share * width), round(row.interval.low * width)
    reach = column(row.interval.high, width)
    whisker = "─" * (reach - length) + "┤" if length <= reach else ""
    return (
        Span("█" * min(low, length) + "▓" * (length - low), Role.MARK),
        Span(whisker, Role.QUIET),
        Span(" " * (width - length - len(whisker))),
    )
