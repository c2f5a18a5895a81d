"""Snapshots: when they are taken, that they cost no copy, and which of them go."""

from __future__ import annotations

import errno
import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Journal
from recalibrate.store.snapshots import Backup, Snapshots, to_drop
from tests.builders import NOW, FixedClock, make_entry


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.json"


def test_one_is_taken_in_an_hour_and_holds_the_version_that_was_replaced(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    journal.put(make_entry("first"))
    before, inode = path.read_bytes(), path.stat().st_ino
    journal.put(make_entry("second"))
    clock.advance(minutes=59)
    journal.put(make_entry("third"))
    (backup,) = Snapshots.of(path, clock).all()
    assert (backup.reason, backup.entries) == ("hourly", 1)
    assert backup.path.read_bytes() == before
    assert backup.path.stat().st_ino == inode
    clock.advance(minutes=2)
    journal.put(make_entry("fourth"))
    assert [each.entries for each in Snapshots.of(path, clock).all()] == [3, 1]


def test_a_delete_an_import_and_a_purge_keep_what_was_before(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    journal.put(make_entry())
    journal.delete(*journal.all(Entry))
    journal.put(make_entry(), reason="import")
    journal.purge(*journal.binned(Entry))
    reasons = {backup.reason for backup in Snapshots.of(path, clock).all()}
    assert reasons == {"delete", "import", "purge"}


def test_where_links_fail_a_copy_is_kept(path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: Any, **__: Any) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    journal = Journal.open(path, clock)
    journal.put(make_entry())
    before = path.read_bytes()
    journal.put(make_entry())
    (backup,) = Snapshots.of(path, clock).all()
    assert backup.path.read_bytes() == before
    assert backup.path.stat().st_mode & 0o777 == 0o600


def test_an_hourly_snapshot_that_fails_is_no_reason_not_to_save(path: Path, clock: FixedClock) -> None:
    (path.parent / "backups").write_text("no folder")
    journal = Journal.open(path, clock)
    journal.put(make_entry())
    journal.put(make_entry())
    assert len(journal.all(Entry)) == 2


def test_a_clock_set_back_neither_floods_nor_stops_the_snapshots(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    for _ in range(3):
        journal.put(make_entry())
    clock.advance(days=-3650)
    for _ in range(4):
        journal.put(make_entry())
    assert len(Snapshots.of(path, clock).all()) == 2


def every(hours: float, count: int, size: int = 1) -> list[Backup]:
    times = (NOW - timedelta(hours=hours * number) for number in range(count))
    return [Backup(Path(f"{at:%Y%m%d%H%M}"), at, "hourly", 5, size) for at in times]


def kept(backups: list[Backup], entries: int = 5, room: int = 10**6) -> list[Backup]:
    dropped = set(to_drop(backups, NOW, entries, room))
    return [backup for backup in backups if backup not in dropped]


def test_a_year_of_hours_is_thinned_to_hours_days_weeks_and_months() -> None:
    left = kept(every(1, 24 * 400))
    ages = [(NOW - backup.taken_at) / timedelta(days=1) for backup in left]
    assert len([age for age in ages if age < 1]) == 24
    assert len([age for age in ages if 1 <= age < 7]) in (6, 7)
    assert len([age for age in ages if 7 <= age < 28]) in (3, 4)
    assert len([age for age in ages if age >= 28]) in (11, 12, 13)
    assert max(ages) < 366
    assert kept(left) == left


def test_all_of_the_last_hour_stay() -> None:
    assert len(kept(every(0.1, 10))) == 10


def test_the_oldest_go_when_there_is_no_room_but_the_newest_stays() -> None:
    assert len(kept(every(1, 20, size=100), room=1000)) == 10
    assert len(kept(every(1, 20, size=5000), room=1000)) == 1


def test_the_last_one_that_holds_more_entries_than_now_always_stays() -> None:
    backups = every(24 * 30, 24)
    richer = Backup(Path("rich"), NOW - timedelta(days=900), "delete", 9, 10**9)
    assert richer in kept([*backups, richer])
    assert richer not in kept([*backups, richer], entries=9)


def test_what_could_not_be_read_is_never_dropped() -> None:
    damaged = Backup(Path("d"), NOW - timedelta(days=4000), "damaged", 0, 10**9)
    assert damaged in kept([*every(1, 3), damaged])


def test_other_files_in_the_folder_are_none_of_ours(path: Path, clock: FixedClock) -> None:
    folder = path.parent / "backups"
    folder.mkdir()
    for name in ("notes.json", "journal-x-y-z.json", "journal-20260305T120000Z-hourly-3.txt"):
        (folder / name).write_text("mine")
    journal = Journal.open(path, clock) if path.exists() else None
    assert journal is None
    assert Snapshots.of(path, clock).all() == []
