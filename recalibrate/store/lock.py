"""The lock that spans each read-modify-write, between windows and commands."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from recalibrate.store.errors import JournalBusy

PATIENCE = 10.0
"""Seconds to wait for another writer."""

_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EINTR}
_NO_LOCKS_HERE = {errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS}


def lock_file(journal: Path) -> Path:
    """The lock beside a journal; never removed, since the journal itself changes its inode with each save."""
    return journal.with_name(journal.name + ".lock")


@contextmanager
def held(journal: Path, *, patience: float = PATIENCE, soft: bool = False) -> Iterator[int]:
    """Hold the lock of the journal; yields the descriptor of the lock file.

    Where the file system knows no flock, or with `soft`, a file that names its holder stands in for it.
    Raises JournalBusy when another holds it for longer than `patience` seconds, and OSError.
    """
    descriptor = os.open(lock_file(journal), os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.fchmod(descriptor, 0o600)
        give_up = time.monotonic() + patience
        busy = JournalBusy(f"Another recalibrate is writing to {journal}; try again in a moment.")
        if not soft:
            try:
                _wait(lambda: _locked(descriptor), give_up, busy)
            except OSError as error:
                if error.errno not in _NO_LOCKS_HERE:
                    raise
                soft = True
        if not soft:
            yield descriptor
            return
        from recalibrate.store.soft_lock import SoftLock  # rare: a file system without flock

        stand_in = lock_file(journal).with_suffix(".held")
        lock = SoftLock(stand_in)
        what_now = f"try again in a moment, or remove {stand_in} if none is running on any machine"
        _wait(lock.taken, give_up, JournalBusy(f"Another recalibrate is writing to {journal}; {what_now}."))
        try:
            yield descriptor
        finally:
            lock.release()
    finally:
        os.close(descriptor)


def _wait(taken: Callable[[], bool], give_up: float, busy: JournalBusy) -> None:
    pause = 0.001
    while not taken():
        if time.monotonic() > give_up:
            raise busy
        time.sleep(pause)
        pause = min(pause * 1.5, 0.02)


def _locked(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _TAKEN:
            return False
        raise
    return True
