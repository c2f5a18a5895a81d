"""The journal: records in and out, each change one durable commit that can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from recalibrate.domain.clock import Clock
from recalibrate.domain.records.record import Record
from recalibrate.store import saving
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.documents import TABLES
from recalibrate.store.errors import JournalDamaged, JournalError, JournalLocked
from recalibrate.store.files import FileVersion
from recalibrate.store.glance import Glance
from recalibrate.store.kept import Kept
from recalibrate.store.lines import Lines
from recalibrate.store.merge.conflicts import Conflicts
from recalibrate.store.overlay import Overlay
from recalibrate.store.records import Records
from recalibrate.store.snapshots import Snapshots
from recalibrate.store.storage import JournalStorage, Manner, Saved

if TYPE_CHECKING:
    from tinydb import TinyDB

    from recalibrate.store.merge.merging import Merge

R = TypeVar("R", bound=Record)

MANY = 8
"""From so many records on it is quicker to decode a whole table than to look for each."""


class Commit(NamedTuple):
    """What one commit saved: the records as they stand now, and as they stood before (None = not at all)."""

    records: tuple[Record, ...]
    before: tuple[Record | None, ...]


class Journal(Records):
    """The records of one file. Saving is for one thread at a time, reading for any number beside it.

    `put` waits for the disk; a screen calls it from its writer thread.
    """

    def __init__(self, storage: JournalStorage, clock: Clock, path: Path | None = None, codec: Codec = PLAIN) -> None:
        super().__init__(storage)
        self._clock = clock
        self._conflicts = Conflicts(path, storage, Snapshots.of(path, clock), codec) if path else None
        self._notices: list[str] = []
        self._glance = Glance(path) if path else None
        self.path = path

    @classmethod
    def open(
        cls,
        path: Path,
        clock: Clock,
        codec: Codec = PLAIN,
        *,
        soft_lock: bool = False,
        later: bool = False,
        uncut: bool = False,
        checked: Path | None = None,
    ) -> Journal:
        """The journal at `path`, made when it is new. Raises the JournalError family.

        `codec` turns the text into what lies on disk; `soft_lock` does without flock; with `later` a file that is
        there is read at the first `refresh` or save and not before, and until then the journal looks empty. `uncut`
        is for a command, which often needs few of the lines; `checked` is where it is noted what was found whole.
        """
        sealed = path.with_name(f"{path.name}.age")
        if codec is PLAIN and sealed.exists():
            raise JournalLocked(f"The journal is encrypted ({sealed}); its passphrase opens it.")
        snapshots = Snapshots.of(path, clock)
        storage = JournalStorage(path, Manner(codec, snapshots.take, soft_lock, uncut=uncut, checked=checked))
        journal = cls(storage, clock, path, codec)
        if later:
            return journal
        if not journal._load():
            storage.commit(lambda overlay: None)
        journal._take_in_copies()
        return journal

    @classmethod
    def in_memory(cls, clock: Clock) -> Journal:
        """A journal without a file, for tests and demonstrations."""
        return cls(JournalStorage(), clock)

    @property
    def read_only(self) -> str:
        """Why nothing can be saved, as a sentence; empty when it can."""
        return self._storage.read_only

    @property
    def version(self) -> FileVersion | None:
        """Which writing of the file is in memory; None in memory alone, or when none was read yet."""
        return self._storage.version

    def tell_when_saved(self, saved: Saved) -> None:
        """Have `saved` called after each commit, in the thread that saves."""
        self._storage.saved = saved

    @property
    def is_loaded(self) -> bool:
        """Whether what is in the file is here; only False for one that was opened to be read `later`."""
        return self._storage.is_loaded

    @property
    def revision(self) -> int:
        """Another number after every change of what is in memory, own or from outside."""
        return self._storage.generation

    @property
    def db(self) -> TinyDB:
        """The same journal as a TinyDB, for its queries; what it writes is as durable."""
        from recalibrate.store.database import JournalDB  # for those who ask in TinyDB's words

        return JournalDB(self._storage)

    def put(self, *records: Record, reason: str = "") -> Commit:
        """Save the records in one commit, those that changed elsewhere meanwhile field by field.

        A `reason` (import, merge …) keeps a snapshot of the journal as it was. Raises NotSaved and the other
        journal errors; memory then equals the disk, and the same call may be made again.
        """
        records = tuple({record.id: record for record in records}.values())
        now = self._clock()
        kinds = {type(record) for record in records} if len(records) >= MANY else set()
        saved: list[Record] = []
        before: list[Record | None] = []

        def change(overlay: Overlay) -> None:
            saved.clear()
            before.clear()
            for kind in kinds:
                self._shelf(kind).follow(overlay.base(TABLES[kind]))
            for record in records:
                kept = self._known(overlay, record)
                stamped, document = saving.to_save(record, kept, self._shelf(type(record)), now)
                overlay.put(TABLES[type(record)], kept.number if kept else None, document)
                saved.append(stamped)
                before.append(kept.record if kept else None)
                if kept:
                    self._shelf(type(record)).remember(kept)

        self._save(change, reason)
        return Commit(tuple(saved), tuple(before))

    def delete(self, *records: Record) -> Commit:
        """Put the records into the bin, from which they can be restored."""
        now = self._clock()
        return self.put(*(replace(record, deleted_at=now) for record in records), reason="delete")

    def restore(self, *records: Record) -> Commit:
        """Take the records out of the bin."""
        return self.put(*(replace(record, deleted_at=None) for record in records))

    def purge(self, *records: Record) -> None:
        """Take the records out for good; a tombstone remembers that they were there, and nothing of their words."""
        now = self._clock().isoformat()

        def change(overlay: Overlay) -> None:
            for record in records:
                kept = self._known(overlay, record)
                if kept:
                    overlay.drop(TABLES[type(record)], kept.number)
                    overlay.put("tombstones", None, {"id": record.id, "purged_at": now})

        self._save(change, "purge")

    def undo(self, commit: Commit) -> Commit:
        """Commit the inverse; what was new goes to the bin. The undo of an undo is a redo."""
        now = self._clock()
        return self.put(
            *(
                replace(after, deleted_at=now) if before is None else replace(before, rev=after.rev)
                for after, before in zip(commit.records, commit.before, strict=True)
            )
        )

    def refresh(self) -> bool:
        """Read the file again if it changed outside, and merge conflict copies; True when something changed.

        Raises JournalDamaged.
        """
        before = self.revision
        if self._glance:
            self._glance.note()
        self._load()
        self._take_in_copies()
        return self.revision != before

    @property
    def seems_unchanged(self) -> bool:
        """Whether a glance at the file and its folder tells that `refresh` would find nothing."""
        return self._glance is not None and self._glance.shows_nothing_new

    def merge(self, theirs: Lines, *, dry_run: bool = False) -> Merge:
        """Bring another journal's lines in, with a snapshot first; answers what that changed. Raises JournalError."""
        assert self._conflicts is not None, "a journal in memory has nothing to be merged with"
        return self._conflicts.bring_in(theirs, dry_run=dry_run)

    def tell(self, sentence: str) -> None:
        """Have the user told something about the journal's files."""
        self._notices.append(sentence)

    def take_notices(self) -> list[str]:
        """Sentences about what happened to the file of its own accord, each to be told once."""
        told, self._notices = self._notices, []
        return told

    def _known(self, overlay: Overlay, record: R) -> Kept[R] | None:
        """What is kept of the record under the changes."""
        name = TABLES[type(record)]
        if not overlay.may_know(name, record.id):
            return None
        return self._shelf(type(record)).find(overlay.base(name), record.id)

    def _load(self) -> bool:
        try:
            return self._storage.load()
        except JournalDamaged:
            from recalibrate.store.merge.markers import settle_markers  # rare: git has left its marks

            sentence = settle_markers(self.path) if self.path and self.path.is_file() else ""
            if not sentence:
                raise
            self._notices.append(sentence)
            return self._storage.load()

    def _take_in_copies(self) -> None:
        if self._conflicts:
            try:
                self._notices += self._conflicts.look()
            except JournalError as error:
                self._notices.append(f"A conflict copy was not merged: {error}")

    def _save(self, change: Callable[[Overlay], None], reason: str) -> None:
        """Commit, and let the decoded records follow at the price of what was changed."""
        made: list[Overlay] = []

        def change_and_note(overlay: Overlay) -> None:
            change(overlay)
            made[:] = [overlay]

        changed = self._storage.commit(change_and_note, reason)
        for kind, shelf in list(self._shelves.items()):
            name = TABLES[kind]
            if name in changed and shelf.is_decoded:
                shelf.advance(made[0].base(name), made[0].table(name), changed[name])
