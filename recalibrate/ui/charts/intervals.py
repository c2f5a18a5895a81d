"""Shares with their intervals, row under row on one 0–100 axis, so that overlap is seen at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recalibrate.domain.statistics import Interval
from recalibrate.ui.charts.canvas import Canvas
from recalibrate.ui.charts.lines import Line, Lines, Role, Span, cells, fit, flow, pad, tidy

GAP = "  "
_WIDEST_PLOT = 101  # a column for each of 0 to 100; more would promise a precision that is not there


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One row: `happened` of `cases`, its interval once there is one, and what was expected if anything was.

    The interval and `expected` are shares from 0 to 1. Without an interval only the counts are shown.
    """

    label: str
    happened: int
    cases: int
    interval: Interval | None = None
    expected: float | None = None


def share_rows(rows: Sequence[ShareRow], width: int) -> Lines:
    """A row each: label, `├──●──┤` with the expectation as `│`, counts; the axis once, underneath.

    The dot covers an expectation in the same place, so the expectation is written beside the counts as well.
    """
    if not rows:
        return ()
    notes = counts_column([(row.happened, row.cases) for row in rows])
    if any(row.expected is not None for row in rows):
        notes = [f"{note}   {_expected(row.expected)}" for note, row in zip(notes, rows, strict=True)]
    layout = Layout.of([row.label for row in rows], notes, width)
    noted = zip(rows, notes, strict=True)
    drawn = [layout.line(row.label, _interval(row, layout.plot), note) for row, note in noted]
    legend: list[Line] = []
    if layout.plot:
        legend.append((Span("●", Role.ACCENT), Span(" happened", Role.QUIET)))
        legend.append((Span("├─┤ likely range", Role.QUIET),))
    if any(row.expected is not None for row in rows):
        legend.append((Span("│", Role.SECOND), Span(" expected", Role.QUIET)))
    return fit((*drawn, *layout.axis(), *flow(legend, width)), width)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a row divides its width between label, plot and note."""

    label: int
    plot: int
    note: int

    @classmethod
    def of(cls, labels: Sequence[str], notes: Sequence[str], width: int) -> Layout:
        """Give the notes what they need, the labels up to a third, the plot the rest."""
        note = min(max(map(cells, notes)), width // 2)
        label = min(max(cells(tidy(text)) for text in labels), width // 3)
        plot = min(_WIDEST_PLOT, width - label - note - 2 * len(GAP))
        if plot < 8:  # no room for a picture worth looking at: the numbers stay
            return cls(max(0, width - note - len(GAP)), 0, note)
        return cls(label, plot, note)

    def line(self, label: str, plot: Line, note: str) -> Line:
        """One row put together."""
        start = Span(pad(tidy(label), self.label) + GAP)
        end = Span(pad(note, self.note), Role.QUIET)
        return (start, *plot, Span(GAP), end) if self.plot else (start, end)

    def axis(self) -> Lines:
        """The shared scale: a rule with ticks, and 0, 50 and 100 under it."""
        if not self.plot:
            return ()
        sheet = Canvas(self.plot, 2)
        last = self.plot - 1
        middle = column(0.5, self.plot)
        sheet.put(0, 0, "─" * self.plot, Role.AXIS)
        marks = ((0, "└", "0", 0), (middle, "┴", "50", middle - 1), (last, "┘", "100", last - 2))
        for at, tick, text, start in marks:
            sheet.put(at, 0, tick, Role.AXIS)
            sheet.put(start, 1, text, Role.QUIET)
        indent = Span(" " * self.label + GAP)
        return tuple((indent, *line) for line in sheet.lines())


def column(share: float, width: int) -> int:
    """The column, of `width`, at which a share from 0 to 1 lies."""
    return round(max(0.0, min(1.0, share)) * (width - 1))


def counts_column(counts: Sequence[tuple[int, int]]) -> list[str]:
    """ "7 of 18", numbers under numbers."""
    first = max((len(str(happened)) for happened, _ in counts), default=0)
    second = max((len(str(cases)) for _, cases in counts), default=0)
    return [f"{happened:>{first}} of {cases:<{second}}" for happened, cases in counts]


def _expected(share: float | None) -> str:
    return " " * 5 if share is None else f"│ {round(share * 100):>3}"


def _interval(row: ShareRow, width: int) -> Line:
    sheet = Canvas(width, 1)
    for share in (0.0, 0.5, 1.0):
        sheet.put(column(share, width), 0, "·", Role.AXIS)
    if row.interval is None or not row.cases:
        word = "too early" if row.cases else "none"
        sheet.put(column(0.5, width) - len(word) // 2, 0, word, Role.QUIET)
        return sheet.row(0)
    low, high = column(row.interval.low, width), column(row.interval.high, width)
    sheet.put(low, 0, "─" * (high - low + 1), Role.MARK)
    sheet.put(low, 0, "├", Role.MARK)
    sheet.put(high, 0, "┤", Role.MARK)
    if row.expected is not None:
        at = column(row.expected, width)
        sheet.put(at, 0, "┼" if low < at < high else "│", Role.SECOND)
    sheet.put(column(row.happened / row.cases, width), 0, "●", Role.ACCENT)
    return sheet.row(0)
