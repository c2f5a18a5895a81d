"""The text of a journal: TinyDB's own JSON, one record a line, so that damage and differences stay small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from recalibrate.store.codec import Piece
from recalibrate.store.interruptible import orjson
from recalibrate.store.lines import Lines
from recalibrate.store.table import Table, Uncut

BITE = 100
"""Lines written at once: no other thread waits long for the interpreter, and the pieces stay small enough
for the allocator to use their room again, which halves the time of a large save."""

PIECE = 250_000
"""Bytes cut into lines at once, for the same reason."""

_BRACE, _COMMA = ord("}"), ord(",")


def written(lines: Lines) -> Iterator[Piece]:
    """The text of a journal in pieces of a hundred lines, or what was not cut as it stands."""
    head = b"{\n"
    for name, table in lines.items():
        key = orjson.dumps(name)
        if isinstance(table, bytes):
            yield head + key + b": " + table
        elif not table:
            yield head + key + b": {}"
        elif isinstance(table, Uncut):
            yield head + key + b": {\n"
            yield from table.pieces()
            yield b"\n}"
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


def is_our_writing(text: bytes, lines: Lines) -> bool:
    """Whether the lines would be written as exactly this text."""
    at = 0
    for piece in written(lines):
        if not text.startswith(bytes(piece), at):
            return False
        at += len(piece)
    return at == len(text)


def read(data: bytes, *, trusted: bool = False, uncut: bool = False) -> Lines:
    """The lines of a journal's text; `trusted` skips parsing what is known to be our own writing.

    With `uncut` the tables of a text like our own are not even cut into lines. Raises NotAJournal.
    """
    if data.startswith(b"{\n") and data.endswith(b"\n}\n"):
        takers: list[Taker] = []
        if uncut:
            takers = [_uncut if trusted else _checked_uncut]
        elif trusted:
            takers = [_trusted_table]
        for take in (*takers, _table):
            try:
                return _own_lines(data, take)
            except ValueError:
                pass  # another layout, or damage: the next reader tells which
    from recalibrate.store.foreign_layout import foreign_lines  # only where another hand has written

    return foreign_lines(data)


Taker = Callable[[bytes, int, int], tuple[Table | Uncut, int]]
"""Reads the records that stand from one place on, before another; answers the place behind the brace after them."""


def _own_lines(data: bytes, take: Taker) -> Lines:
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
            lines[name], at = take(data, row_end + 1, end)
        else:
            bare = row.removesuffix(b",")
            _keep_value(lines, bare)
            at += len(bare)
        if at == end:
            return lines
        if data[at : at + 2] != b",\n":
            raise ValueError("a comma is missing")
        at += 2


def _uncut(data: bytes, start: int, end: int) -> tuple[Uncut, int]:
    """The records as one text. Raises ValueError."""
    find = data.find
    last = at = start
    count = 0
    while data[at] != _BRACE:  # no record begins with one
        last = at
        count += 1
        at = find(b"\n", at, end + 1) + 1
        if not at:
            raise ValueError("a table does not end")
    return Uncut(data, start, at - 1, last, count), at + 1


def _checked_uncut(data: bytes, start: int, end: int) -> tuple[Uncut, int]:
    """The same with each record checked, where each number stands once. Raises ValueError."""
    find, view = data.find, memoryview(data)
    last = at = start
    numbers: list[int] = []
    while data[at] != _BRACE:
        last, stop = at, find(b"\n", at, end + 1)
        if stop < 0:
            raise ValueError("a table does not end")
        colon = find(b'":{', at, stop) + 1
        number = int(data[at + 1 : colon - 1])
        if data[at:colon] != b'"%d"' % number or (data[stop - 1] == _COMMA) is (data[stop + 1] == _BRACE):
            raise ValueError("a record begins or ends oddly")
        orjson.loads(view[colon + 1 : stop - 1 if data[stop - 1] == _COMMA else stop])
        numbers.append(number)
        at = stop + 1
    if len(set(numbers)) < len(numbers):
        raise ValueError("a number comes twice")
    return Uncut(data, start, at - 1, last, len(numbers)), at + 1


def _trusted_table(data: bytes, start: int, end: int) -> tuple[Table, int]:
    """The records by number, without a look at what is in them. Raises ValueError."""
    table: Table = {}
    at, count = start, 0
    for rows, behind in _rows(data, start, end):
        at = behind
        count += len(rows)
        table.update({int(row[1 : row.index(b'"', 1)]): row for row in rows})
    if len(table) != count:
        raise ValueError("a number comes twice")
    return table, at


def _table(data: bytes, start: int, end: int) -> tuple[Table, int]:
    """The records by number, each of them checked. Raises ValueError."""
    table: Table = {}
    at = start
    for rows, behind in _rows(data, start, end):
        at = behind
        for row in rows:
            _take(table, row)
    return table, at


def _rows(data: bytes, start: int, end: int) -> Iterator[tuple[list[bytes], int]]:
    """The lines of a table bite by bite, each time with the place behind what was read. Raises ValueError."""
    while start < end:
        cut = data.find(b"\n", start + PIECE, end)
        cut = end if cut < 0 else cut
        close = data.find(b"\n}", start, cut + len(b"\n}"))  # no record begins with a brace
        if close >= 0:
            yield data[start:close].split(b",\n"), close + len(b"\n}")
            return
        piece = data[start:cut]
        if not piece.endswith(b","):
            raise ValueError("a comma is missing")
        start = cut + 1
        yield piece.removesuffix(b",").split(b",\n"), start
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
