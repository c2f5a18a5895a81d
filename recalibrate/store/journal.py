"""The journal: records in and out, each change one durable commit that can be undone."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from recalibrate.domain.clock import Clock
from recalibrate.domain.record import Record
from recalibrate.store.documents import TABLES, from_document, to_document
from recalibrate.store.errors import NotFound
from recalibrate.store.layout import document_of
from recalibrate.store.storage import JournalStorage, Overlay

R = TypeVar("R", bound=Record)
SHORTEST_PREFIX = 4


@dataclass(frozen=True, slots=True)
class Commit:
    """What one commit saved: the records as they stand now, and as they stood before (None = not at all)."""

    records: tuple[Record, ...]
    before: tuple[Record | None, ...]


class Journal:
    """The records of one file; `revision` grows with every change of memory, own or from outside."""

    def __init__(self, storage: JournalStorage, clock: Clock) -> None:
        self._storage = storage
        self._clock = clock
        self._memory = threading.RLock()
        self._decoded: dict[type[Record], tuple[int, dict[str, tuple[int, Any]]]] = {}

    @classmethod
    def open(cls, path: Path, clock: Clock) -> Journal:
        """The journal at `path`, made when it is new. Raises the JournalError family."""
        storage = JournalStorage(path)
        if not storage.load():
            storage.commit(lambda overlay: None)
        return cls(storage, clock)

    @classmethod
    def in_memory(cls, clock: Clock) -> Journal:
        """A journal without a file, for tests and demonstrations."""
        return cls(JournalStorage(), clock)

    @property
    def path(self) -> Path | None:
        """Where the file is; None in memory."""
        return self._storage.path

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, as a sentence; empty when it can."""
        return self._storage.read_only

    @property
    def revision(self) -> int:
        """Another number after every change of what is in memory."""
        return self._storage.generation

    def all(self, kind: type[R]) -> Sequence[R]:
        """The records of a kind in the order of their creation, without those in the bin."""
        return [record for _, record in self._records(kind).values() if record.deleted_at is None]

    def binned(self, kind: type[R]) -> Sequence[R]:
        """The records of a kind that were deleted and can be restored."""
        return [record for _, record in self._records(kind).values() if record.deleted_at is not None]

    def get(self, kind: type[R], id: str | None) -> R | None:
        """The record with this id; None when there is none or it is in the bin."""
        found = self._records(kind).get(id or "")
        return found[1] if found and found[1].deleted_at is None else None

    def find(self, kind: type[R], prefix: str) -> R:
        """The one record whose id starts so (four characters at least). Raises NotFound."""
        wanted = prefix.strip().lower()
        found = [record for record in self.all(kind) if record.id.lower().startswith(wanted)] if wanted else []
        exact = [record for record in found if record.id.lower() == wanted]
        if exact:
            return exact[0]
        noun = TABLES[kind].replace("_", " ")
        if len(wanted) < SHORTEST_PREFIX:
            raise NotFound(f"An id needs at least {SHORTEST_PREFIX} characters.")
        if not found:
            raise NotFound(f"Nothing among the {noun} has an id that starts with {prefix}.")
        if len(found) > 1:
            raise NotFound(f"{len(found)} of the {noun} have ids that start with {prefix}; give more of it.")
        return found[0]

    def put(self, *records: Record) -> Commit:
        """Save the records in one commit. Raises NotSaved and the other journal errors."""
        if not records:
            return Commit((), ())
        saved: list[Record] = []
        before: list[Record | None] = []

        def change(overlay: Overlay) -> None:
            saved.clear()
            before.clear()
            now = self._clock()
            for record in records:
                kind = type(record)
                number, stored = self._records(kind).get(record.id, (None, None))
                stamped = replace(record.stamped(now), rev=max(record.rev, stored.rev if stored else 0) + 1)
                document = document_of(overlay.table(TABLES[kind])[number]) if number is not None else {}
                overlay.put(TABLES[kind], number, {**to_document(stamped), **_unknown(document, kind)})
                saved.append(stamped)
                before.append(stored)

        self._storage.commit(change)
        return Commit(tuple(saved), tuple(before))

    def delete(self, *records: Record) -> Commit:
        """Put the records into the bin."""
        now = self._clock()
        return self.put(*(replace(record, deleted_at=now) for record in records))

    def restore(self, *records: Record) -> Commit:
        """Take the records out of the bin."""
        return self.put(*(replace(record, deleted_at=None) for record in records))

    def purge(self, *records: Record) -> None:
        """Take the records out for good; only that they were there is remembered."""
        now = self._clock().isoformat()

        def change(overlay: Overlay) -> None:
            for record in records:
                number, _ = self._records(type(record)).get(record.id, (None, None))
                if number is not None:
                    overlay.drop(TABLES[type(record)], number)
                    overlay.put("tombstones", None, {"id": record.id, "purged_at": now})

        self._storage.commit(change)

    def undo(self, commit: Commit) -> Commit:
        """Commit the inverse; what was new goes to the bin. The undo of an undo is a redo."""
        now = self._clock()
        return self.put(
            *(
                replace(after, deleted_at=now) if before is None else before
                for after, before in zip(commit.records, commit.before, strict=True)
            )
        )

    def refresh(self) -> bool:
        """Read the file again if it changed outside; True when it did."""
        return self._storage.load()

    def close(self) -> None:
        """Nothing is left to do: every commit stood when it returned."""

    def _records(self, kind: type[R]) -> dict[str, tuple[int, R]]:
        with self._memory:
            generation, records = self._decoded.get(kind, (-1, {}))
            if generation != self._storage.generation:
                generation = self._storage.generation
                table = self._storage.lines.get(TABLES[kind], {})
                records = {}
                if isinstance(table, dict):
                    for number, line in table.items():
                        record = from_document(kind, document_of(line))
                        records[record.id] = (number, record)
                self._decoded[kind] = (generation, records)
            return cast(dict[str, tuple[int, R]], records)


def _unknown(document: dict[str, Any], kind: type[Record]) -> dict[str, Any]:
    """What the document holds beyond the fields of the record."""
    known = kind.__dataclass_fields__
    return {key: value for key, value in document.items() if key not in known}
