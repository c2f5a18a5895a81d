"""The inbox of a locked journal: slips sealed for it without its passphrase, taken in at the next unlock."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from recalibrate.domain.clock import Clock
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.record import NEVER, Record
from recalibrate.domain.records.situation import Situation
from recalibrate.store.codec import Codec
from recalibrate.store.documents import TABLES, from_document, to_document
from recalibrate.store.interruptible import orjson
from recalibrate.store.journal import Journal
from recalibrate.store.small_file import write_small

R = TypeVar("R", bound=Record)


class Inbox:
    """Takes records for a journal that cannot be read; each `put` is one encrypted file, durable when it returns."""

    def __init__(self, folder: Path, codec: Codec, clock: Clock) -> None:
        self._folder = folder
        self._codec = codec
        self._clock = clock

    def all(self, kind: type[R]) -> Sequence[R]:
        """Nothing: what is in the journal cannot be seen from here."""
        return ()

    def put(self, *records: Record) -> None:
        """Seal the records. Raises NotSaved, JournalLocked."""
        now = self._clock()
        made = [replace(each, created_at=now) if each.created_at == NEVER else each for each in records]
        rows = [{"table": TABLES[type(each)], "document": to_document(each)} for each in made]
        write_small(self._folder / f"{uuid4()}.json.age", self._codec.encode(orjson.dumps({"records": rows})))


def fold_in(folder: Path, journal: Journal, codec: Codec) -> int:
    """Take in what was sealed, oldest first, and answer how many files; one that cannot be read stays and is told.

    Taking in the same file twice changes nothing. Raises JournalError.
    """
    taken = 0
    with suppress(FileNotFoundError):
        for path in sorted(folder.glob("*.json.age"), key=lambda path: path.stat().st_mtime_ns):
            try:
                records = _records(orjson.loads(codec.decode(path.read_bytes())))
            except (OSError, ValueError, KeyError, TypeError) as error:
                journal.tell(f"{path} was put in while the journal was locked and cannot be read: {error}")
                continue
            journal.put(*_in_known_situations(records, journal))
            path.unlink(missing_ok=True)
            taken += 1
    if taken:
        slips = "1 slip" if taken == 1 else f"{taken} slips"
        journal.tell(f"{slips} came in while the journal was locked.")
    return taken


def _records(found: Any) -> list[Record]:
    kinds = {table: kind for kind, table in TABLES.items()}
    return [from_document(kinds[row["table"]], row["document"]) for row in found["records"]]


def _in_known_situations(records: list[Record], journal: Journal) -> list[Record]:
    """The records with a situation of the journal's own wherever one has the same name."""
    known = {each.name.casefold(): each.id for each in journal.all(Situation)}
    same = {
        record.id: known[record.name.casefold()]
        for record in records
        if isinstance(record, Situation) and record.name.casefold() in known
    }
    return [
        replace(record, situation_id=same[record.situation_id])
        if isinstance(record, Entry) and record.situation_id in same
        else record
        for record in records
        if record.id not in same
    ]
