"""TinyDB's storage seam: the journal's file held as lines, each commit atomic, durable and under a lock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tinydb.storages import Storage

from recalibrate.store import files, layout
from recalibrate.store.errors import JournalDamaged, JournalReadOnly, NotSaved
from recalibrate.store.layout import Lines, Table
from recalibrate.store.lock import held


class Overlay:
    """The journal as it will be; the lines under it stay as they are until the commit stands."""

    def __init__(self, lines: Lines) -> None:
        self.lines: Lines = dict(lines)
        self._own: set[str] = set()

    def table(self, name: str) -> Table:
        """The lines of a table, to be read."""
        table = self.lines.get(name, {})
        return table if isinstance(table, dict) else {}

    def put(self, name: str, number: int | None, document: Any) -> int:
        """Set a record, under a fresh number when there is none; answers the number."""
        table = self._writable(name)
        if number is None:
            number = max(table, default=0) + 1
        table[number] = layout.line_of(number, document)
        return number

    def drop(self, name: str, number: int) -> None:
        """Take a record out."""
        self._writable(name).pop(number, None)

    def _writable(self, name: str) -> Table:
        if name not in self._own:
            self.lines[name] = dict(self.table(name))
            self._own.add(name)
        table = self.lines[name]
        assert isinstance(table, dict)
        return table


class JournalStorage(Storage):
    """A journal's file, or memory alone when `path` is None.

    `lines` is what disk and memory hold, never changed in place; `generation` counts its changes.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.lines: Lines = {}
        self.generation = 0
        self.read_only = ""
        self._version: files.Version | None = None
        self._writing = threading.RLock()

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables as TinyDB wants them, freshly made."""
        return {
            name: {str(number): layout.document_of(line) for number, line in table.items()}
            for name, table in self.lines.items()
            if isinstance(table, dict)
        }

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Make these the tables; what is no table stays."""

        def change(overlay: Overlay) -> None:
            for name in [name for name, table in overlay.lines.items() if isinstance(table, dict)]:
                for number in [number for number in overlay.table(name) if str(number) not in data.get(name, {})]:
                    overlay.drop(name, number)
            for name, table in data.items():
                for key, document in table.items():
                    overlay.put(name, int(key), document)

        self.commit(change)

    def load(self) -> bool:
        """Read the file if it changed since; True when it did. Raises JournalDamaged."""
        if self.path is None:
            return False
        with self._writing:
            return self._load(self.path)

    def commit(self, change: Callable[[Overlay], None]) -> None:
        """Let `change` work on an overlay of what is on disk now, and make it stand.

        Raises NotSaved, JournalBusy, JournalReadOnly or JournalDamaged; memory then equals the disk.
        """
        with self._writing:
            if self.path is None:
                overlay = Overlay(self.lines)
                change(overlay)
                self._now(overlay.lines)
                return
            if self.read_only:
                raise JournalReadOnly(self.read_only)
            try:
                files.make_folder(self.path.parent)
                with held(self.path):
                    self._load(self.path)
                    overlay = Overlay(self.lines)
                    change(overlay)
                    version = files.swap_in(self.path, layout.written(overlay.lines))
                    self._version = version
                    self._now(overlay.lines)
                    files.sync_folder(self.path.parent)
            except OSError as error:
                raise NotSaved(
                    f"Not saved: {error.strerror or error} ({self.path}). What you wrote is still here; try again."
                ) from error

    def _load(self, path: Path) -> bool:
        version = files.Version.of(path)
        if version == self._version:
            return False
        try:
            data = path.read_bytes() if version else b""
            lines = layout.read(data) if data else {}
        except layout.NotAJournal as error:
            where = f" (byte {error.at})" if error.at is not None else ""
            raise JournalDamaged(
                f"{path} cannot be read as a journal: {error}{where}. Nothing was changed; "
                "`recalibrate check` shows what can be saved."
            ) from error
        self._version = version
        self._now(lines)
        return True

    def _now(self, lines: Lines) -> None:
        self.lines = lines
        self.generation += 1
