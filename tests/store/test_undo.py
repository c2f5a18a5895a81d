"""Undoing in the journal: what was comes back, and what was done since stays."""

from __future__ import annotations

from dataclasses import replace

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.store.journal import Journal
from tests.builders import make_entry, make_experiment


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
