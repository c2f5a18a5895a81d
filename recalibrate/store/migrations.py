"""The steps from each older schema to the next: pure functions from tables to tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Tables = dict[str, Any]
Migration = Callable[[Tables], Tables]

MARK = "_recalibrate"
"""The table whose one document says which schema the file has."""


def mark_the_schema(tables: Tables) -> Tables:
    """0 → 1: journals got a mark; nothing else differs."""
    return tables


MIGRATIONS: Sequence[Migration] = (mark_the_schema,)
"""Step n leads from schema n to n + 1. A step never changes once it was released; a golden file tests it."""

SCHEMA = len(MIGRATIONS)


def schema_of(mark: Any) -> int:
    """The schema that a mark's document names; 0 when there is none. Raises ValueError for a strange one."""
    if not mark:
        return 0
    schema = mark.get("schema", 0)
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 0:
        raise ValueError(f"{schema!r:.40} is no schema")
    return schema


def migrated(tables: Tables, schema: int, migrations: Sequence[Migration] = MIGRATIONS) -> Tables:
    """The tables carried from `schema` to the newest; what the steps do not know stays."""
    for step in migrations[schema:]:
        tables = step(tables)
    mark = tables.get(MARK, {})
    return {MARK: {**mark, "1": {**mark.get("1", {}), "schema": len(migrations)}}} | {
        name: table for name, table in tables.items() if name != MARK
    }
