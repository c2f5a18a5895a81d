"""Backups for the user's hands: keep one now, see whether they are whole, bring one back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from recalibrate.domain.clock import Clock
from recalibrate.paths import beside
from recalibrate.store import files, layout, lock, standing
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.errors import JournalDamaged, NotFound, NotSaved
from recalibrate.store.files import FileVersion
from recalibrate.store.journal_shape import journal_lines, need_a_file
from recalibrate.store.lines import Lines, SomethingElse, table_of, tables_of
from recalibrate.store.migrations import MARK
from recalibrate.store.snapshots import DAMAGED, Backup, Snapshots


@dataclass(frozen=True, slots=True)
class Verified:
    """What a backup holds by its own text: records by table; `problem` is empty when it is whole."""

    backup: Backup
    counts: dict[str, int]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """What bringing a journal back does or did: records by table before and after, and where the old file is kept.

    `before` is None when the file could not be read; `kept` is None in a dry run, or when there was no file.
    `altered` counts those that are there before and after, and say something else.
    """

    before: dict[str, int] | None
    after: dict[str, int]
    kept: Path | None
    altered: dict[str, int]


def backups(journal: Path, clock: Clock) -> list[Backup]:
    """The backups of a journal, newest first, without the damaged files that are kept beside them."""
    return [backup for backup in Snapshots.of(journal, clock).all() if backup.reason != DAMAGED]


def keep_now(journal: Path, clock: Clock, codec: Codec = PLAIN) -> Backup:
    """Keep the journal as it is now, whole as it must be. Raises JournalDamaged, NotSaved."""
    lines = read_lines(journal, codec)
    snapshots = Snapshots.of(journal, clock)
    try:
        with lock.held(journal):
            path = snapshots.keep("by_hand", len(table_of(lines, "entries")))
    except OSError as error:
        raise NotSaved(f"No backup was made: {error.strerror or error} ({journal}).") from error
    return next(backup for backup in snapshots.all() if backup.path == path)


def verify(backup: Backup, codec: Codec = PLAIN) -> Verified:
    """Read a backup whole, line by line."""
    try:
        return Verified(backup, counts_of(read_lines(backup.path, codec)))
    except JournalDamaged as error:
        return Verified(backup, {}, str(error))


def newest_good(journal: Path, clock: Clock, codec: Codec = PLAIN) -> Backup | None:
    """The newest backup that can be read whole."""
    return next((each for each in backups(journal, clock) if not verify(each, codec).problem), None)


def choose(journal: Path, clock: Clock, name: str = "", codec: Codec = PLAIN) -> Backup:
    """The backup of that name or path, or the newest good one. Raises NotFound."""
    if not name:
        found = newest_good(journal, clock, codec)
    else:
        wanted = Path(name).name
        found = next((each for each in backups(journal, clock) if each.path.name == wanted), None)
    if found is None:
        where = beside(journal, "backups")
        raise NotFound(f"There is no backup {name} in {where}." if name else f"There is no good backup in {where}.")
    return found


def restore(journal: Path, backup: Path, clock: Clock, codec: Codec = PLAIN, *, dry_run: bool = False) -> Restored:
    """Bring a backup back as the journal; the file that is there now is kept first, whole or damaged.

    Raises JournalDamaged when the backup is not whole, NotSaved, JournalBusy; the journal is as it was then.
    """
    lines = read_lines(backup, codec)
    return swap(journal, lines, clock, codec, dry_run=dry_run)


def swap(journal: Path, lines: Lines, clock: Clock, codec: Codec = PLAIN, *, dry_run: bool = False) -> Restored:
    """Make these lines the journal, keeping the present file among the backups. Raises NotSaved, JournalBusy."""
    try:
        present: Lines | None = read_lines(journal, codec)
    except JournalDamaged:
        present = None
    before = None if present is None else counts_of(present)
    altered = {} if present is None else _altered(present, lines)
    if dry_run:
        return Restored(before, counts_of(lines), None, altered)
    try:
        files.make_folder(journal.parent)
        with lock.held(journal) as noted:
            kept = None
            if FileVersion.of(journal):
                reason = DAMAGED if before is None else "restore"
                kept = Snapshots.of(journal, clock).keep(reason, (before or {}).get("entries", 0))
            text = codec.encode(b"".join(layout.written(lines)))
            version = files.swap_in(journal.resolve(), [text])
            files.sync_folder(journal.resolve().parent)
            standing.write_stamp(noted, version)
    except OSError as error:
        raise NotSaved(f"Nothing was restored: {error.strerror or error} ({journal}).") from error
    return Restored(before, counts_of(lines), kept, altered)


def _altered(before: Lines, after: Lines) -> dict[str, int]:
    """How many records of each table stand in both and differ."""
    found = {}
    for name, table in tables_of(after).items():
        other = table_of(before, name)
        found[name] = sum(number in other and other[number] != line for number, line in table.items())
    return found


def read_lines(path: Path, codec: Codec = PLAIN) -> Lines:
    """The lines of a file, each of them checked. Raises JournalDamaged."""
    need_a_file(path)
    try:
        data = path.read_bytes()
        return journal_lines(codec.decode(data))
    except OSError as error:
        raise JournalDamaged(f"{path} cannot be read: {error.strerror or error}.") from error
    except SomethingElse as error:
        raise JournalDamaged(f"{path} {error}") from error
    except ValueError as error:
        raise JournalDamaged(f"{path} cannot be read as a journal: {error}.") from error


def counts_of(lines: Lines) -> dict[str, int]:
    """How many records each table holds, those in the bin included."""
    return {name: len(table) for name, table in lines.items() if isinstance(table, dict) and name != MARK}
