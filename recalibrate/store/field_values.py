"""The values of one field over all records, read off their lines: a count need not decode ten years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recalibrate.domain.records.record import Record
from recalibrate.store.interruptible import orjson
from recalibrate.store.journal import Journal
from recalibrate.store.line_index import id_in
from recalibrate.store.lines import document_of
from recalibrate.store.table import Table

_KEPT = b'"deleted_at":null'


def field_values(journal: Journal, kind: type[Record], field: str) -> Iterator[Any]:
    """The field as JSON holds it, of each record out of the bin; None where a record lacks it.

    For fields that hold an id, a number or a list of plain texts. What is spelt in another way than ours is decoded,
    and so is everything where two machines wrote the same record.
    """
    found = journal.table(kind)
    table = found if isinstance(found, dict) else found.rows
    if len({id_in(line) for line in table.values()}) < len(table):
        return (_in_json(getattr(record, field)) for record in journal.all(kind))
    return _off_the_lines(table, field)


def _off_the_lines(table: Table, field: str) -> Iterator[Any]:
    key = b'"%b":' % field.encode()
    known: dict[bytes, Any] = {b"null": None}
    for line in table.values():
        at = line.find(key) + len(key)
        if _KEPT in line and at >= len(key) and line.find(key, at) < 0:
            raw = line[at : _end(line, at)]
            if raw not in known:
                try:
                    known[raw] = orjson.loads(raw)
                except ValueError:  # a bracket or a quote within a text
                    known[raw] = document_of(line).get(field)
            yield known[raw]
        else:
            document = document_of(line)
            if document.get("deleted_at") is None:
                yield document.get(field)


def _end(line: bytes, at: int) -> int:
    """The place behind a value that holds nothing nested."""
    close = {b'"': b'"', b"[": b"]"}.get(line[at : at + 1])
    return line.find(close, at + 1) + 1 if close else line.find(b",", at)


def _in_json(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
