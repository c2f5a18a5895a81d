"""Whether whole JSON is a journal at all: tables with records, not an export or some other program's file."""

from __future__ import annotations

from pathlib import Path

from recalibrate.store import layout
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.files import is_no_regular_file
from recalibrate.store.lines import Lines, SomethingElse

UNNAMED = "_default"
"""The table that TinyDB makes when nobody names one."""


def journal_lines(data: bytes, *, trusted: bool = False, uncut: bool = False) -> Lines:
    """The lines of a journal's text, as `layout.read` has them. Raises NotAJournal, SomethingElse."""
    lines = layout.read(data, trusted=trusted, uncut=uncut)
    need_a_journal(lines)
    return lines


def need_a_file(path: Path) -> None:
    """Raises JournalDamaged for a folder, a device or a pipe: reading one may never end, saving would replace it."""
    if path.is_dir():
        raise JournalDamaged(f"{path} is no regular file but a folder; name the file in it that is the journal.")
    if is_no_regular_file(path):
        raise JournalDamaged(f"{path} is no regular file, so it can be no journal; name another one.")


def need_a_journal(lines: Lines) -> None:
    """Raises SomethingElse where a save would make a journal of a file that is none.

    A value that is no table may stand beside tables that hold records, but never in the place of one of ours.
    """
    values = {name: found for name, found in lines.items() if isinstance(found, bytes)}
    if values.get("format") == b'"recalibrate"' and b"[" in {value[:1] for value in values.values()}:
        raise SomethingElse("is an export, not a journal; `recalibrate import` takes it in. Nothing was changed.")
    holds_records = any(found for name, found in lines.items() if name not in values)
    if holds_records and not values:
        return
    from recalibrate.store.documents import TABLES  # only where there is anything odd

    ours = ("_recalibrate", "tombstones", *TABLES.values())
    odd = next((name for name in ours if name in values), "")
    if odd:
        raise SomethingElse(
            f"is no journal, for its {odd} are no table; `recalibrate import` takes in what other notebooks "
            "export. Nothing was changed."
        )
    if lines and not holds_records and lines.keys().isdisjoint((UNNAMED, *ours)):
        raise SomethingElse("is whole JSON, but no journal: it holds no table of records. Nothing was changed.")
