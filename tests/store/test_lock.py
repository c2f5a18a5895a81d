"""The lock: waited for, given up on, and taken from the dead."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import JournalBusy
from recalibrate.store.journal import Journal
from recalibrate.store.lock import held, lock_file
from recalibrate.store.soft_lock import SoftLock
from tests.builders import FixedClock, make_entry


@pytest.mark.parametrize("soft", [False, True], ids=["flock", "soft lock"])
def test_a_second_writer_gives_up_in_one_sentence(tmp_path: Path, soft: bool) -> None:
    path = tmp_path / "journal.json"
    busy = pytest.raises(JournalBusy, match="Another recalibrate is writing")
    with held(path, soft=soft), busy, held(path, patience=0, soft=soft):
        pass
    with held(path, patience=0, soft=soft):
        pass


def test_the_lock_file_stays_and_is_the_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    with held(path):
        pass
    assert stat.S_IMODE(lock_file(path).stat().st_mode) == 0o600


def test_where_there_is_no_flock_the_soft_lock_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: Any) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    path = tmp_path / "journal.json"
    with held(path):
        assert path.with_name("journal.json.held").exists()
    assert not path.with_name("journal.json.held").exists()
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry())
    assert len(Journal.open(path, FixedClock()).all(Entry)) == 1


def dead_holder() -> str:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return f"{os.uname().nodename} {boot} {child} 1 00"


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    lock = tmp_path / "held"
    lock.write_text(dead_holder())
    taking = SoftLock(lock)
    assert not taking.taken()
    assert taking.taken()
    taking.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("holder", ["elsewhere 1 2 3 4", "", "torn"])
def test_the_lock_of_another_machine_is_never_broken(tmp_path: Path, holder: str) -> None:
    lock = tmp_path / "held"
    lock.write_text(holder)
    taking = SoftLock(lock)
    assert not taking.taken()
    assert not taking.taken()
    taking.release()
    assert lock.read_text() == holder


def test_the_lock_of_a_process_number_given_out_again_is_taken_over(tmp_path: Path) -> None:
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    lock = tmp_path / "held"
    lock.write_text(f"{os.uname().nodename} {boot} {os.getpid()} 7 00")
    taking = SoftLock(lock)
    assert not taking.taken()
    assert taking.taken()
