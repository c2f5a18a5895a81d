"""What is wrong with a journal, what is left of it, and how to bring it back without losing what is there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from recalibrate.domain.clock import Clock
from recalibrate.store import standing
from recalibrate.store.backups import Restored, counts_of, newest_good, read_lines, swap
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.documents import TABLES, from_document
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.journal_shape import journal_lines
from recalibrate.store.lines import Lines, NotAJournal, SomethingElse, document_of, line_of, table_of
from recalibrate.store.migrations import MARK, SCHEMA, schema_of
from recalibrate.store.salvage import Salvage, salvage
from recalibrate.store.snapshots import Backup
from recalibrate.store.table import Table


class State(StrEnum):
    """How a journal's file stands."""

    WHOLE = "whole"
    NEW = "new"
    GONE = "gone"
    EMPTIED = "emptied"
    DAMAGED = "damaged"
    NEWER = "newer"
    SOMETHING_ELSE = "something_else"


@dataclass(frozen=True, slots=True)
class Report:
    """A look at a journal that changes nothing: `problem` is one sentence, empty when it is whole or new.

    `counts` are the records by table as far as the file can be read; `salvaged` those found whole in a damaged
    one, `lost` the rows that are none any more; `remarks` are about records that can be read but are odd.
    """

    path: Path
    state: State
    problem: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    salvaged: dict[str, int] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    read_only: str = ""
    backup: Backup | None = None
    backup_counts: dict[str, int] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        """Whether the journal can be used as it is."""
        return self.state in (State.WHOLE, State.NEW)


def check(path: Path, clock: Clock, codec: Codec = PLAIN) -> Report:
    """Look at every line of the journal and at its newest good backup; writes nothing."""
    report = replace(_looked_at(path, codec), read_only=standing.why_read_only(path))
    backup = newest_good(path, clock, codec)
    if backup is None:
        return report
    return replace(report, backup=backup, backup_counts=counts_of(read_lines(backup.path, codec)))


def _looked_at(path: Path, codec: Codec) -> Report:
    try:
        data = path.read_bytes()
        if not data:
            standing.refuse_if_emptied(path, seen=False)
            return Report(path, State.NEW)
    except FileNotFoundError:
        try:
            standing.refuse_if_gone(path, seen=False)
        except JournalDamaged as error:
            return Report(path, State.GONE, str(error))
        return Report(path, State.NEW)
    except OSError as error:
        return Report(path, State.DAMAGED, f"{path} cannot be read: {error.strerror or error}.")
    except JournalDamaged as error:
        return Report(path, State.EMPTIED, str(error))
    try:
        text = codec.decode(data)
    except ValueError as error:
        return Report(path, State.DAMAGED, f"{path} cannot be opened: {error}.")
    try:
        lines = journal_lines(text)
        schema = schema_of(_mark(lines))
    except SomethingElse as error:
        return Report(path, State.SOMETHING_ELSE, f"{path} {error}")
    except ValueError as error:
        return _damaged(path, text, error)
    if schema > SCHEMA:
        problem = f"{path} was written by a newer recalibrate; upgrade to write to it."
        return Report(path, State.NEWER, problem, counts=counts_of(lines))
    return Report(path, State.WHOLE, counts=counts_of(lines), remarks=_remarks(lines))


def _damaged(path: Path, text: bytes, error: ValueError) -> Report:
    found = salvage(text)
    at = f" at byte {error.at:,}" if isinstance(error, NotAJournal) and error.at is not None else ""
    return Report(
        path,
        State.DAMAGED,
        f"{path} cannot be read as a journal: {error}{at}.",
        salvaged=counts_of(found.lines),
        lost=tuple(found.lost),
        remarks=(f"{found.twice} records stood there more than once.",) if found.twice else (),
    )


def recover(path: Path, clock: Clock, codec: Codec = PLAIN, *, dry_run: bool = False) -> Restored:
    """Bring a damaged journal back: the newest good backup and all that is whole in the file, together.

    Of a record in both the higher revision counts, and at the same revision the backup's, which is whole.
    The damaged file is kept among the backups. Raises JournalDamaged when nothing at all was found,
    NotSaved, JournalBusy.
    """
    backup = newest_good(path, clock, codec)
    lines: Lines = dict(read_lines(backup.path, codec)) if backup else {}
    found = _found(path, codec)
    if not any(found.lines.values()) and not lines:
        raise JournalDamaged(f"Nothing could be found in {path} or its backups; the file stays as it is.")
    for name, table in found.lines.items():
        if isinstance(table, dict):
            lines[name] = _together(table_of(lines, name), table)
    return swap(path, lines, clock, codec, dry_run=dry_run)


def _found(path: Path, codec: Codec) -> Salvage:
    try:
        return salvage(codec.decode(path.read_bytes()))
    except (OSError, ValueError):
        return Salvage()


def _together(kept: Table, found: Table) -> Table:
    """Both tables by identity; what has none is kept from both."""
    result = dict(kept)
    numbers = {document_of(line).get("id"): number for number, line in kept.items()}
    for number, line in found.items():
        document = document_of(line)
        identity = document.get("id")
        there = numbers.get(identity) if identity else None
        if there is not None:
            if _rev(document) > _rev(document_of(result[there])):
                result[there] = line_of(there, document)
            continue
        if number in result and result[number] == line:
            continue
        fresh = number if number not in result else max(result) + 1
        result[fresh] = line_of(fresh, document)
        numbers[identity] = fresh
    return result


def _rev(document: dict[str, Any]) -> int:
    rev = document.get("rev")
    return rev if isinstance(rev, int) else 0


def _mark(lines: Lines) -> dict[str, Any] | None:
    line = table_of(lines, MARK).get(1)
    return document_of(line) if line else None


def _remarks(lines: Lines) -> tuple[str, ...]:
    remarks = []
    for kind, name in TABLES.items():
        seen: set[str] = set()
        for number, line in table_of(lines, name).items():
            try:
                record = from_document(kind, document_of(line))
            except ValueError as error:
                remarks.append(f"Number {number} of {name} is not understood and left alone: {error}")
                continue
            if record.id in seen:
                remarks.append(f"Number {number} of {name} has an id that another one has: {record.id}.")
            seen.add(record.id)
    return tuple(remarks)
