"""The journal: saving, finding, deleting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.store.errors import NotFound
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock, make_entry, make_experiment


def test_a_saved_record_is_stamped_and_found(journal: Journal) -> None:
    (saved,) = journal.put(make_entry()).records
    assert (saved.created_at, saved.updated_at, saved.rev) == (NOW, NOW, 1)
    assert journal.get(Entry, saved.id) == saved
    assert journal.all(Entry) == [saved]
    assert journal.all(Experiment) == []


def test_saving_again_counts_the_revision_and_keeps_the_first_time(journal: Journal) -> None:
    clock = journal._clock
    assert isinstance(clock, FixedClock)
    (first,) = journal.put(make_entry()).records
    clock.advance(days=1)
    (second,) = journal.put(replace(first, observation="once")).records
    assert (second.created_at, second.updated_at, second.rev) == (NOW, clock.now, 2)
    assert journal.all(Entry) == [second]


def test_several_kinds_are_one_commit(journal: Journal) -> None:
    entry = make_entry()
    before = journal.revision
    journal.put(entry, make_experiment(entry_id=entry.id))
    assert journal.revision == before + 1
    assert journal.all(Experiment)[0].entry_id == journal.all(Entry)[0].id


def test_records_stay_in_the_order_of_their_creation(journal: Journal) -> None:
    entries = [make_entry(str(number)) for number in range(12)]
    journal.put(*entries[:9])
    journal.put(*entries[9:])
    journal.put(journal.all(Entry)[0])
    assert [entry.what_happened for entry in journal.all(Entry)] == [str(number) for number in range(12)]
    assert [entry.what_happened for entry in journal.latest(Entry, 3)] == ["9", "10", "11"]
    assert journal.latest(Entry, 0) == []


def test_the_latest_are_the_same_before_anything_else_was_read(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    journal.put(*(make_entry(str(number)) for number in range(5)))
    journal.delete(journal.all(Entry)[4])
    assert [entry.what_happened for entry in Journal.open(path, clock).latest(Entry, 2)] == ["2", "3"]


def test_a_deleted_record_waits_in_the_bin(journal: Journal) -> None:
    (saved,) = journal.put(make_entry()).records
    journal.delete(saved)
    assert journal.get(Entry, saved.id) is None
    assert journal.all(Entry) == []
    (binned,) = journal.binned(Entry)
    journal.restore(binned)
    assert [entry.id for entry in journal.all(Entry)] == [saved.id]
    assert journal.binned(Entry) == []


def test_what_is_shown_is_what_a_fresh_look_shows_after_any_changes(path: Path, clock: FixedClock) -> None:
    journal, other = Journal.open(path, clock), Journal.open(path, clock)
    journal.put(*(make_entry(str(number), id=f"id-{number}") for number in range(6)))
    steps: list[Callable[[], object]] = [
        lambda: journal.put(make_entry("new", id="id-7")),
        lambda: journal.put(replace(journal.all(Entry)[2], sting=10)),
        lambda: journal.delete(journal.all(Entry)[1], journal.all(Entry)[3]),
        lambda: journal.restore(journal.binned(Entry)[0]),
        lambda: journal.purge(journal.all(Entry)[0]),
        lambda: other.put(make_entry("elsewhere", id="id-8")),
        lambda: journal.put(make_entry("both", id="id-9"), replace(journal.all(Entry)[0], sting=90)),
        lambda: journal.db.table("entries").remove(where("id") == "id-5"),
        lambda: journal.db.table("entries").update({"id": "id-6"}, where("id") == "id-4"),
        lambda: journal.undo(journal.delete(*journal.all(Entry))),
    ]
    for step in steps:
        journal.all(Entry), journal.binned(Entry)
        step()
        journal.refresh()
        fresh = Journal.open(path, clock)
        assert journal.all(Entry) == fresh.all(Entry)
        assert journal.binned(Entry) == fresh.binned(Entry)
        assert journal.get(Entry, "id-9") == fresh.get(Entry, "id-9")


def test_purging_leaves_only_a_tombstone(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    (saved,) = journal.put(make_entry("a canary sings")).records
    journal.purge(saved)
    assert journal.all(Entry) == journal.binned(Entry) == []
    assert "canary" not in path.read_text()
    (tomb,) = TinyDB(path).table("tombstones").all()
    assert tomb == {"id": saved.id, "purged_at": NOW.isoformat()}


def test_a_record_is_found_by_the_beginning_of_its_id(journal: Journal) -> None:
    journal.put(make_entry(id="abcd1111"), make_entry(id="abcd2222"), make_entry(id="abcd"))
    assert journal.find(Entry, "ABCD1").id == "abcd1111"
    assert journal.find(Entry, "abcd").id == "abcd"
    for prefix, words in (("abc", "at least 4"), ("", "at least 4"), ("zzzz", "Nothing"), ("abcd ", None)):
        if words:
            with pytest.raises(NotFound, match=words):
                journal.find(Entry, prefix)
    journal.delete(journal.find(Entry, "abcd"))
    with pytest.raises(NotFound, match="give more"):
        journal.find(Entry, "abcd")


def test_a_record_is_found_by_its_beginning_before_anything_else_was_read(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    journal.put(make_entry(id="abcd1"), make_entry(id="abcd2"), make_entry(id="FACE1"), make_entry("abcd1, abcd9"))
    journal.delete(journal.find(Entry, "abcd2"))
    for prefix, id in (("abcd", "abcd1"), ("face", "FACE1")):
        assert Journal.open(path, clock).find(Entry, prefix).id == id
    for prefix in ("abcd2", "abcd9"):
        with pytest.raises(NotFound):
            Journal.open(path, clock).find(Entry, prefix)


def test_the_same_record_twice_in_one_commit_is_saved_once(journal: Journal) -> None:
    entry = make_entry("first")
    journal.put(entry, replace(entry, what_happened="second"))
    assert [each.what_happened for each in journal.all(Entry)] == ["second"]


def test_saving_the_same_new_record_again_does_not_duplicate(journal: Journal) -> None:
    entry = make_entry()
    journal.put(entry)
    journal.put(entry)
    assert len(journal.all(Entry)) == 1


def test_nothing_to_save_saves_nothing(journal: Journal) -> None:
    before = journal.revision
    journal.put()
    assert journal.revision == before
