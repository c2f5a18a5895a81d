"""How a journal's file stands before it is read or written: new, there, gone, or not to be written."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from recalibrate.paths import beside
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.files import FileVersion
from recalibrate.store.lock import lock_file

WHAT_NOW = "nothing was changed: `recalibrate check` shows what there is, `recalibrate restore` brings it back."


def what_now(path: Path) -> str:
    """What can be done about a journal that cannot be used; without a backup also how to begin a new one.

    The lock file goes along where it remembers the journal: a file that is merely missing is never begun anew.
    """
    if has_files(beside(path, "backups")):
        return WHAT_NOW
    left = [each.name for each in (path, lock_file(path)) if each.exists() and (each == path or stamp(path))]
    return f"{WHAT_NOW} There is no backup; move {' and '.join(left) or 'it'} away to begin a new one."


def refuse_if_gone(path: Path, seen: bool) -> None:
    """Raise JournalDamaged when a file that is missing was there before; a new journal passes."""
    if seen or stamp(path) or has_files(beside(path, "backups")):
        raise JournalDamaged(f"{path} is gone, but it was there before; {what_now(path)}")


def refuse_if_emptied(path: Path, seen: bool) -> None:
    """Raise JournalDamaged when a file of no bytes had a life before; a fresh one passes, also once it was read."""
    traces = (bool(stamp(path)), has_files(beside(path, "backups")), has_files(beside(path, "drafts")))
    if seen or any(traces):
        raise JournalDamaged(f"{path} is empty, but it was not before; {what_now(path)}")


def why_read_only(path: Path) -> str:
    """Why the file or its folder does not take writing, as a sentence; empty when it does.

    The modes count even for root: a swap would silently replace a file that was made read-only on purpose.
    """
    for place, word in ((path, "file"), (path.parent, "folder")):
        try:
            closed = not place.stat().st_mode & 0o222
        except FileNotFoundError:
            continue
        if closed or not os.access(place, os.W_OK):
            return f"The {word} {place} is read-only, so nothing can be saved here."
    return ""


def has_files(folder: Path) -> bool:
    """Whether the folder is there and holds something."""
    try:
        return any(not path.name.startswith(".") for path in folder.iterdir())
    except OSError:
        return False


def stamp(path: Path) -> str:
    """Which version we wrote last, as noted in the lock file; a hint, never the truth."""
    try:
        return lock_file(path).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def write_stamp(descriptor: int, version: FileVersion) -> None:
    """Note the version just written; without the note the next reader checks every line."""
    with suppress(OSError):
        os.pwrite(descriptor, stamp_of(version).encode(), 0)


def stamp_of(version: FileVersion) -> str:
    """The note for a version, always of one length, so that one write replaces it."""
    return f"{version.inode:20} {version.mtime_ns:20} {version.size:20}\n"
