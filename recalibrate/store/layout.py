"""The text of a journal: TinyDB's own JSON, one record a line, so that damage and differences stay small."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import orjson

Table = dict[int, bytes]
"""TinyDB's number of a record and its whole line, `"12":{…}`."""

Lines = dict[str, Table | bytes]
"""A journal as lines: tables by name, and the raw text of a top-level value that is no table."""

BITE = 1000
"""Lines handled at once, so that no other thread waits long for the interpreter."""


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


def written(lines: Lines) -> Iterator[bytes]:
    """The text of a journal in pieces of a thousand lines."""
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
            for start in range(0, len(rows), BITE):
                yield (b",\n" if start else b"") + b",\n".join(rows[start : start + BITE])
            yield b"\n}"
        head = b",\n"
    yield b"\n}\n" if lines else b"{}\n"


def read(data: bytes, *, trusted: bool = False) -> Lines:
    """The lines of a journal's text; `trusted` skips parsing what is known to be our own writing.

    Raises NotAJournal.
    """
    lines = _own_lines(data, trusted)
    return _any_lines(data) if lines is None else lines


def _own_lines(data: bytes, trusted: bool) -> Lines | None:
    """The lines of a text in our own layout; None when it has another one, or is damaged."""
    if not data.startswith(b"{\n") or not data.endswith(b"\n}\n"):
        return None
    lines: Lines = {}
    table: Table | None = None
    more = True
    loads = orjson.loads
    for row in _rows(data, 2, len(data) - 3):
        if not more:
            return None
        if table is None:
            if row.endswith(b": {"):
                name, table, more_rows = _name(row[:-3]), {}, True
                if name is None or name in lines:
                    return None
                lines[name] = table
                continue
            more = row.endswith(b",")
            if not _keep_value(lines, row[:-1] if more else row):
                return None
            continue
        if row in (b"}", b"},"):
            if more_rows and table:
                return None
            table, more = None, row == b"},"
            continue
        if not more_rows:
            return None
        more_rows = row.endswith(b",")
        line = row[:-1] if more_rows else row
        key, _, value = line.partition(b":")
        number = key[1:-1]
        if not number.isdigit() or number.startswith(b"0") or key != b'"%b"' % number or value[:1] != b"{":
            return None
        if int(number) in table:
            return None
        if not trusted:
            try:
                loads(value)
            except orjson.JSONDecodeError:
                return None
        table[int(number)] = line
    return lines if table is None and not more else None


def _rows(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """The rows of the text, cut in pieces of about a million bytes."""
    while start < end:
        cut = data.find(b"\n", min(start + 1_000_000, end), end)
        cut = end if cut < 0 else cut
        yield from data[start:cut].split(b"\n")
        start = cut + 1


def _name(key: bytes) -> str | None:
    try:
        name = orjson.loads(key)
    except orjson.JSONDecodeError:
        return None
    return name if isinstance(name, str) else None


def _keep_value(lines: Lines, row: bytes) -> bool:
    """Whether the row is one whole top-level value; if so it is kept as it stands."""
    try:
        ((name, value),) = orjson.loads(b"{" + row + b"}").items()
    except ValueError:
        return False
    lines[name] = {} if value == {} else row.partition(orjson.dumps(name) + b":")[2].strip()
    return name is not None


def _any_lines(data: bytes) -> Lines:
    """The lines of a journal in any layout, as stock TinyDB or a person may have written it."""
    try:
        tables = orjson.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        raise NotAJournal("it is not whole JSON", error.pos) from error
    if not isinstance(tables, dict):
        raise NotAJournal("it is not a set of tables", 0)
    lines: Lines = {}
    for name, table in tables.items():
        if not isinstance(table, dict):
            lines[name] = orjson.dumps(table)
            continue
        rows: Table = {}
        for number, document in table.items():
            if not number.isdecimal() or number != str(int(number)) or not isinstance(document, dict):
                raise NotAJournal(f"{name} holds something that is no record under {number!r:.20}")
            rows[int(number)] = line_of(int(number), document)
        lines[name] = rows
    return lines
