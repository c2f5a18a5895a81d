"""Merging files from other machines, as commands see it and as git's driver does."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.exchange.merge import drive, merge_files, report
from recalibrate.store.errors import JournalDamaged, JournalError, JournalLocked, JournalNewer
from recalibrate.store.journal import Journal
from recalibrate.store.merge.merging import Outcome
from recalibrate.store.reading import read_journal
from recalibrate.store.snapshots import Snapshots
from tests.builders import FixedClock, make_entry


def apart(folder: Path, clock: FixedClock) -> tuple[Path, Path, Path]:
    """One journal as it was, and as two machines went on with it."""
    base, ours, theirs = (folder / name / "journal.json" for name in ("base", "ours", "theirs"))
    journal = Journal.open(base, clock)
    (entry,) = journal.put(make_entry("I fell.", observation="I slipped.")).records
    assert isinstance(entry, Entry)
    for path in (ours, theirs):
        path.parent.mkdir()
        path.write_bytes(base.read_bytes())
    clock.advance(minutes=1)
    Journal.open(theirs, clock).put(entry.edited("observation", "The floor was wet.", clock()), make_entry("There."))
    clock.advance(minutes=1)
    here = replace(entry, sting=40).edited("observation", "I ran.", clock())
    Journal.open(ours, clock).put(here, make_entry("Here."))
    return base, ours, theirs


def test_a_dry_run_reports_each_field_and_changes_nothing(tmp_path: Path) -> None:
    clock = FixedClock()
    _, ours, theirs = apart(tmp_path, clock)
    before = ours.read_bytes()
    changes = merge_files(Journal.open(ours, clock), [theirs], dry_run=True)
    assert {(change.field, change.outcome) for change in changes} == {
        ("", Outcome.ADDED),
        ("sting", Outcome.OURS),
        ("observation", Outcome.OURS),
        ("reframed_at", Outcome.OURS),
    }
    assert "There." in "\n".join(report(changes))
    assert "observation: ours stands" in "\n".join(report(changes))
    assert ours.read_bytes() == before


def test_a_merge_keeps_both_wordings_and_a_snapshot(tmp_path: Path) -> None:
    clock = FixedClock()
    _, ours, theirs = apart(tmp_path, clock)
    journal = Journal.open(ours, clock)
    merge_files(journal, [theirs])
    fell, _, _ = journal.all(Entry)
    assert (fell.observation, fell.sting) == ("I ran.", 40)
    assert {version.text for version in fell.history} == {"The floor was wet.", "I slipped."}
    assert "merge" in {backup.reason for backup in Snapshots.of(ours, clock).all()}
    assert merge_files(journal, [theirs]) == [
        change for change in merge_files(journal, [theirs], dry_run=True) if change.outcome is Outcome.OURS
    ]
    assert len(Journal.open(ours, clock).all(Entry)) == 3


def test_two_machines_that_merge_each_other_end_the_same(tmp_path: Path) -> None:
    clock = FixedClock()
    _, ours, theirs = apart(tmp_path, clock)
    copy = tmp_path / "copy.json"
    copy.write_bytes(ours.read_bytes())
    here, there = Journal.open(ours, clock), Journal.open(theirs, clock)
    merge_files(here, [theirs])
    merge_files(there, [copy])
    assert {entry.id: entry for entry in here.all(Entry)} == {entry.id: entry for entry in there.all(Entry)}


def test_of_several_files_none_is_merged_when_one_cannot_be_read(tmp_path: Path) -> None:
    clock = FixedClock()
    _, ours, theirs = apart(tmp_path, clock)
    before = ours.read_bytes()
    broken = tmp_path / "broken.json"
    broken.write_text("[1, 2]")
    journal = Journal.open(ours, clock)
    with pytest.raises(JournalDamaged, match="broken"):
        merge_files(journal, [theirs, broken])
    with pytest.raises(JournalDamaged, match="missing"):
        merge_files(journal, [tmp_path / "missing.json"])
    newer = tmp_path / "newer.json"
    newer.write_text('{"_recalibrate": {"1": {"schema": 99}}}')
    with pytest.raises(JournalNewer):
        merge_files(journal, [newer])
    sealed = tmp_path / "sealed.json.age"
    sealed.write_bytes(b"age-encryption.org/v1\n")
    with pytest.raises(JournalLocked):
        merge_files(journal, [sealed])
    assert ours.read_bytes() == before


def test_the_driver_writes_ours_and_nothing_else(tmp_path: Path) -> None:
    clock = FixedClock()
    base, ours, theirs = apart(tmp_path, clock)
    others = base.read_bytes(), theirs.read_bytes()
    drive(base, ours, theirs)
    journal = Journal.open(ours, clock)
    fell = journal.all(Entry)[0]
    assert (fell.observation, fell.sting) == ("I ran.", 40)
    assert len(journal.all(Entry)) == 3
    assert (base.read_bytes(), theirs.read_bytes()) == others


def test_the_driver_without_a_common_version_still_keeps_every_record(tmp_path: Path) -> None:
    clock = FixedClock()
    _, ours, theirs = apart(tmp_path, clock)
    empty = tmp_path / "empty"
    empty.touch()
    drive(empty, ours, theirs)
    assert len(read_journal(ours)["entries"]) == 3


def test_the_driver_leaves_ours_as_it_is_when_a_side_is_broken(tmp_path: Path) -> None:
    base, ours, theirs = apart(tmp_path, FixedClock())
    theirs.write_text("{")
    before = ours.read_bytes()
    with pytest.raises(JournalError):
        drive(base, ours, theirs)
    assert ours.read_bytes() == before


def test_git_merges_two_branches_of_a_journal_by_itself(tmp_path: Path) -> None:
    base, ours, theirs = apart(tmp_path / "machines", FixedClock())
    work = tmp_path / "work"
    work.mkdir()

    def git(*words: str) -> None:
        who = ["-c", "user.name=anna", "-c", "user.email=anna@example.org"]
        subprocess.run(["git", *who, *words], cwd=work, check=True, capture_output=True)

    git("init", "-q", "-b", "main")
    git("config", "merge.recalibrate.driver", f"{sys.executable} -m recalibrate merge --driver %O %A %B")
    (work / ".gitattributes").write_text("journal.json merge=recalibrate\n")
    for branch, path in (("main", base), ("there", theirs), ("main", ours)):
        git("checkout", "-q", *(["-b"] if branch == "there" else []), branch) if path is not base else None
        (work / "journal.json").write_bytes(path.read_bytes())
        git("add", ".")
        git("commit", "-q", "-m", branch)
    git("merge", "-q", "there")
    journal = Journal.open(work / "journal.json", FixedClock())
    assert {entry.what_happened for entry in journal.all(Entry)} == {"I fell.", "There.", "Here."}
    assert journal.all(Entry)[0].observation == "I ran."
