"""A lock for file systems without flock: a file that names its holder, and is broken when that one is dead."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


class SoftLock:
    """One attempt to hold `path`; the file tells host, boot, process and the start of that process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mine = f"{_holder(os.getpid())} {os.urandom(8).hex()}".encode()

    def taken(self) -> bool:
        """Try once; True when it is ours now. A dead holder's file is cleared away on the way."""
        # the name appears with its text in it, so that nobody ever sees an unfinished holder
        beside = self._path.with_name(f"{self._path.name}.{os.urandom(6).hex()}")
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            os.write(descriptor, self._mine)
        finally:
            os.close(descriptor)
        try:
            os.link(beside, self._path)
        except FileExistsError:
            self._clear_if_dead()
            return False
        except OSError:
            return self._taken_without_links()
        finally:
            beside.unlink(missing_ok=True)
        self._sweep()
        return True

    def release(self) -> None:
        """Let go, if it is still ours."""
        with suppress(OSError):
            if self._path.read_bytes() == self._mine:
                self._path.unlink()

    def _sweep(self) -> None:
        """Remove what killed seekers of this lock left; a living one merely has to try again."""
        with suppress(OSError):
            for left in self._path.parent.glob(f"{self._path.name}.*"):
                left.unlink(missing_ok=True)

    def _taken_without_links(self) -> bool:
        try:
            descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        except FileExistsError:
            self._clear_if_dead()
            return False
        try:
            os.write(descriptor, self._mine)
        finally:
            os.close(descriptor)
        return True

    def _clear_if_dead(self) -> None:
        """Move a dead holder's file away; one that turns out to be somebody's new lock is put back."""
        try:
            holder = self._path.read_bytes()
        except OSError:
            return
        if not _is_dead(holder.decode("utf-8", "replace")):
            return
        aside = self._path.with_name(f"{self._path.name}.dead.{os.urandom(6).hex()}")
        with suppress(OSError):
            self._path.rename(aside)
            if aside.read_bytes() != holder:
                os.link(aside, self._path)
            aside.unlink()


def _holder(process: int) -> str:
    return f"{_host()} {_boot()} {process} {_started(process)}"


def _is_dead(holder: str) -> bool:
    """Whether the holder ran on this machine and is gone; of another machine nothing can be known."""
    parts = holder.split()
    if len(parts) != 5 or parts[0] != _host() or not parts[2].isdigit():
        return False
    if parts[1] != _boot():
        return True
    process = int(parts[2])
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return parts[3] != _started(process)


def _host() -> str:
    return os.uname().nodename.replace(" ", "_") or "-"


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return "-"


def _started(process: int) -> str:
    """When the process began, in ticks since the boot, so that a number given out again is told apart."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return "-"
    return "ended" if fields[0] == "Z" else fields[19]
