"""The journal: saving, deleting, undoing, and two windows at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from recalibrate.domain.records.entry import Entry, Idea
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.situation import Situation
from recalibrate.store.errors import NotFound
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock, make_entry, make_experiment, make_reframed, make_situation


@pytest.fixture(params=["disk", "memory"])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    clock = FixedClock()
    return Journal.open(tmp_path / "journal.json", clock) if request.param == "disk" else Journal.in_memory(clock)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "journal.json"


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


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


def test_undo_brings_back_what_was_and_undo_of_that_brings_back_what_became(journal: Journal) -> None:
    (first,) = journal.put(make_entry("before")).records
    change = journal.put(replace(first, what_happened="after"))
    undone = journal.undo(change)
    assert journal.all(Entry)[0].what_happened == "before"
    journal.undo(undone)
    assert journal.all(Entry)[0].what_happened == "after"


def test_undo_of_something_new_puts_it_into_the_bin_and_redo_takes_it_out(journal: Journal) -> None:
    commit = journal.put(make_entry(), make_experiment())
    undone = journal.undo(commit)
    assert (journal.all(Entry), journal.all(Experiment)) == ([], [])
    journal.undo(undone)
    assert len(journal.all(Entry)) == len(journal.all(Experiment)) == 1


def test_undo_of_a_delete_restores(journal: Journal) -> None:
    journal.put(make_entry())
    journal.undo(journal.delete(*journal.all(Entry)))
    assert len(journal.all(Entry)) == 1


def test_undo_keeps_what_was_changed_since_in_another_field(journal: Journal) -> None:
    (first,) = journal.put(make_entry("before", sting=20)).records
    change = journal.put(replace(first, what_happened="after"))
    journal.put(replace(journal.all(Entry)[0], sting=80))
    journal.undo(change)
    entry = journal.all(Entry)[0]
    assert (entry.what_happened, entry.sting) == ("before", 80)


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


def test_another_window_sees_the_change_after_refresh(path: Path, clock: FixedClock) -> None:
    here, there = Journal.open(path, clock), Journal.open(path, clock)
    here.put(make_entry())
    before = there.revision
    assert there.refresh()
    assert there.revision > before
    assert len(there.all(Entry)) == 1
    assert not there.refresh()


def test_two_windows_never_lose_each_others_records(path: Path, clock: FixedClock) -> None:
    here, there = Journal.open(path, clock), Journal.open(path, clock)
    for number in range(5):
        here.put(make_entry(f"here {number}"))
        there.put(make_entry(f"there {number}"))
    assert len(Journal.open(path, clock).all(Entry)) == 10


def test_two_windows_that_change_different_fields_keep_both(path: Path, clock: FixedClock) -> None:
    here, there = Journal.open(path, clock), Journal.open(path, clock)
    here.put(make_reframed())
    there.refresh()
    ours, theirs = here.all(Entry)[0], there.all(Entry)[0]
    there.put(replace(theirs, sting=10, tags=("work",)))
    (merged,) = here.put(replace(ours, observation="later", tags=("home",))).records
    assert isinstance(merged, Entry)
    assert (merged.sting, merged.observation, merged.rev) == (10, "later", 3)
    assert set(merged.tags) == {"work", "home"}
    assert merged.history == ()


def test_a_text_that_loses_against_a_later_one_stays_in_the_history(path: Path, clock: FixedClock) -> None:
    here, there = Journal.open(path, clock), Journal.open(path, clock)
    here.put(make_entry("first"))
    there.refresh()
    ours, theirs = here.all(Entry)[0], there.all(Entry)[0]
    there.put(replace(theirs, what_happened="theirs"))
    here.put(replace(ours, what_happened="ours"))
    (entry,) = Journal.open(path, clock).all(Entry)
    assert entry.what_happened == "ours"
    assert [(version.field, version.text) for version in entry.history] == [("what_happened", "theirs")]


def test_an_edit_of_a_record_deleted_elsewhere_takes_it_out_of_the_bin(path: Path, clock: FixedClock) -> None:
    here, there = Journal.open(path, clock), Journal.open(path, clock)
    here.put(make_entry())
    there.refresh()
    ours, theirs = here.all(Entry)[0], there.all(Entry)[0]
    there.delete(theirs)
    here.put(replace(ours, observation="typed meanwhile"))
    assert here.all(Entry)[0].observation == "typed meanwhile"


def test_a_screen_that_still_holds_an_older_revision_loses_nothing(journal: Journal) -> None:
    (old,) = journal.put(make_reframed()).records
    assert isinstance(old, Entry)
    journal.put(replace(old, sting=10))
    journal.put(replace(old, ideas=(*old.ideas, Idea(text="new"))))
    entry = journal.all(Entry)[0]
    assert (entry.sting, len(entry.ideas)) == (10, 3)


def test_unknown_keys_of_a_newer_hand_stay(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    journal.put(make_reframed())
    database = TinyDB(path)
    database.table("entries").update({"mood": {"deep": [1]}})
    database.table("entries").update(lambda document: document["voice"].update(tone="loud"))
    database.table("entries").update(lambda document: document["ideas"][1].update(stars=2))
    database.table("weather").insert({"sky": "grey"})
    database.close()
    entry = Journal.open(path, clock).all(Entry)[0]
    journal.put(replace(entry, ideas=entry.ideas[1:], sting=20))
    document = TinyDB(path).table("entries").all()[0]
    assert document["mood"] == {"deep": [1]}
    assert document["voice"]["tone"] == "loud"
    assert document["ideas"] == [{"text": entry.ideas[1].text, "chosen": False, "stars": 2}]
    assert TinyDB(path).table("weather").all() == [{"sky": "grey"}]


def test_a_record_that_is_not_understood_is_left_alone_and_named(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    journal.put(make_entry("fine"))
    TinyDB(path).table("entries").insert({"what_happened": ["not", "text"], "id": "odd"})
    journal.put(make_entry("fine, too"))
    assert [entry.what_happened for entry in journal.all(Entry)] == ["fine", "fine, too"]
    assert list(journal.unreadable(Entry)) == [2]
    assert TinyDB(path).table("entries").get(doc_id=2) == {"what_happened": ["not", "text"], "id": "odd"}


def test_one_thread_saves_while_another_reads(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    wrong: list[str] = []
    done = threading.Event()

    def read() -> None:
        seen = 0
        while not done.is_set():
            count = len(journal.all(Entry))
            if count < seen:
                wrong.append(f"{count} after {seen}")
            seen = count

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(30):
        journal.put(make_entry(str(number)), make_situation(str(number)))
    done.set()
    reader.join()
    assert wrong == []
    assert len(journal.all(Entry)) == len(journal.all(Situation)) == 30


def test_tinydb_queries_and_changes_go_through_the_same_file(path: Path, clock: FixedClock) -> None:
    journal = Journal.open(path, clock)
    (entry,) = journal.put(make_entry("by the journal", sting=40)).records
    table = journal.db.table("entries")
    assert table.search(where("sting") == 40)[0]["id"] == entry.id
    number = table.insert({"what_happened": "by TinyDB", "id": "x"})
    assert table.update({"sting": 70}, where("id") == "x") == [number]
    assert journal.get(Entry, "x") == Entry(what_happened="by TinyDB", id="x", sting=70)
    table.remove(doc_ids=[number])
    assert journal.get(Entry, "x") is None
    assert table.insert_multiple([{"what_happened": "a"}, {"what_happened": "b"}]) == [2, 3]
    journal.db.drop_table("entries")
    assert journal.all(Entry) == []
    assert TinyDB(path).tables() == {"_recalibrate"}
