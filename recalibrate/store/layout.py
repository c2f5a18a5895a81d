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
        try:
            return _own_lines(data, trusted)
        except ValueError:
            pass  # another layout, or damage: the next reader tells which
    from recalibrate.store.foreign_layout import foreign_lines  # only where another hand has written

    return foreign_lines(data)


def _own_lines(data: bytes, trusted: bool) -> Lines:
    """The lines of a text in our own layout. Raises ValueError when it has another one, or is damaged."""
    lines: Lines = {}
    table: Table | None = None
    comma = True
    loads = orjson.loads
    for row in rows(data, 2, len(data) - 3):
        bare = row[:-1] if row.endswith(b",") else row
        if table is None:
            if not comma:
                raise ValueError("a comma is missing")
            if row.endswith(b": {"):
                name = loads(row[:-3])
                if name in lines:
                    raise ValueError("a table comes twice")
                table = lines[name] = {}
            else:
                _keep_value(lines, bare)
                comma = bare is not row
        elif row.startswith(b"}"):
            if bare != b"}" or comma:
                raise ValueError("a table ends oddly")
            table, comma = None, bare is not row
            continue
        else:
            colon = row.index(b":")
            digits = row[1 : colon - 1]
            number = int(digits)
            if not comma or row[:1] != b'"' or b'%d"' % number != row[1:colon] or row[colon + 1] != 123:
                raise ValueError("a record begins oddly")
            if not trusted:
                loads(memoryview(bare)[colon + 1 :])
            if number in table:  # two machines gave the same number: both records stay
                number = max(table) + 1
                bare = b'"%d"%b' % (number, bare[colon:])
            table[number] = bare
            comma = row.endswith(b",")
            continue
        if table is not None:
            comma = True
    if table is not None or comma:
        raise ValueError("the end is missing")
    return lines


def rows(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """The rows of the text, cut in pieces of about a million bytes."""
    while start < end:
        cut = data.find(b"\n", min(start + 1_000_000, end), end)
        cut = end if cut < 0 else cut
        yield from data[start:cut].split(b"\n")
        start = cut + 1


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
