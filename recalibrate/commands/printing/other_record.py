"""A record that is no slip's story (a task, a try, a person, a situation …), field by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from recalibrate.domain.records.record import Record
from recalibrate.store.documents import TABLES, to_document
from recalibrate.store.errors import NotFound

if TYPE_CHECKING:
    from recalibrate.store.journal import Journal

LEFT_OUT = frozenset({"id", "created_at", "updated_at", "rev", "deleted_at"})


def other_record(journal: Journal, prefix: str) -> Record | None:
    """The one record of any kind whose id starts so; None when there is none."""
    for kind in TABLES:
        try:
            return journal.find(kind, prefix)
        except NotFound:
            continue
    return None


def record_lines(record: Record) -> Iterator[str]:
    """Its kind and id, then each field that says something."""
    yield f"{TABLES[type(record)].replace('_', ' ')} · {record.id[:8]}"
    for name, value in to_document(record).items():
        if name not in LEFT_OUT and value not in (None, "", [], False):
            yield f"  {name.replace('_', ' ')}: {_said(value)}"


def _said(value: Any) -> str:
    if isinstance(value, Mapping):
        said = {key: each for key, each in value.items() if each not in (None, "")}
        return "; ".join(f"{key.replace('_', ' ')} {_said(each)}" for key, each in said.items())
    if isinstance(value, list):
        return ", ".join(map(_said, value))
    return str(value)
