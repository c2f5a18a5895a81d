"""The form of the JSON export as a JSON Schema, made from the records themselves."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from recalibrate.domain.records.record import Record
from recalibrate.exchange.export_json import FORMAT, TOMBSTONES, VERSION
from recalibrate.store.documents import TABLES
from recalibrate.store.migrations import SCHEMA


def schema() -> dict[str, Any]:
    """The whole schema; `recalibrate/exchange/schema.json` is this, written down."""
    kinds: dict[str, Any] = {}
    tables = {name: {"type": "array", "items": _of(kind, kinds)} for kind, name in TABLES.items()}
    tables[TOMBSTONES] = {
        "type": "array",
        "description": "What was taken out for good: only that it was there.",
        "items": {"type": "object", "properties": {"id": {"type": "string"}, "purged_at": _of(datetime, kinds)}},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A recalibrate journal as exported",
        "description": "Tables of documents. Keys beyond these are kept; ratings and probabilities are 0-100 in tens.",
        "type": "object",
        "required": ["format", "version", "schema"],
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "schema": {"type": "integer", "description": f"The schema of the documents; this one is {SCHEMA}."},
            **tables,
        },
        "$defs": dict(sorted(kinds.items())),
    }


def _of(kind: Any, kinds: dict[str, Any]) -> dict[str, Any]:
    arguments = get_args(kind)
    if NoneType in arguments:
        (inner,) = (each for each in arguments if each is not NoneType)
        return {"anyOf": [_of(inner, kinds), {"type": "null"}]}
    if get_origin(kind) is tuple:
        if arguments[-1] is Ellipsis:
            return {"type": "array", "items": _of(arguments[0], kinds)}
        return {"type": "array", "prefixItems": [_of(each, kinds) for each in arguments], "items": False}
    if dataclasses.is_dataclass(kind):
        return _object(kind, kinds)  # type: ignore[arg-type] # is_dataclass narrows to an instance or a type
    if issubclass(kind, Enum):
        return {"enum": [each.value for each in kind]}
    if issubclass(kind, datetime):
        return {"type": "string", "format": "date-time"}
    if issubclass(kind, date):
        return {"type": "string", "format": "date"}
    return {"type": {bool: "boolean", int: "integer", float: "number", str: "string"}[kind]}


def _object(kind: type, kinds: dict[str, Any]) -> dict[str, Any]:
    if kind.__name__ not in kinds:
        kinds[kind.__name__] = {}  # so that a kind that holds itself ends here
        hints = get_type_hints(kind)
        own = [field for field in dataclasses.fields(kind) if field.name not in Record.__dataclass_fields__]
        base = [field for field in dataclasses.fields(kind) if field.name in Record.__dataclass_fields__]
        needed = [field.name for field in own if _has_no_default(field)]
        kinds[kind.__name__] = {
            "type": "object",
            "description": " ".join((kind.__doc__ or "").split()),
            "properties": {field.name: _of(hints[field.name], kinds) for field in (*own, *base)},
            "required": [*needed, "id"] if base else needed,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _has_no_default(field: Any) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
