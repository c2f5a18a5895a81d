"""Files that cannot be read: refused in one sentence, and left exactly as they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import JournalDamaged, JournalLocked
from recalibrate.store.journal import Journal
from recalibrate.store.recovery import check
from tests.builders import FixedClock, make_entry
from tests.store.broken_files import BROKEN, hashes

SOMETHING_ELSE = {
    "an export": b'{"format": "recalibrate", "version": 1, "schema": 1, "entries": [{"id": "x"}], "people": []}',
    "an empty export": b'{\n  "format": "recalibrate",\n  "version": 1,\n  "entries": []\n}\n',
    "a list of entries": b'{"metadata": {}, "entries": [{"text": "a"}]}',
    "settings": b'{"editor": {}, "servers": {}}',
    "settings in lines like ours": b'{\n"name": "x",\n"size": 3\n}\n',
    "entries that are no table beside one": b'{"entries": [], "notes": {"1": {"a": 1}}}',
    "settings by name": b'{"dependencies": {"left-pad": {"version": 1}}}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_journal_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(BROKEN[name])
    before = hashes(tmp_path)
    with pytest.raises(JournalDamaged) as refusal:
        Journal.open(path, FixedClock())
    assert str(path) in str(refusal.value)
    assert "recalibrate check" in str(refusal.value)
    assert hashes(tmp_path) == before


@pytest.mark.parametrize("name", BROKEN)
def test_a_journal_that_breaks_while_it_is_open_is_not_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry())
    path.write_bytes(BROKEN[name])
    before = hashes(tmp_path)
    with pytest.raises(JournalDamaged):
        journal.put(make_entry())
    with pytest.raises(JournalDamaged):
        journal.refresh()
    assert hashes(tmp_path) == before
    assert len(journal.all(Entry)) == 1


@pytest.mark.parametrize("name", SOMETHING_ELSE)
def test_json_that_is_no_journal_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(SOMETHING_ELSE[name])
    before = hashes(tmp_path)
    with pytest.raises(JournalDamaged, match="import" if "entries" in name or "export" in name else "journal"):
        Journal.open(path, FixedClock())
    assert not check(path, FixedClock()).is_whole
    assert hashes(tmp_path) == before


def test_a_pipe_in_the_place_of_the_journal_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    os.mkfifo(path)
    with pytest.raises(JournalDamaged, match="no regular file"):
        Journal.open(path, FixedClock())
    assert [each.name for each in tmp_path.iterdir()] == ["journal.json"]
    assert path.is_fifo()


def test_a_folder_in_the_place_of_the_journal_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.mkdir()
    with pytest.raises(JournalDamaged, match="no regular file"):
        Journal.open(path, FixedClock())


def test_an_encrypted_journal_without_its_key_is_locked_not_new(tmp_path: Path) -> None:
    (tmp_path / "journal.json.age").write_bytes(b"age")
    with pytest.raises(JournalLocked, match="encrypted"):
        Journal.open(tmp_path / "journal.json", FixedClock())
    assert not (tmp_path / "journal.json").exists()


def test_damage_that_keeps_the_time_of_the_file_is_met_when_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry("a canary"))
    times = path.stat()
    path.write_bytes(path.read_bytes().replace(b'"a canary"', b'"a canary!'))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    opened = Journal.open(path, FixedClock())
    assert opened.all(Entry) == []
    assert list(opened.unreadable(Entry)) == [1]
