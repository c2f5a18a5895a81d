"""Conflict copies: found by the names that sync tools give them, merged, and moved aside instead of deleted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from recalibrate.paths import beside
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.errors import JournalError
from recalibrate.store.files import FileVersion

if TYPE_CHECKING:
    from recalibrate.store.lines import Lines
    from recalibrate.store.merge.merging import Merge
    from recalibrate.store.snapshots import Snapshots
    from recalibrate.store.storage import JournalStorage

MOST_BASES = 24
"""So many snapshots are tried as what two journals come from."""

_COPY = (
    r"(\.sync-conflict-[^/]*"  # Syncthing
    r"| \([^/]*conflicted copy[^/]*\)"  # Dropbox, Nextcloud
    r"| \(SFConflict [^/]*\)"  # Seafile
    r"|[ ._-]conflict[^/]*)"  # rclone, ownCloud of old
)


def is_copy_of(journal: str, name: str) -> bool:
    """Whether a file's name is that of a conflict copy of the journal: the mark stands before the last ending."""
    import re  # only where a name speaks of a conflict at all

    plain = journal.removesuffix(".age")
    ending_of = Path(plain).suffix
    for ending in (ending_of, f"{ending_of}.age", ".age"):
        for stem in {plain.removesuffix(ending_of), plain}:
            if name.startswith(stem) and name.endswith(ending):
                middle = name[len(stem) : len(name) - len(ending)]
                if re.fullmatch(_COPY, middle, re.IGNORECASE):
                    return True
    return False


def copies_of(journal: Path) -> list[Path]:
    """The conflict copies that lie beside a journal, by name."""
    try:
        names = [name for name in os.listdir(journal.parent) if "conflict" in name.casefold()]  # noqa: PTH208 - names alone, at each look
    except OSError:
        return []
    return [journal.with_name(name) for name in sorted(names) if is_copy_of(journal.name, name)]


class Conflicts:
    """Looks for conflict copies of one open journal; what cannot be read is left alone and told once."""

    def __init__(self, path: Path, storage: JournalStorage, snapshots: Snapshots, codec: Codec) -> None:
        self._path = path
        self._storage = storage
        self._snapshots = snapshots
        self._codec = codec
        self._told: dict[Path, FileVersion | None] = {}

    def look(self) -> list[str]:
        """Merge what lies there now; a sentence for each copy. Raises JournalError when the journal cannot be saved."""
        said = []
        for copy in copies_of(self._path):
            version = FileVersion.of(copy)
            if version is None or self._told.get(copy) == version or self._storage.read_only:
                continue
            sentence = self._take_in(copy)
            if sentence:
                said.append(sentence)
            self._told[copy] = version
        return said

    def bring_in(self, theirs: Lines, reason: str = "merge", *, dry_run: bool = False) -> Merge:
        """Merge other lines into the journal in one commit, with a snapshot first. Raises JournalError."""
        from recalibrate.store.merge.merging import Merge, common_base, merge
        from recalibrate.store.overlay import Overlay

        base = common_base(self._storage.lines, theirs, self._candidates())
        if dry_run:
            return merge(self._storage.lines, theirs, base)
        done = Merge()

        def change(overlay: Overlay) -> None:
            nonlocal done
            done = merge(overlay.lines, theirs, base)
            done.apply(overlay)

        self._storage.commit(change, reason)
        return done

    def _take_in(self, copy: Path) -> str:
        from recalibrate.store.reading import read_journal

        try:
            theirs = read_journal(copy, self._codec)
        except JournalError as error:
            if not copy.exists():  # another window was quicker
                return ""
            return f"{copy.name} looks like a conflict copy and is left where it is: {error}"
        done = self.bring_in(theirs, "conflict")
        try:
            kept = archive(self._path, copy, self._codec)
        except OSError as error:
            return f"{copy.name} was merged and stays where it is: {error.strerror or error}."
        return f"A conflict copy was merged{summary(done)}; it is kept as {kept.parent.name}/{kept.name}."

    def _candidates(self) -> Iterator[Lines]:
        from recalibrate.store.reading import read_journal

        for backup in self._snapshots.all()[:MOST_BASES]:
            try:
                yield read_journal(backup.path, self._codec)
            except JournalError:
                continue


def summary(done: Merge) -> str:
    """How much a merge brought, as the end of a sentence."""
    if not done.is_needed:
        return ": it held nothing new"
    added = sum(change.outcome == "added" for change in done.changes)
    fields = {(change.table, change.id) for change in done.changes if change.field}
    gone = sum(change.outcome == "purged" for change in done.changes)
    parts = [f"{added} added" * bool(added), f"{len(fields)} brought together" * bool(fields)]
    parts.append(f"{gone} purged" * bool(gone))
    words = ", ".join(part for part in parts if part)
    return f": {words}" if words else ""


def archive(journal: Path, copy: Path, codec: Codec) -> Path:
    """Move a merged copy into the folder of conflicts and answer where; under encryption no plain one stays.

    Raises OSError.
    """
    from recalibrate.store import files
    from recalibrate.store.reading import AGE

    folder = beside(journal, "conflicts")
    files.make_folder(folder)
    data = copy.read_bytes()
    seal = codec is not PLAIN and not data.startswith(AGE)
    target = free_name(folder, copy.name + ".age" if seal else copy.name)
    if seal:
        files.swap_in(target, [codec.encode(data)])
        files.sync_folder(folder)
        copy.unlink(missing_ok=True)
    else:
        copy.replace(target)
        target.chmod(0o600)
        files.sync_folder(folder)
    files.sync_folder(journal.parent)
    return target


def free_name(folder: Path, name: str) -> Path:
    """A place in the folder that nothing stands in yet."""
    stem, dot, ending = name.partition(".")
    tries = (folder / (name if not again else f"{stem}~{again}{dot}{ending}") for again in range(10_000))
    return next(place for place in tries if not place.exists())
