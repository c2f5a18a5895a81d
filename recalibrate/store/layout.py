"""The text of a journal: TinyDB's own JSON, one record a line, so that damage and differences stay small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import orjson

Table = dict[int, bytes]
"""TinyDB's number of a record and its whole line, `"12":{…}`."""

Lines = dict[str, Table | bytes]
"""A journal as lines: tables by name, and the raw text of a top-level value that is no table."""

BITE = 100
"""Lines written at once: no other thread waits long for the interpreter, and the pieces stay small enough
for the allocator to use their room again, which halves the time of a large save."""


PIECE = 250_000
"""Bytes cut into lines at once, for the same reason."""


class NotAJournal(ValueError):
    """The text is no journal; `at` is the byte where that showed, when it is known."""

    def __init__(self, reason: str, at: int | None = None) -> None:
        super().__init__(reason)
        self.at = at


def line_of(number: int, document: Any) -> bytes:
    """The line of one record. Raises TypeError for what JSON cannot hold."""
    return b'"%d":%b' % (number, orjson.dumps(document))


def document_of(line: bytes) -> dict[str, Any]:
    """The document of a line, freshly made."""
    return cast(dict[str, Any], orjson.loads(line[line.index(b":") + 1 :]))


def table_of(lines: Lines, name: str) -> Table:
    """The table of that name; an empty one when there is none."""
    table = lines.get(name)
    return table if isinstance(table, dict) else {}


def written(lines: Lines) -> Iterator[bytes]:
    """The text of a journal in pieces of a hundred lines."""
    head = b"{\n"
    for name, table in lines.items():
        key = orjson.dumps(name)
        if isinstance(table, bytes):
            yield head + key + b": " + table
        elif not table:
            yield head + key + b": {}"
        else:
            yield head + key + b": {\n"
            rows = list(table.values())
            last = (len(rows) - 1) // BITE * BITE
            for start in range(0, last, BITE):
                yield b",\n".join([*rows[start : start + BITE], b""])
            yield b",\n".join(rows[last:])
            yield b"\n}"
        head = b",\n"
    yield b"\n}\n" if lines else b"{}\n"


def read(data: bytes, *, trusted: bool = False) -> Lines:
    """The lines of a journal's text; `trusted` skips parsing what is known to be our own writing.

    Raises NotAJournal.
    """
    if data.startswith(b"{\n") and data.endswith(b"\n}\n"):
        for trust in (True, False) if trusted else (False,):
            try:
                return _own_lines(data, trust)
            except ValueError:
                pass  # another layout, or damage: the next reader tells which
    from recalibrate.store.foreign_layout import foreign_lines  # only where another hand has written

    return foreign_lines(data)


def _own_lines(data: bytes, trusted: bool) -> Lines:
    """The lines of a text in our own layout. Raises ValueError when it has another one, or is damaged."""
    lines: Lines = {}
    at, end = 2, len(data) - len(b"\n}\n")
    while True:
        row_end = data.find(b"\n", at, end)
        row = data[at : row_end if row_end >= 0 else end]
        if row.endswith(b": {"):
            name = orjson.loads(row[: -len(b": {")])
            if name in lines:
                raise ValueError("a table comes twice")
            lines[name], at = _table(data, row_end + 1, end, trusted)
        else:
            bare = row.removesuffix(b",")
            _keep_value(lines, bare)
            at += len(bare)
        if at == end:
            return lines
        if data[at : at + 2] != b",\n":
            raise ValueError("a comma is missing")
        at += 2


def _table(data: bytes, start: int, end: int, trusted: bool) -> tuple[Table, int]:
    """The records that stand from `start` on, and the place behind the brace after them. Raises ValueError."""
    table: Table = {}
    count = 0
    while start < end:
        cut = data.find(b"\n", start + PIECE, end)
        cut = end if cut < 0 else cut
        close = data.find(b"\n}", start, cut + len(b"\n}"))  # no record begins with a brace
        piece = data[start : cut if close < 0 else close]
        if close < 0 and not piece.endswith(b","):
            raise ValueError("a comma is missing")
        rows = piece.removesuffix(b",").split(b",\n") if close < 0 else piece.split(b",\n")
        if trusted:
            count += len(rows)
            table.update({int(row[1 : row.index(b'"', 1)]): row for row in rows})
        else:
            for row in rows:
                _take(table, row)
        if close >= 0:
            if trusted and len(table) != count:
                raise ValueError("a number comes twice")
            return table, close + len(b"\n}")
        start = cut + 1
    raise ValueError("a table does not end")


def _take(table: Table, row: bytes) -> None:
    """Check a row and put it into the table. Raises ValueError."""
    colon = row.index(b":")
    number = int(row[1 : colon - 1])
    if b'"%d":{' % number != row[: colon + 2]:
        raise ValueError("a record begins oddly")
    orjson.loads(memoryview(row)[colon + 1 :])
    if number in table:  # two machines gave the same number: both records stay
        number = max(table) + 1
        row = b'"%d"%b' % (number, row[colon:])
    table[number] = row


def _keep_value(lines: Lines, row: bytes) -> None:
    """Keep one whole top-level value that is no table, as it stands."""
    ((name, value),) = orjson.loads(b"{%b}" % row).items()
    if name in lines:
        raise ValueError("a value comes twice")
    if isinstance(value, dict):
        if value:
            raise ValueError("a table in another layout")
        lines[name] = {}
    else:
        lines[name] = row[len(orjson.dumps(name)) + 1 :].strip()
        if orjson.loads(cast(bytes, lines[name])) != value:
            raise ValueError("a name in another spelling")
