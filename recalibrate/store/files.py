"""Files that only their owner reads, swapped in whole and durable."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from recalibrate.store.codec import Piece

WORTH_WRITING = 1 << 15
"""Bytes gathered for one write."""


class FileVersion(NamedTuple):
    """Which writing of a file this is: another one has another inode, time or size."""

    inode: int
    mtime_ns: int
    size: int

    @classmethod
    def of(cls, path: Path) -> Self | None:
        """The version that is on disk now; None when there is no such file."""
        try:
            found = path.stat()
        except FileNotFoundError:
            return None
        return cls(found.st_ino, found.st_mtime_ns, found.st_size)


def is_no_regular_file(path: Path) -> bool:
    """Whether something is there that is no regular file, whatever links lead to it; it is not opened."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False


def make_folder(folder: Path) -> None:
    """Make the folder and what is missing above it, each for its owner alone whatever the umask."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        folder.mkdir(0o700)
    except FileExistsError:
        return
    folder.chmod(0o700)


def swap_in(path: Path, pieces: Iterable[Piece], before_swap: Callable[[], None] = lambda: None) -> FileVersion:
    """Replace the file by the pieces, atomically; durable once `sync_folder` was called, too.

    `before_swap` runs when the new text is safe on disk and the old file is still in place; what it
    raises leaves the old file as it was. Raises OSError; the file beside is removed then.
    """
    beside = path.with_name(f".{path.name}.{os.urandom(6).hex()}.new")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        try:
            os.fchmod(descriptor, 0o600)
            for piece in _gathered(pieces):
                _write_all(descriptor, piece)
            os.fsync(descriptor)
            found = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        before_swap()
        beside.replace(path)
    except BaseException:
        with suppress(OSError):  # the first failure is the one to tell
            beside.unlink()
        raise
    return FileVersion(found.st_ino, found.st_mtime_ns, found.st_size)


def sync_folder(folder: Path) -> None:
    """Make a swap in this folder survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(path: Path) -> None:
    """Remove what killed savers of this file left beside it; only for one who holds its lock."""
    with suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - a glob compiles a pattern that each command would wait for
            if name.startswith(f".{path.name}.") and name.endswith(".new"):
                path.with_name(name).unlink(missing_ok=True)


def _gathered(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, small ones put together so that each write is worth its call."""
    waiting: list[Piece] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size >= WORTH_WRITING:
            yield waiting[0] if len(waiting) == 1 else b"".join(waiting)
            waiting, size = [], 0
    if waiting:
        yield b"".join(waiting)


def _write_all(descriptor: int, piece: Piece) -> None:
    view = memoryview(piece)
    while view:
        view = view[os.write(descriptor, view) :]
