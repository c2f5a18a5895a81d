"""A journal behind a codec: the same promises, and no word of it on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.backups import backups, restore, verify
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.journal import Journal
from recalibrate.store.recovery import State, check
from tests.builders import FixedClock, make_entry
from tests.store.test_drafts import Reversed


def test_a_journal_behind_a_codec_is_a_journal_and_hides_its_words(tmp_path: Path) -> None:
    path, clock, codec = tmp_path / "journal.json.age", FixedClock(), Reversed()
    journal = Journal.open(path, clock, codec)
    journal.put(make_entry("canary one"))
    clock.advance(hours=2)
    journal.put(make_entry("canary two"))
    again = Journal.open(path, clock, codec)
    assert [entry.what_happened for entry in again.all(Entry)] == ["canary one", "canary two"]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) >= 3
    assert not any(b"canary" in file.read_bytes() for file in files)
    (backup,) = backups(path, clock)
    assert backup.path.name.endswith(".json.age")
    assert verify(backup, codec).counts == {"entries": 1}
    assert verify(backup).problem
    assert check(path, clock, codec).state is State.WHOLE
    restore(path, backup.path, clock, codec)
    assert again.refresh()
    assert len(again.all(Entry)) == 1


def test_altered_bytes_behind_a_codec_are_refused(tmp_path: Path) -> None:
    path, clock = tmp_path / "journal.json.age", FixedClock()
    Journal.open(path, clock, Reversed()).put(make_entry())
    path.write_bytes(b"?" + path.read_bytes()[1:])
    before = path.read_bytes()
    with pytest.raises(JournalDamaged, match="not ours"):
        Journal.open(path, clock, Reversed())
    assert check(path, clock, Reversed()).state is State.DAMAGED
    assert path.read_bytes() == before
