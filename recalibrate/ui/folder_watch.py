"""Word from the system that something changed in a folder, so that nobody has to look every other second."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path

if sys.platform == "linux":
    import fcntl

    CHANGES = fcntl.DN_MODIFY | fcntl.DN_CREATE | fcntl.DN_DELETE | fcntl.DN_RENAME | fcntl.DN_ATTRIB


class FolderWatch:
    """Has `told` called in the event loop at the first change after each `listen`: Linux's dnotify, fcntl(2).

    It tells of what this machine does to the files of the folder itself, not of another machine on a shared disk.
    """

    def __init__(self, folder: Path, told: Callable[[], object]) -> None:
        self._folder = folder
        self._told = told
        self._descriptor: int | None = None

    def begin(self) -> bool:
        """Listen for the first time; False where the system has no such word, so that one has to look."""
        if sys.platform != "linux":
            return False
        loop, here = asyncio.get_running_loop(), copy_context()

        def heard(*_: object) -> None:
            if self._descriptor is not None and not loop.is_closed():
                loop.call_soon_threadsafe(self._tell, context=here)

        try:
            signal.signal(signal.SIGIO, heard)  # not by the loop, which in the end lets the signal kill again
            self._descriptor = os.open(self._folder, os.O_RDONLY | os.O_DIRECTORY)
            self.listen()
        except (OSError, ValueError):  # a folder that cannot be watched; a thread that hears no signals
            self.end()
            return False
        return True

    def listen(self) -> None:
        """Hear the next change. Raises OSError."""
        if sys.platform == "linux" and self._descriptor is not None:
            fcntl.fcntl(self._descriptor, fcntl.F_NOTIFY, CHANGES)

    def _tell(self) -> None:
        if self._descriptor is not None:
            self._told()

    def end(self) -> None:
        """Hear no more."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
