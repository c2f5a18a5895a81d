"""Our own JSON export coming back: each document as it was, with its identity and its times."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from unicodedata import is_normalized
from uuid import uuid5

from recalibrate.domain.text import clean_text
from recalibrate.exchange.export_json import FORMAT, TOMBSTONES, VERSION
from recalibrate.exchange.incoming import NotReadable, Problem
from recalibrate.exchange.taking_in import NAMESPACE, Documents
from recalibrate.store.documents import TABLES, from_document
from recalibrate.store.interruptible import orjson
from recalibrate.store.migrations import MARK, SCHEMA, migrated

_KINDS = {name: kind for kind, name in TABLES.items()}


def is_ours(document: Any) -> bool:
    """Whether this is an export of ours, of whatever version."""
    return isinstance(document, dict) and document.get("format") == FORMAT


def from_json(document: Mapping[str, Any]) -> tuple[Documents, tuple[Problem, ...]]:
    """The documents by table, and the records that hold what no field takes. Raises NotReadable."""
    version, schema = document.get("version"), document.get("schema", SCHEMA)
    if not isinstance(version, int) or not isinstance(schema, int):
        raise NotReadable("The file does not say which version of the export it is.")
    if version > VERSION or schema > SCHEMA:
        raise NotReadable("The file was written by a newer recalibrate; upgrade to import it.")
    problems: list[Problem] = []
    tables: dict[str, Any] = {}
    for name, rows in document.items():
        if name in ("format", "version", "schema") or name.startswith("_"):
            continue
        if not isinstance(rows, list):
            problems.append(Problem(name, "it is no list of records."))
            continue
        tables[name] = {str(number): row for number, row in enumerate(rows, start=1)}
    documents: dict[str, list[dict[str, Any]]] = {}
    for name, table in migrated(tables, schema).items():
        if name == MARK:
            continue
        kept = documents.setdefault(name, [])
        for number, row in table.items():
            try:
                kept.append(_sound(name, row))
            except ValueError as error:
                problems.append(Problem(f"{name}, number {number}", str(error)))
    return documents, tuple(problems)


def _sound(name: str, row: Any) -> dict[str, Any]:
    """The row, clean and with an identity. Raises ValueError when it is no record of its table."""
    if not isinstance(row, dict):
        raise ValueError("it is no record.")
    sound: dict[str, Any] = row if _is_clean(row) else _cleaned(row)
    if not isinstance(sound.get("id"), str) or not sound["id"]:
        if name == TOMBSTONES:
            raise ValueError("it has no id.")
        sound["id"] = str(uuid5(NAMESPACE, orjson.dumps(sound).decode()))
    if name in _KINDS:
        from_document(_KINDS[name], sound)
    return sound


def _is_clean(row: dict[str, Any]) -> bool:
    """Whether nothing in the row can need cleaning, told by all its text: NFC, no NUL, CR or BOM."""
    text = orjson.dumps(row)
    if b"\\r" in text or b"\\u0000" in text:
        return False
    return text.isascii() or (b"\xef\xbb\xbf" not in text and is_normalized("NFC", text.decode()))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    if isinstance(value, dict):
        return {clean_text(key): _cleaned(each) for key, each in value.items()}
    return value
