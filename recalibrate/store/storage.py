"""TinyDB's storage seam: the journal's file held as lines, each commit atomic, durable and under a lock."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from recalibrate.store import files, layout, lock, standing
from recalibrate.store.checked import lines_of
from recalibrate.store.codec import PLAIN, Codec, Piece
from recalibrate.store.errors import JournalDamaged, JournalNewer, JournalReadOnly, NotSaved
from recalibrate.store.files import FileVersion
from recalibrate.store.journal_shape import need_a_file
from recalibrate.store.lines import Lines, SomethingElse, document_of, line_of, tables_of
from recalibrate.store.migrations import MARK, MIGRATIONS, Migration
from recalibrate.store.overlay import Overlay
from recalibrate.store.schema import carried_over, schema_in

Saved = Callable[[FileVersion | None, FileVersion, Collection[str]], None]
"""Told after each commit: the version that was replaced, the new one, and the tables that changed."""

Snapshot = Callable[[Lines, str], None]
"""Keeps the file as it is on disk now; told its lines and the reason, which is empty for the hourly one."""

MOST_ATTEMPTS = 5


class Manner(NamedTuple):
    """How a storage goes about its file: `soft_lock` where there is no flock, `patience` in seconds for it.

    `uncut` leaves the tables uncut for as long as nobody asks for lines, which suits a command that needs few.
    `checked` is where it is noted which writings of another hand were found whole, for the next one who reads.
    """

    codec: Codec = PLAIN
    snapshot: Snapshot | None = None
    soft_lock: bool = False
    patience: float = lock.PATIENCE
    migrations: Sequence[Migration] = MIGRATIONS
    uncut: bool = False
    checked: Path | None = None


class JournalStorage:
    """A journal's file, or memory alone when `path` is None; nothing is read before `load`.

    It is a TinyDB `Storage` (`database` registers it as one), without TinyDB's import for those who need no queries.

    `lines` is what disk and memory hold and is never changed in place; `generation` counts its changes;
    `read_only` says why nothing can be saved, and is empty when it can.
    """

    def __init__(self, path: Path | None = None, manner: Manner | None = None) -> None:
        self.path = path.resolve() if path else None  # a link stays a link: its target is swapped
        self.lines: Lines = {MARK: {1: line_of(1, {"schema": len(MIGRATIONS)})}}
        self.generation = 0
        self.read_only = ""
        self._manner = manner or Manner()
        self.saved: Saved = lambda before, after, tables: None
        self._version: FileVersion | None = None
        self._newer = False
        self._unsaved_reason = ""
        self._swept = False
        self._writing = threading.RLock()

    @property
    def version(self) -> FileVersion | None:
        """Which writing of the file is in memory; None when none was read yet."""
        return self._version

    @property
    def is_loaded(self) -> bool:
        """Whether the file was read once, or there is none to read."""
        return self.path is None or self._version is not None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables as TinyDB wants them, freshly made."""
        self.load()
        return {
            name: {str(number): document_of(line) for number, line in table.items()}
            for name, table in tables_of(self.lines).items()
        }

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Make these the tables; what is no table stays, and so does the mark of the schema."""

        def change(overlay: Overlay) -> None:
            for name in [each for each in tables_of(overlay.lines) if each != MARK]:
                if name not in data:
                    overlay.drop_table(name)
                for number in set(overlay.table(name)) - set(map(int, data.get(name, ()))):
                    overlay.drop(name, number)
            for name, table in data.items():
                for key, document in table.items():
                    overlay.put(name, int(key), document)

        self.commit(change)

    def close(self) -> None:
        """Nothing is left to do: every commit stood when it returned."""

    def load(self) -> bool:
        """Read the file if it changed since; True when it did. Raises JournalDamaged.

        While another thread commits, that commit reads what changed; this returns at once.
        """
        if self.path is None or (self._version and FileVersion.of(self.path) == self._version):
            return False
        if not self._writing.acquire(blocking=self._version is None):
            return False
        try:
            return self._load(self.path)
        finally:
            self._writing.release()

    def commit(self, change: Callable[[Overlay], None], reason: str = "") -> dict[str, set[int]]:
        """Let `change` work on an overlay of what is on disk now, and make it stand; answers what it touched.

        A `reason` (delete, import, merge …) keeps the version being replaced. Raises NotSaved, JournalBusy,
        JournalReadOnly, JournalNewer or JournalDamaged; memory then equals the disk. `change` may be called
        again when the file was replaced meanwhile by somebody who takes no lock.
        """
        with self._writing:
            if self.path is None:
                overlay = Overlay(self.lines)
                change(overlay)
                if overlay.is_changed:
                    self._now(overlay.lines)
                return overlay.changed
            try:
                files.make_folder(self.path.parent)
                with lock.held(self.path, patience=self._manner.patience, soft=self._manner.soft_lock) as noted:
                    return self._commit(self.path, change, reason, noted)
            except OSError as error:
                raise _not_saved(self.path, error) from error

    def _commit(self, path: Path, change: Callable[[Overlay], None], reason: str, noted: int) -> dict[str, set[int]]:
        if not self._swept:
            files.sweep(path)
            self._swept = True
        for _ in range(MOST_ATTEMPTS):
            self._load(path)
            self._refuse_read_only()
            overlay = Overlay(self.lines)
            change(overlay)
            if not overlay.is_changed and not self._unsaved_reason and self._version:
                return overlay.changed
            try:
                version = files.swap_in(path, self._pieces(overlay.lines), lambda: self._last_look(path, reason))
            except _Moved:
                continue
            except OSError:
                self._swept = False
                raise
            before, self._version = self._version, version
            self._unsaved_reason = ""
            self._now(overlay.lines)
            files.sync_folder(path.parent)
            standing.write_stamp(noted, version)
            self.saved(before, version, overlay.changed)
            return overlay.changed
        raise NotSaved(f"Not saved: something else keeps writing to {path}; try again in a moment.")

    def _last_look(self, path: Path, reason: str) -> None:
        """With the new text safe on disk: is the old one still what was read? Then it may be kept and go."""
        if FileVersion.of(path) != self._version:
            raise _Moved
        if self._version and self._manner.snapshot:
            self._manner.snapshot(self.lines, reason or self._unsaved_reason)

    def _pieces(self, lines: Lines) -> Iterable[Piece]:
        return self._manner.codec.encode_pieces(layout.written(lines))

    def _refuse_read_only(self) -> None:
        if self._newer:
            raise JournalNewer(self.read_only)
        assert self.path is not None
        self.read_only = standing.why_read_only(self.path)
        if self.read_only:
            raise JournalReadOnly(self.read_only)

    def _load(self, path: Path) -> bool:
        version = FileVersion.of(path)
        if version is None:
            try:
                standing.refuse_if_gone(path, seen=self._version is not None)
            except JournalDamaged:
                if FileVersion.of(path):  # another window made it between the two looks
                    return self._load(path)
                raise
            return False
        if version == self._version:
            return False
        need_a_file(path)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise JournalDamaged(f"{path} cannot be read: {error.strerror or error}; {standing.WHAT_NOW}") from error
        if not data:
            standing.refuse_if_emptied(path, seen=self._version is not None)
            self._version = version
            return False
        stamp = standing.stamp_of(version)
        ours = standing.stamp(path) == stamp
        try:
            text = self._manner.codec.decode(data)
            lines = lines_of(text, stamp, ours=ours, notes=self._manner.checked, uncut=self._manner.uncut)
            lines = self._up_to_date(path, lines)
        except SomethingElse as error:
            raise JournalDamaged(f"{path} {error}") from error
        except ValueError as error:
            at = getattr(error, "at", None)
            where = f" (at byte {at:,})" if at is not None else ""
            raise JournalDamaged(
                f"{path} cannot be read as a journal: {error}{where}; {standing.what_now(path)}"
            ) from error
        if not self._newer:
            self.read_only = standing.why_read_only(path)
        self._version = version
        self._now(lines)
        return True

    def _up_to_date(self, path: Path, lines: Lines) -> Lines:
        """The lines in today's schema; the file itself is written anew with the next save."""
        schema, newest = schema_in(lines), len(self._manner.migrations)
        self._newer = schema > newest
        self._unsaved_reason = f"schema-{schema}" if schema < newest else ""
        if self._newer:
            self.read_only = f"{path} was written by a newer recalibrate, so it can only be read; upgrade to write."
        return carried_over(lines, schema, self._manner.migrations)

    def _now(self, lines: Lines) -> None:
        self.lines = lines
        self.generation += 1


class _Moved(Exception):
    """The file was replaced by somebody who takes no lock."""


def _not_saved(path: Path, error: OSError) -> NotSaved:
    reason = error.strerror or str(error)
    return NotSaved(f"Not saved, and the journal is as it was: {reason} ({path}); mend that, then try again.")
