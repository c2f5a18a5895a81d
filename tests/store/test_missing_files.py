"""An empty or missing journal is begun only where there never was one, or when the user clears the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.journal import Journal
from recalibrate.store.lock import lock_file
from tests.builders import FixedClock, make_entry


def test_an_empty_file_is_a_new_journal_only_where_there_never_was_one(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh" / "journal.json"
    fresh.parent.mkdir()
    fresh.touch()
    Journal.open(fresh, FixedClock()).put(make_entry())
    for trace in ("backups/journal-x.json", "drafts/x.json", "journal.json.lock"):
        path = tmp_path / trace.replace("/", "-") / "journal.json"
        (path.parent / trace).parent.mkdir(parents=True)
        (path.parent / trace).write_text("a trace")  # an empty lock is none: reading makes it
        path.touch()
        with pytest.raises(JournalDamaged, match="is empty"):
            Journal.open(path, FixedClock())
        assert path.read_bytes() == b""


def test_an_emptied_journal_is_never_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(make_entry())
    path.write_bytes(b"")
    for attempt in (journal.refresh, lambda: journal.put(make_entry()), lambda: Journal.open(path, FixedClock())):
        with pytest.raises(JournalDamaged, match="is empty"):
            attempt()
    assert path.read_bytes() == b""
    assert len(journal.all(Entry)) == 1


def test_a_vanished_journal_is_never_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    path.unlink()
    for attempt in (journal.refresh, lambda: journal.put(make_entry()), lambda: Journal.open(path, FixedClock())):
        with pytest.raises(JournalDamaged, match="is gone"):
            attempt()
    assert not path.exists()
    lock_file(path).unlink()
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "journal-20260305T120000Z-hourly-3.json").touch()
    with pytest.raises(JournalDamaged, match="is gone"):
        Journal.open(path, FixedClock())


@pytest.mark.parametrize("broken", [b"garbage", b"", None])
def test_without_a_backup_the_sentence_says_how_to_begin_anew_and_that_works(
    tmp_path: Path, broken: bytes | None
) -> None:
    path = tmp_path / "journal.json"
    Journal.open(path, FixedClock())
    path.unlink() if broken is None else path.write_bytes(broken)
    with pytest.raises(JournalDamaged) as refusal:
        Journal.open(path, FixedClock())
    advice = str(refusal.value).partition("There is no backup; move ")[2].removesuffix(" away to begin a new one.")
    for name in advice.split(" and "):
        (tmp_path / name).rename(tmp_path / f"old-{name}")
    assert len(Journal.open(path, FixedClock()).all(Entry)) == 0


def test_where_there_are_backups_nothing_is_said_of_beginning_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(b"garbage")
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "journal-20260305T120000Z-hourly-3.json").touch()
    with pytest.raises(JournalDamaged) as refusal:
        Journal.open(path, FixedClock())
    assert str(refusal.value).endswith("`recalibrate restore` brings it back.")
