"""What another hand wrote is looked through once, and again only when it changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store import layout
from recalibrate.store.checked import MOST, WORTH_NOTING, is_noted, note
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry

ENOUGH = range(WORTH_NOTING // 300)


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """A journal as it comes from another machine."""
    made = tmp_path / "made" / "journal.json"
    Journal.open(made, FixedClock()).put(*(make_entry(f"slip {number}", id=f"id{number:06}") for number in ENOUGH))
    path = tmp_path / "home" / "journal.json"
    path.parent.mkdir()
    shutil.copy(made, path)
    assert path.stat().st_size > WORTH_NOTING
    return path


def opened(path: Path) -> Journal:
    return Journal.open(path, FixedClock(), uncut=True, checked=path.with_name("cache") / "checked")


def test_the_second_reader_checks_nothing(brought: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = opened(brought).all(Entry)
    monkeypatch.delattr(layout, "_take")
    assert opened(brought).all(Entry) == before


def test_a_changed_text_is_checked_again(brought: Path) -> None:
    opened(brought)
    whole = brought.read_bytes()
    brought.write_bytes(whole.replace(b'"id000007"', b'"id00000"7'))
    with pytest.raises(JournalDamaged):
        opened(brought)


def test_a_text_that_was_mended_while_reading_is_not_taken_for_ours(brought: Path) -> None:
    twice = brought.read_bytes().replace(b'\n"7":', b'\n"8":')
    brought.write_bytes(twice)
    for _ in range(2):
        assert len(opened(brought).all(Entry)) == len(ENOUGH)


def test_nothing_is_lost_where_the_cache_takes_no_writing(brought: Path) -> None:
    brought.with_name("cache").write_text("a file in the place of the folder")
    for _ in range(2):
        assert len(opened(brought).all(Entry)) == len(ENOUGH)


def test_the_latest_notes_are_kept(tmp_path: Path) -> None:
    notes = tmp_path / "cache" / "checked"
    for number in range(MOST + 2):
        note(notes, f"{number}\n")
    assert [number for number in range(MOST + 2) if is_noted(notes, f"{number}\n")] == list(range(2, MOST + 2))
    assert notes.stat().st_mode & 0o777 == 0o600
