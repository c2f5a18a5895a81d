"""A table of a journal: its lines by number, or its text, uncut for whoever only adds to it or looks for a few."""

from __future__ import annotations

import threading
from collections.abc import Iterator

from recalibrate.store.codec import Piece

Table = dict[int, bytes]
"""TinyDB's number of a record and its whole line, `"12":{…}`."""

BITE = 1 << 18
"""Bytes of text handed on at once."""

_cutting = threading.Lock()


class Uncut:
    """The records of one table as they stand in a text of our own writing, and what was added behind them."""

    __slots__ = ("_count", "_end", "_last", "_rows", "_start", "_text", "added")

    def __init__(self, text: bytes, start: int, end: int, last: int, count: int) -> None:
        """The text from `start` to `end` is `count` whole lines, of which the last begins at `last`."""
        self._text = text
        self._start = start
        self._end = end
        self._last = last
        self._count = count
        self._rows: Table | None = None
        self.added: Table = {}

    def __len__(self) -> int:
        return self._count + len(self.added)

    @property
    def rows(self) -> Table:
        """The table cut into lines, once and for all."""
        with _cutting:
            if self._rows is None:
                rows = (row for bite in self.bites() for row in bite.split(b",\n"))
                self._rows = {int(row[1 : row.index(b'"', 1)]): row for row in rows}
            return self._rows

    @property
    def is_cut(self) -> bool:
        """Whether somebody needed the lines already."""
        return self._rows is not None

    def holds(self, needle: bytes) -> bool:
        """Whether the bytes stand anywhere in it, the line end before each record among them."""
        return self._text.find(needle, self._start - 1, self._end) >= 0 or any(
            needle in line for line in self.added.values()
        )

    def bites(self) -> Iterator[bytes]:
        """The text a few hundred lines at a time, each bite without the comma and line end behind it."""
        at = self._start
        while at < self._end:
            cut = self._text.find(b"\n", at + BITE, self._end)
            if cut < 0:
                yield self._text[at : self._end]
                break
            yield self._text[at : cut - 1]
            at = cut + 1
        if self.added:
            yield b",\n".join(self.added.values())

    def last(self, count: int) -> list[bytes]:
        """The last lines, at most so many, the latest first."""
        found = list(reversed(self.added.values()))[:count]
        end = self._end
        while len(found) < count and end > self._start:
            at = self._text.rfind(b"\n", self._start - 1, end)
            found.append(self._text[at + 1 : end])
            end = at - 1
        return found

    def pieces(self) -> Iterator[Piece]:
        """The text as it is written, what was there before without a copy."""
        view = memoryview(self._text)
        for at in range(self._start, self._end, BITE):
            yield view[at : min(at + BITE, self._end)]
        if self.added:
            yield b",\n"
            yield b",\n".join(self.added.values())

    def with_room(self) -> Uncut:
        """The same table, to be added to."""
        grown = Uncut(self._text, self._start, self._end, self._last, self._count)
        grown.added = dict(self.added)
        return grown

    def fresh_number(self) -> int:
        """A number that no record has: usually the one after the last."""
        if self.added:
            number = next(reversed(self.added)) + 1
        else:
            number = int(self._text[self._last + 1 : self._text.index(b'"', self._last + 1)]) + 1
        while self.holds(b'\n"%d":' % number) or number in self.added:
            number += 1
        return number
