"""Snapshots: the version being replaced kept beside by a hard link, thinned as it ages."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple, Self

from recalibrate.domain.clock import Clock
from recalibrate.paths import beside
from recalibrate.store import files
from recalibrate.store.files import FileVersion
from recalibrate.store.lines import Lines
from recalibrate.store.migrations import MARK

HOURLY = "hourly"
DAMAGED = "damaged"
"""The reason of a file kept because it could not be read; no snapshot, and never thinned."""

STAMP = "%Y%m%dT%H%M%SZ"
MOST_SIZE = 10
"""All snapshots together take at most this many times the room of the journal …"""

LEAST_ROOM = 1_000_000
"""… but of a small journal they may take so many bytes."""


class Backup(NamedTuple):
    """One kept version: when (UTC), why, how many entries it holds by its name, and its bytes."""

    path: Path
    taken_at: datetime
    reason: str
    entries: int
    size: int


class Snapshots:
    """The kept versions of one journal, in `folder`."""

    def __init__(self, journal: Path, folder: Path, clock: Clock) -> None:
        self._journal = journal
        self._folder = folder
        self._clock = clock

    @classmethod
    def of(cls, journal: Path, clock: Clock) -> Self:
        """The snapshots that belong to a journal."""
        return cls(journal, beside(journal, "backups"), clock)

    def all(self) -> list[Backup]:
        """What is kept, newest first; files of other names are none of ours."""
        try:
            found = [self._read(Path(each.path), each.stat().st_size) for each in os.scandir(self._folder)]
        except OSError:
            return []
        return sorted((each for each in found if each), key=lambda each: (each.taken_at, each.path.name), reverse=True)

    def take(self, lines: Lines, reason: str) -> None:
        """Keep the journal's file as it is on disk, and thin the older ones.

        Without a reason it is the hourly one: only when due, and a failure is no reason not to save. With one
        it must succeed. Raises OSError then.
        """
        if not any(table for name, table in lines.items() if name != MARK):
            return
        entries = len(lines.get("entries", ()))
        if reason:
            self.keep(reason, entries)
            self.thin(entries)
            return
        now = self._clock()
        with suppress(OSError):
            if not any(timedelta() <= now - each.taken_at < timedelta(hours=1) for each in self.all()):
                self.keep(HOURLY, entries)
                self.thin(entries)

    def keep(self, reason: str, entries: int) -> Path:
        """Keep the file as it is now and answer where. Raises OSError."""
        version = FileVersion.of(self._journal)
        for each in self.all()[:3]:
            if version == FileVersion.of(each.path):
                return each.path  # a save that failed has left it here
        files.make_folder(self._folder)
        now = self._clock().astimezone(UTC).strftime(STAMP)
        for again in range(100):
            stem, suffix = _split(self._journal.name)
            extra = f".{again}" if again else ""
            target = self._folder / f"{stem}-{now}{extra}-{reason.replace('-', '_')}-{entries}{suffix}"
            with suppress(FileExistsError):
                _link_or_copy(self._journal.resolve(), target)
                files.sync_folder(self._folder)
                return target
        raise FileExistsError(f"{self._folder} holds too many snapshots of one second")

    def thin(self, entries: int) -> None:
        """Drop what is too old or too much; `entries` is how many the journal holds now."""
        with suppress(OSError):
            room = max(LEAST_ROOM, MOST_SIZE * self._journal.stat().st_size)
            for backup in to_drop(self.all(), self._clock(), entries, room):
                backup.path.unlink(missing_ok=True)

    def _read(self, path: Path, size: int) -> Backup | None:
        stem, suffix = _split(self._journal.name)
        name = path.name
        if not (name.startswith(f"{stem}-") and name.endswith(suffix)):
            return None
        parts = name[len(stem) + 1 : -len(suffix) or None].split("-")
        try:
            when, reason, entries = parts
            taken_at = datetime.fromisoformat(when.partition(".")[0])
            return Backup(path, taken_at, reason, int(entries), size)
        except ValueError:
            return None


def to_drop(backups: Sequence[Backup], now: datetime, entries: int, room: int) -> list[Backup]:
    """Which of the backups (newest first) go: one an hour for a day, a day for a week, a week for four, a month
    for a year stay, as far as they find `room` (bytes); all of the last hour stay.

    The newest one that holds more than `entries` stays whatever its age, and so does what could not be read.
    """
    good = [each for each in backups if each.reason != DAMAGED]
    spare = next((each for each in good if each.entries > entries), None)
    kept = _aged(good, now)
    drop, used = [], 0
    for each in good:
        if each is spare or (each in kept and (used + each.size <= room or used == 0)):
            used += each.size
        else:
            drop.append(each)
    return drop


def _aged(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    spans: tuple[tuple[timedelta, Callable[[datetime], object]], ...] = (
        (timedelta(hours=1), lambda at: at),
        (timedelta(hours=24), lambda at: (at.date(), at.hour)),
        (timedelta(days=7), lambda at: at.date()),
        (timedelta(weeks=4), lambda at: at.isocalendar()[:2]),
        (timedelta(days=366), lambda at: (at.year, at.month)),
    )
    kept: set[Backup] = set()
    filled: set[tuple[int, object]] = set()
    for backup in backups:
        for at, (span, bucket) in enumerate(spans):
            place = (at, bucket(backup.taken_at) if at else backup.path)
            if now - backup.taken_at < span and place not in filled:
                filled.add(place)
                kept.add(backup)
    return kept


def _split(name: str) -> tuple[str, str]:
    """The name of a journal as its stem and all of its endings."""
    stem, dot, suffix = name.partition(".")
    return stem, dot + suffix


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # FAT and some FUSE know no hard links
        if target.exists():
            raise
        files.swap_in(target, [source.read_bytes()])
