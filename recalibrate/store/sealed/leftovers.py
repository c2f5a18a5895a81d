"""The files around a journal that are, or are not, encrypted, and sealing the plain ones that turn up."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from recalibrate.store import files
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.journal import Journal
from recalibrate.store.merge.conflicts import archive, copies_of
from recalibrate.store.reading import AGE, read_journal
from recalibrate.store.sealed.places import Places


def seal_leftovers(places: Places, journal: Journal, codec: Codec) -> None:
    """Bring in and encrypt what plain files turned up beside an encrypted journal: a sync tool's, a window's of before.

    Raises JournalError.
    """
    if places.plain.exists():
        journal.merge(read_journal(places.plain))
        with suppress(OSError):
            kept = archive(places.sealed, places.plain, codec)
            journal.tell(f"A plain journal lay beside the encrypted one; it was merged and is {kept.name} now.")
    for path in files_of(places, sealed=False):
        try:
            rewrite(path, sealed_name(path), PLAIN, codec)
            path.unlink()
        except OSError as error:
            journal.tell(f"{path} is not encrypted, and could not be: {error.strerror or error}.")


def files_of(places: Places, *, sealed: bool) -> Iterator[Path]:
    """The backups, drafts and conflict copies that are, or are not, encrypted."""
    for folder in places.folders:
        with suppress(OSError):
            for path in sorted(folder.iterdir()):
                if path.name.endswith(".new"):
                    path.unlink()  # what a killed save left
                elif path.is_file() and path.name.endswith(".age") is sealed:
                    yield path
    for path in copies_of(places.plain):  # those that could not be merged
        with suppress(OSError):
            if path.read_bytes().startswith(AGE) is sealed and (path.name.endswith(".age") or not sealed):
                yield path


def sealed_name(path: Path) -> Path:
    """Where the encrypted twin of a plain file lies."""
    return path.with_name(f"{path.name}.age")


def rewrite(old: Path, new: Path, source: Codec, target: Codec) -> None:
    """The file in the other codec, as old as it was. Raises OSError, ValueError."""
    found = old.stat()
    files.swap_in(new, [target.encode(source.decode(old.read_bytes()))])
    os.utime(new, ns=(found.st_atime_ns, found.st_mtime_ns))
    files.sync_folder(new.parent)
