"""A small sheet of cells to put marks on, for charts where columns and rows both mean something."""

from __future__ import annotations

from itertools import groupby

from recalibrate.ui.charts.lines import Line, Lines, Role, Span

_BLANK = (" ", Role.TEXT)


class Canvas:
    """`width` × `height` cells from the top left; what is put outside is not drawn, what comes later wins."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(0, width), max(0, height)
        self._cells = [[_BLANK] * self.width for _ in range(self.height)]

    def put(self, column: int, row: int, text: str, role: Role) -> None:
        """Write `text`, of narrow characters only, from `column` on."""
        if 0 <= row < self.height:
            for offset, char in enumerate(text):
                if 0 <= column + offset < self.width:
                    self._cells[row][column + offset] = (char, role)

    def at(self, column: int, row: int) -> str:
        """The character in a cell."""
        return self._cells[row][column][0]

    def row(self, row: int) -> Line:
        """One row, neighbours of the same role joined."""
        return tuple(
            Span("".join(char for char, _ in run), role)
            for role, run in groupby(self._cells[row], key=lambda cell: cell[1])
        )

    def lines(self) -> Lines:
        """All rows from the top."""
        return tuple(self.row(row) for row in range(self.height))
