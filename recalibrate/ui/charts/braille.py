"""Fine lines between marks, from braille dots: two across and four down in a cell."""

from __future__ import annotations

from recalibrate.ui.charts.canvas import Canvas
from recalibrate.ui.charts.lines import Role

_EMPTY = 0x2800
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))  # by row, then column, of the cell


def dotted_line(sheet: Canvas, start: tuple[int, int], end: tuple[int, int], role: Role, *, every: int = 1) -> None:
    """Draw from `start` to `end`, each (column, row of dots), setting one dot in `every`.

    Dots already in a cell stay; the cell takes the newer role.
    """
    (left, top), (right, bottom) = (2 * start[0], start[1]), (2 * end[0], end[1])
    steps = max(abs(right - left), abs(bottom - top), 1)
    for step in range(0, steps + 1, every):
        across = left + round((right - left) * step / steps)
        down = top + round((bottom - top) * step / steps)
        column, row = across // 2, down // 4
        if 0 <= column < sheet.width and 0 <= row < sheet.height:
            before = ord(sheet.at(column, row))
            dots = before - _EMPTY if _EMPTY <= before < _EMPTY + 256 else 0
            sheet.put(column, row, chr(_EMPTY + (dots | _DOTS[down % 4][across % 2])), role)
