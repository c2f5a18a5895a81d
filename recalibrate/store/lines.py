"""A journal as lines: one record a line under TinyDB's number, table by table, as memory holds it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from recalibrate.store.interruptible import orjson
from recalibrate.store.table import Table, Uncut

Lines = dict[str, Table | Uncut | bytes]
"""A journal as lines: tables by name, and the raw text of a top-level value that is no table."""


class NotAJournal(ValueError):
    """The text is no journal; `at` is the byte where that showed, when it is known."""

    def __init__(self, reason: str, at: int | None = None) -> None:
        super().__init__(reason)
        self.at = at


class SomethingElse(NotAJournal):
    """The text is whole, but of something else, which is not to be mended; the message goes on behind its name."""


def line_of(number: int, document: Any) -> bytes:
    """The line of one record. Raises TypeError for what JSON cannot hold."""
    return b'"%d":%b' % (number, orjson.dumps(document))


def document_of(line: bytes) -> dict[str, Any]:
    """The document of a line, freshly made."""
    return cast(dict[str, Any], orjson.loads(line[line.index(b":") + 1 :]))


def table_of(lines: Lines, name: str) -> Table:
    """The table of that name; an empty one when there is none."""
    found = lines.get(name)
    if isinstance(found, dict):
        return found
    return {} if found is None or isinstance(found, bytes) else found.rows


def tables_of(lines: Lines) -> Mapping[str, Table]:
    """All tables by name, without the values that are none."""
    return {name: table_of(lines, name) for name, found in lines.items() if not isinstance(found, bytes)}
