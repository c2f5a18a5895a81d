from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Experiment, Withdrawal
from recalibrate.store.at_hand import parked_entries, unsettled_experiments
from recalibrate.store.journal import Journal
from recalibrate.store.undisturbed import MANY
from tests.builders import NOW, TODAY, FixedClock, make_entry, make_experiment, make_reframed


def _filled(path: Path) -> Journal:
    decided = Decision(choice=Choice.KEEP, decided_at=NOW)
    Journal.open(path, FixedClock()).put(
        make_entry(id="parked", what_happened='{"triage":{"ideas":[{'),
        make_reframed(id="reframed"),
        make_experiment(id="running"),
        make_experiment(id="decided", decision=decided),
        make_experiment(id="kept", decision=decided, check_back=CheckBack(check_back_on=TODAY)),
        make_experiment(id="withdrawn", withdrawal=Withdrawal(withdrawn_at=NOW, reason="")),
    )
    return Journal.open(path, FixedClock(), later=True)


def test_a_journal_opened_to_be_read_later_looks_empty_until_then(tmp_path: Path) -> None:
    journal = _filled(tmp_path / "journal.json")
    assert not journal.is_loaded
    assert journal.all(Entry) == []
    assert journal.refresh()
    assert journal.is_loaded
    assert [entry.id for entry in journal.all(Entry)] == ["parked", "reframed"]


def test_a_save_before_it_is_read_loses_nothing(tmp_path: Path) -> None:
    journal = _filled(tmp_path / "journal.json")
    journal.put(make_entry(id="new"))
    again = Journal.open(tmp_path / "journal.json", FixedClock())
    assert [entry.id for entry in again.all(Entry)] == ["parked", "reframed", "new"]


def test_only_what_the_first_screen_needs_is_found_and_it_follows_each_change(tmp_path: Path) -> None:
    journal = _filled(tmp_path / "journal.json")
    journal.refresh()
    assert [entry.id for entry in parked_entries(journal)] == ["parked"]
    assert [each.id for each in unsettled_experiments(journal)] == ["running", "kept"]
    journal.put(make_entry(id="second"), replace(journal.find(Entry, "parked"), observation="", named=True))
    assert [entry.id for entry in parked_entries(journal)] == ["parked", "second"]
    journal.delete(journal.find(Entry, "parked"))
    assert [entry.id for entry in parked_entries(journal)] == ["second"]
    found = journal.get(Experiment, "decided")
    assert found is not None
    assert found.decision is not None


def test_a_glance_sees_no_change_only_after_two_looks(tmp_path: Path) -> None:
    journal = _filled(tmp_path / "journal.json")
    journal.refresh()
    assert not journal.seems_unchanged
    journal.refresh()
    assert journal.seems_unchanged
    Journal.open(tmp_path / "journal.json", FixedClock()).put(make_entry())
    assert not journal.seems_unchanged


def test_what_was_decoded_ahead_is_not_decoded_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    Journal.open(path, FixedClock()).put(*(make_entry(f"The {number}th slip.") for number in range(MANY)))
    journal = Journal.open(path, FixedClock())
    rests: list[None] = []
    journal.decode(Entry, lambda: rests.append(None))
    assert rests
    (last,) = journal.latest(Entry, 1)
    journal.put(make_entry("One more."))
    *_, still, newest = journal.all(Entry)
    assert still is last
    assert newest.what_happened == "One more."
