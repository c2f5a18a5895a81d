"""The rows of a list as drawn lines, kept for scrolling back and forth, and some drawn before they are seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.strip import Strip

Draw = Callable[[int, str, int], Strip]
"""Draws the row with a number as a part (a component class) for a width."""

MOST = 1000
"""So many lines are kept."""

AHEAD = 2
"""Rows drawn ahead at once: a window is ready before a cursor has walked through one, and no key waits for more."""


class RowStrips:
    """What was drawn, by the row's number, its part and the width."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._kept: dict[tuple[int, str, int], Strip] = {}

    def clear(self) -> None:
        """What was drawn before does not count."""
        self._kept.clear()

    def line(self, number: int, part: str, width: int) -> Strip:
        """The row as it looks."""
        strip = self._kept.get((number, part, width))
        if strip is None:
            if len(self._kept) >= MOST:
                self._kept.clear()
            strip = self._kept[number, part, width] = self._draw(number, part, width)
        return strip

    def draw_ahead(self, numbers: Iterable[int], part: str, width: int) -> None:
        """Draw the first few of the rows that were not drawn yet, while nobody waits for them."""
        drawn = 0
        for number in numbers:
            if (number, part, width) not in self._kept:
                self.line(number, part, width)
                drawn += 1
                if drawn == AHEAD:
                    return
