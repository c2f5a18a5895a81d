"""The complete export: every document as the journal holds it, in a form that comes back in without loss."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from recalibrate.exchange.choice import Choice, ids_around
from recalibrate.store.documents import TABLES
from recalibrate.store.interruptible import orjson
from recalibrate.store.journal import Journal
from recalibrate.store.migrations import MARK, SCHEMA

FORMAT = "recalibrate"
VERSION = 1
"""The version of this form; `schema` is that of the documents in it."""

TOMBSTONES = "tombstones"


def export_json(journal: Journal, choice: Choice) -> bytes:
    """The export as JSON: `format`, `version`, `schema`, then each table as an array, in the journal's order."""
    tables = journal.db.storage.read() or {}
    ids = None if choice.entries is None else ids_around(journal, choice.entries)
    document: dict[str, Any] = {"format": FORMAT, "version": VERSION, "schema": SCHEMA}
    names = [*TABLES.values(), *(name for name in tables if name not in TABLES.values() and name != MARK)]
    for name in names:
        if choice.no_people and name in ("people", "moments"):
            continue
        if ids is not None and name not in TABLES.values():
            continue
        document[name] = [
            _without(each, choice)
            for each in tables.get(name, {}).values()
            if ids is None or (each.get("id") in ids and each.get("deleted_at") is None)
        ]
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _without(document: dict[str, Any], choice: Choice) -> dict[str, Any]:
    left_out: Collection[str] = choice.leave_out | ({"people"} if choice.no_people else set())
    return {name: value for name, value in document.items() if name not in left_out} if left_out else document
