"""What of a record is written over what is stored: plainly, or brought together with a newer revision."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any, TypeVar

from recalibrate.domain.records.record import Record, Version
from recalibrate.store.documents import encode, from_document, to_document
from recalibrate.store.kept import Kept
from recalibrate.store.lines import document_of
from recalibrate.store.shelf import Shelf

R = TypeVar("R", bound=Record)

TEXTS = ("what_happened", "observation", "voice.text", "voice.reworded", "name")
"""The user's own wordings, of which none is lost where a record keeps its history."""


def to_save(record: R, kept: Kept[R] | None, shelf: Shelf[R], now: datetime) -> tuple[R, dict[str, Any]]:
    """The record as stamped and the document to write for it, with all that the stored one holds beyond it."""
    if kept is None:
        stamped = record.stamped(now)
        return stamped, to_document(stamped)
    stored = document_of(kept.line)
    if kept.record.rev > record.rev:
        record = _brought_together(record, kept, shelf, now)
    stamped = replace(record, rev=kept.record.rev).stamped(now)
    from recalibrate.store.merge.three_way import laid_over  # what is new is laid over nothing

    return stamped, laid_over(stored, to_document(stamped))


def _brought_together(record: R, kept: Kept[R], shelf: Shelf[R], now: datetime) -> R:
    """Our change and the newer revision's; a text of theirs that loses goes into the record's history."""
    line = shelf.base(record.id, record.rev)
    base = to_document(from_document(type(record), document_of(line))) if line else None
    from recalibrate.store.merge.three_way import merged

    document, losing = merged(base, to_document(record), to_document(kept.record))
    if any(field.name == "history" for field in fields(record)):
        lost = (
            Version(field=name.partition(".")[0], text=text, replaced_at=now)
            for name, text in losing.items()
            if name in TEXTS
        )
        document["history"] = [*document["history"], *(encode(version) for version in lost)]
    document["created_at"] = kept.record.created_at.isoformat()
    return from_document(type(record), document)
