"""The same numbers without a picture: plain aligned columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recalibrate.ui.charts.lines import Line, Lines, Role, Span, cells, fit, pad, tidy

_GAP = "   "
_NARROWEST = 4
_NUMBER = re.compile(r"[-−+–]?(\d[\d\s.,:%–−-]*( of \d+)?)?")


def as_table(headers: Sequence[str], rows: Sequence[Sequence[object]], width: int) -> Lines:
    """Columns under `headers` in at most `width` terminal columns; numbers stand to the right.

    Too wide a table takes from its widest column first, and what is cut ends in "…".
    """
    headers = [tidy(header) for header in headers]
    texts = [[tidy("" if cell is None else str(cell)) for cell in row] for row in rows]
    columns = list(zip(*texts, strict=True)) if texts else [() for _ in headers]
    wanted = [max(map(cells, (head, *column))) for head, column in zip(headers, columns, strict=True)]
    widths = _widths(wanted, width)
    numeric = [any(column) and all(_NUMBER.fullmatch(text) for text in column) for column in columns]

    def line(values: Sequence[str], role: Role) -> Line:
        placed = zip(values, widths, numeric, strict=True)
        return (Span(_GAP.join(pad(text, size, right=number) for text, size, number in placed), role),)

    rule = (Span(_GAP.join("─" * size for size in widths), Role.AXIS),)
    head = line(headers, Role.QUIET)
    return fit((head, rule, *(line(row, Role.TEXT) for row in texts)), width)


def _widths(wanted: list[int], width: int) -> list[int]:
    widths = list(wanted)
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    while over > 0 and max(widths, default=0) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
        over -= 1
    return widths
