"""Two windows or threads at one journal: neither loses what the other did."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from recalibrate.domain.records.entry import Entry, Idea
from recalibrate.domain.records.situation import Situation
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry, make_reframed, make_situation


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
