"""Pictures that fit in a line: a sparkline, the days left, and bars to an eighth of a cell."""

from __future__ import annotations

from collections.abc import Sequence

from recalibrate.ui.charts.lines import Line, Role, Span

_STEPS = "▁▂▃▄▅▆▇█"
_EIGHTHS = " ▏▎▍▌▋▊▉"


def sparkline(values: Sequence[float | None], width: int, *, ceiling: float = 100) -> Line:
    """The latest `values` from 0 to `ceiling`, a block each, as many as fit; a missing one is a dot."""
    latest = values[-width:] if width > 0 else ()
    return tuple(Span("·", Role.AXIS) if value is None else Span(_block(value, ceiling)) for value in latest)


def days_left(left: int, total: int, width: int) -> Line:
    """Days gone (`▪`) and days left (`▫`) of `total`; one cell a day where there is room."""
    length = max(0, min(total, width))
    left = max(0, min(left, total))
    empty = round(left * length / total) if total > 0 else 0
    if length > 1 and 0 < left < total:  # a first or a last day is never rounded away
        empty = min(max(empty, 1), length - 1)
    return (Span("▪" * (length - empty), Role.MARK), Span("▫" * empty, Role.QUIET))


def bar(share: float, width: int) -> str:
    """A bar over `share` (0 to 1) of `width` cells, to an eighth of a cell; above 0 it always shows."""
    eighths = round(max(0.0, min(1.0, share)) * width * 8)
    if share > 0 and width > 0:
        eighths = max(1, eighths)
    whole, part = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[part] if part else "")


def _block(value: float, ceiling: float) -> str:
    share = max(0.0, min(1.0, value / ceiling)) if ceiling > 0 else 0.0
    return _STEPS[round(share * (len(_STEPS) - 1))]
