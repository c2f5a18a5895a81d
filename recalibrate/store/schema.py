"""The schema of a journal's lines: which one they have, and carrying them over to a newer."""

from __future__ import annotations

from collections.abc import Sequence

from recalibrate.store.lines import Lines, document_of, line_of, table_of, tables_of
from recalibrate.store.migrations import MARK, MIGRATIONS, Migration, migrated, schema_of


def schema_in(lines: Lines) -> int:
    """The schema that the lines say they have. Raises ValueError for a strange one."""
    mark = table_of(lines, MARK).get(1)
    return schema_of(document_of(mark) if mark else None)


def carried_over(lines: Lines, schema: int, migrations: Sequence[Migration] = MIGRATIONS) -> Lines:
    """The lines, which have this schema, in the newest that the migrations lead to; a still newer one stays."""
    if schema >= len(migrations):
        return lines
    tables = {
        name: {str(number): document_of(line) for number, line in table.items()}
        for name, table in tables_of(lines).items()
    }
    anew: Lines = {
        name: {int(number): line_of(int(number), document) for number, document in table.items()}
        for name, table in migrated(tables, schema, migrations).items()
    }
    return anew | {name: value for name, value in lines.items() if isinstance(value, bytes)}
