"""What a line of the journal tells of its record while it is still text.

A user's own text cannot look like a field of a record, for its quotes are escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from recalibrate.store.interruptible import orjson
from recalibrate.store.lines import document_of

Line = bytes
Test = Callable[[bytes], bool]
"""Says of a line, or of a text of many, whether it may fit: yes too often, never no wrongly."""

SECOND = len("2026-03-14T09:30:00")
DAY = len("2026-03-14")
"""How much of a time in a line is its second, and how much its day."""

HAPPENED = b'"happened_at":"'
_MADE = b'"created_at":"'
_ID = b'"id":"'
ENTRY = b'"entry_id":"'
_BELONGS_TO = (ENTRY, b'"root_id":"', b'"experiment_id":"')


def second_of(line: Line) -> bytes:
    """The wall clock of the slip as it stands in the line."""
    at = line.find(HAPPENED)
    if at >= 0:
        return line[at + len(HAPPENED) : at + len(HAPPENED) + SECOND]
    at = line.rfind(_MADE)
    if at >= 0 and b'"happened_at":null' in line:
        return line[at + len(_MADE) : at + len(_MADE) + SECOND]
    document = document_of(line)
    return str(document.get("happened_at") or document.get("created_at"))[:SECOND].encode("utf-8", "replace")


def id_in(line: Line) -> bytes:
    """The record's own id, which comes last of all ids in a line; nothing where it is spelt in another way."""
    start = line.rfind(_ID) + len(_ID)
    return line[start : line.find(b'"', start)] if start >= len(_ID) else b""


def entry_in(line: Line) -> bytes:
    """The entry that the line itself names; nothing where it names none, or in a way of its own."""
    start = line.find(ENTRY) + len(ENTRY)
    return line[start : line.find(b'"', start)] if start >= len(ENTRY) else b""


def refers_to(ids: Container[bytes], line: Line) -> bool:
    """Whether the line of an experiment or overhaul names one of these as what it belongs to."""
    for field in _BELONGS_TO:
        start = line.find(field) + len(field)
        if start >= len(field) and line[start : line.find(b'"', start)] in ids:
            return True
    return False


def quoted(id: str) -> bytes:
    """An id or a name as it stands in a line."""
    return orjson.dumps(id.encode("utf-8", "replace").decode())
