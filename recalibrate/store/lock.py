"""The lock that spans each read-modify-write, between windows and commands."""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recalibrate.store.errors import JournalBusy

PATIENCE = 10.0
"""Seconds to wait for another writer."""


def lock_file(journal: Path) -> Path:
    """The lock beside a journal; never removed, since the journal itself changes its inode with each save."""
    return journal.with_name(journal.name + ".lock")


@contextmanager
def held(journal: Path, patience: float = PATIENCE) -> Iterator[int]:
    """Hold the lock of the journal; yields the descriptor of the lock file. Raises JournalBusy, OSError."""
    path = lock_file(journal)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.fchmod(descriptor, 0o600)
        give_up = time.monotonic() + patience
        pause = 0.001
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except OSError as error:
                if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EINTR):
                    raise
            if time.monotonic() > give_up:
                raise JournalBusy(f"Another recalibrate is writing to {journal}. Try again in a moment.")
            time.sleep(pause)
            pause = min(pause * 2, 0.05)
        yield descriptor
    finally:
        os.close(descriptor)
