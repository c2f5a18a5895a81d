"""What may not be written stays as it is, and nobody else may read what is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import JournalError, JournalNewer, JournalReadOnly, NotSaved
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry
from tests.store.broken_files import WHOLE, hashes


def test_a_newer_journal_is_read_and_never_written(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(WHOLE.replace(b'"schema":1', b'"schema":99'))
    before = hashes(tmp_path)
    journal = Journal.open(path, FixedClock())
    assert "newer" in journal.read_only
    assert len(journal.all(Entry)) == 2
    with pytest.raises(JournalNewer, match="newer"):
        journal.put(make_entry())
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("place", ["file", "folder"])
def test_what_is_read_only_stays_so_even_for_root(tmp_path: Path, place: str) -> None:
    path = tmp_path / "home" / "journal.json"
    Journal.open(path, FixedClock()).put(make_entry())
    before = hashes(path.parent)
    closed = path if place == "file" else path.parent
    closed.chmod(0o400 if place == "file" else 0o500)
    journal = Journal.open(path, FixedClock())
    assert f"The {place} {closed} is read-only" in journal.read_only
    with pytest.raises((JournalReadOnly, NotSaved)):
        journal.put(make_entry())
    assert hashes(path.parent) == before
    closed.chmod(0o700)
    journal.put(make_entry())
    assert journal.read_only == ""


def test_a_new_journal_in_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(JournalError, match=r"read-only|Permission"):
        Journal.open(tmp_path / "journal.json", FixedClock())
    tmp_path.chmod(0o700)


def test_nobody_else_may_read_anything_whatever_the_umask(tmp_path: Path) -> None:
    clock = FixedClock()
    before = os.umask(0)
    try:
        path = tmp_path / "a" / "b" / "journal.json"
        journal = Journal.open(path, clock)
        journal.put(make_entry())
        journal.delete(*journal.all(Entry))
    finally:
        os.umask(before)
    found = list((tmp_path / "a").rglob("*"))
    assert any("backups" in path.parts for path in found)
    assert {path.stat().st_mode & 0o777 for path in found if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (tmp_path / "a", *found) if path.is_dir()} == {0o700}
