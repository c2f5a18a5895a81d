"""Damage looked at without touching it, and mended from the backup and from what is still whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.store.backups import backups, choose, keep_now, newest_good, restore, verify
from recalibrate.store.errors import JournalDamaged, NotFound
from recalibrate.store.journal import Journal
from recalibrate.store.recovery import State, check, recover
from recalibrate.store.salvage import salvage
from recalibrate.store.snapshots import Snapshots
from tests.builders import FixedClock, make_entry, make_experiment, make_reframed
from tests.store.broken_files import BROKEN, hashes


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    """A journal of twenty entries and an experiment, whose newest snapshot lacks the last five."""
    path = tmp_path / "journal.json"
    journal = Journal.open(path, clock)
    journal.put(*(make_entry(f"entry {number}", id=f"id-{number}") for number in range(15)), make_experiment())
    clock.advance(hours=2)
    journal.put(*(make_entry(f"entry {number}", id=f"id-{number}") for number in range(15, 20)))
    return path


def test_a_whole_journal_is_counted_and_left_alone(path: Path, clock: FixedClock) -> None:
    before = hashes(path.parent)
    report = check(path, clock)
    assert (report.state, report.problem, report.remarks) == (State.WHOLE, "", ())
    assert report.counts == {"entries": 20, "experiments": 1}
    assert report.backup_counts == {"entries": 15, "experiments": 1}
    assert hashes(path.parent) == before


def test_zeros_in_the_middle_cost_only_the_lines_they_hit(path: Path, clock: FixedClock) -> None:
    data = path.read_bytes()
    start = data.index(b"entry 7") - 10
    path.write_bytes(data[:start] + b"\0" * 700 + data[start + 700 :])
    before = hashes(path.parent)
    report = check(path, clock)
    assert report.state is State.DAMAGED
    assert str(path) in report.problem
    assert 17 <= report.salvaged["entries"] < 20
    assert report.lost
    assert hashes(path.parent) == before
    planned = recover(path, clock, dry_run=True)
    assert hashes(path.parent) == before
    done = recover(path, clock)
    assert done.after == planned.after == {"entries": 20, "experiments": 1}
    journal = Journal.open(path, clock)
    assert {entry.what_happened for entry in journal.all(Entry)} == {f"entry {number}" for number in range(20)}
    assert done.kept is not None
    assert b"\0" in done.kept.read_bytes()
    journal.put(make_entry())
    assert done.kept.exists()


def test_the_higher_revision_counts_when_backup_and_file_are_brought_together(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    journal.put(replace(journal.get(Entry, "id-3") or make_entry(), what_happened="edited"))
    path.write_bytes(path.read_bytes()[:-40])
    recover(path, clock)
    assert (Journal.open(path, clock).get(Entry, "id-3") or make_entry()).what_happened == "edited"


@pytest.mark.parametrize("broken", [b"", b"\0" * 3000, b"garbage"])
def test_a_journal_of_which_nothing_is_left_comes_back_from_its_backup(
    path: Path, clock: FixedClock, broken: bytes
) -> None:
    path.write_bytes(broken)
    report = check(path, clock)
    assert report.state in (State.EMPTIED, State.DAMAGED)
    assert not report.is_whole
    recover(path, clock)
    assert len(Journal.open(path, clock).all(Entry)) == 15


def test_a_vanished_journal_comes_back_from_its_backup(path: Path, clock: FixedClock) -> None:
    path.unlink()
    assert check(path, clock).state is State.GONE
    done = restore(path, choose(path, clock).path, clock)
    assert done.kept is None
    assert len(Journal.open(path, clock).all(Entry)) == 15


def test_where_nothing_is_left_nothing_is_done(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(b"garbage")
    with pytest.raises(JournalDamaged, match="Nothing could be found"):
        recover(path, clock)
    assert path.read_bytes() == b"garbage"


def test_a_new_place_is_new_and_a_newer_file_is_named(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "journal.json"
    assert check(path, clock).state is State.NEW
    path.touch()
    assert check(path, clock).state is State.NEW
    path.write_bytes(b'{"_recalibrate": {"1": {"schema": 99}}}')
    assert check(path, clock).state is State.NEWER


def test_odd_records_are_remarked_on(path: Path, clock: FixedClock) -> None:
    data = orjson.loads(path.read_bytes())
    data["entries"]["21"] = data["entries"]["1"]
    data["entries"]["22"] = {"what_happened": 5, "id": "z"}
    path.write_bytes(orjson.dumps(data))
    first, second = check(path, clock).remarks
    assert "Number 21" in first
    assert "Number 22" in second


@pytest.mark.parametrize("name", BROKEN)
def test_salvage_never_raises_and_finds_what_is_whole(name: str) -> None:
    found = salvage(BROKEN[name])
    if b'"what_happened":"a","id":"x"}' in BROKEN[name]:
        assert any(b'"x"' in line for line in dict(found.lines["entries"]).values())  # type: ignore[arg-type]  # a table


def test_salvage_reads_what_stock_tinydb_wrote_in_one_line(path: Path) -> None:
    one_line = orjson.dumps(orjson.loads(path.read_bytes()))
    found = salvage(one_line[: len(one_line) // 2])
    assert 8 <= len(found.lines["entries"]) <= 12
    twice = b'"entries": {"1": {"what_happened": "a", "id": "x"}}'
    duplicate = salvage(b"{" + twice + b", " + twice + b"}")
    assert (len(duplicate.lines["entries"]), duplicate.twice) == (2, 1)


def test_a_record_whose_table_lost_its_name_goes_where_it_fits(path: Path) -> None:
    data = path.read_bytes().replace(b'"experiments": {\n', b"\xff\xfe\n")
    found = salvage(data)
    assert len(found.lines["experiments"]) == 1
    assert len(found.lines["entries"]) == 20


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_cut_or_a_blot_anywhere_loses_only_what_it_touches(path: Path, data: st.DataObject) -> None:
    text = path.read_bytes()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 300)))
    found = salvage(text[:start] + data.draw(st.binary(max_size=20)) + text[end:])
    whole = sum(len(table) for name, table in found.lines.items() if name != "_recalibrate")
    touched = text[start:end].count(b"\n") + 1
    assert whole >= 21 - touched - 1


def test_a_backup_by_hand_is_verified_and_brought_back(path: Path, clock: FixedClock) -> None:
    clock.advance(hours=2)
    made = keep_now(path, clock)
    assert (made.reason, made.entries) == ("by_hand", 20)
    assert verify(made).counts["entries"] == 20
    journal = Journal.open(path, clock)
    journal.put(make_reframed())
    before = hashes(path.parent)
    planned = restore(path, made.path, clock, dry_run=True)
    assert (planned.before or {}, planned.after) == (
        {"entries": 21, "experiments": 1},
        {"entries": 20, "experiments": 1},
    )
    assert hashes(path.parent) == before
    restore(path, made.path, clock)
    assert journal.refresh()
    assert (len(journal.all(Entry)), len(journal.all(Experiment))) == (20, 1)
    assert max(backup.entries for backup in backups(path, clock)) == 21


def test_a_damaged_backup_is_named_skipped_and_never_brought_back(path: Path, clock: FixedClock) -> None:
    good = newest_good(path, clock)
    clock.advance(hours=2)
    bad = keep_now(path, clock)
    bad.path.unlink()  # it shares its bytes with the journal
    bad.path.write_bytes(path.read_bytes()[:-9])
    assert "cannot be read" in verify(bad).problem
    assert newest_good(path, clock) == good
    before = hashes(path.parent)
    with pytest.raises(JournalDamaged):
        restore(path, bad.path, clock)
    with pytest.raises(NotFound):
        choose(path, clock, "journal-nothing.json")
    assert choose(path, clock, bad.path.name).path == bad.path
    assert hashes(path.parent) == before
    assert len(Snapshots.of(path, clock).all()) == 2
