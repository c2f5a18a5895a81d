"""Conflict copies as sync tools and git leave them: found, merged, moved aside, and told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.journal import Journal
from recalibrate.store.merge.conflicts import is_copy_of
from recalibrate.store.snapshots import Snapshots
from tests.builders import FixedClock, make_entry

NAMES = (
    "journal.sync-conflict-20260305-143000-ABCDEFG.json",
    "journal (conflicted copy 2026-03-05).json",
    "journal (Anna's conflicted copy 2026-03-05).json",
    "journal (Anna's laptop's conflicted copy 2026-03-05 (1)).json",
    "journal (conflicted copy 2026-03-05 143000).json",
    "journal (SFConflict anna@example.org 2026-03-05-14-30-00).json",
    "journal_conflict-20260305-143000.json",
    "journal.json.sync-conflict-20260305-143000-ABCDEFG.age",
)


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_conflict_copies_are_known(name: str) -> None:
    assert is_copy_of("journal.json", name)
    assert is_copy_of("journal.json.age", name)
    assert not is_copy_of("work.json", name)


@pytest.mark.parametrize("name", ["journal.json", "journal.json.lock", "conflicts.json", "journal-conflicts.txt~"])
def test_other_files_are_no_conflict_copies(name: str) -> None:
    assert not is_copy_of("journal.json", name)


def two_machines(folder: Path, clock: FixedClock) -> tuple[Path, Path, Entry]:
    """A journal and another machine's state of it, both from one start, an hour on."""
    ours, theirs = folder / "here" / "journal.json", folder / "there" / "journal.json"
    journal = Journal.open(ours, clock)
    (entry,) = journal.put(make_entry("I fell.")).records
    assert isinstance(entry, Entry)
    theirs.parent.mkdir()
    theirs.write_bytes(ours.read_bytes())
    clock.advance(hours=2)
    return ours, theirs, entry


@pytest.mark.parametrize("name", NAMES[:3])
def test_a_conflict_copy_is_merged_when_the_journal_is_opened(tmp_path: Path, name: str) -> None:
    clock = FixedClock()
    path, other, entry = two_machines(tmp_path, clock)
    there = Journal.open(other, clock)
    there.put(entry.edited("observation", "The floor was wet.", clock()), make_entry("Only there."))
    clock.advance(minutes=1)
    Journal.open(path, clock).put(replace(entry, sting=40), make_entry("Only here."))
    copy = path.with_name(name)
    other.rename(copy)

    journal = Journal.open(path, clock)
    merged = journal.get(Entry, entry.id)
    assert merged is not None
    assert (merged.sting, merged.observation) == (40, "The floor was wet.")
    assert {each.what_happened for each in journal.all(Entry)} == {"I fell.", "Only there.", "Only here."}
    (sentence,) = journal.take_notices()
    assert "conflict copy was merged: 1 added, 1 brought together" in sentence
    assert not copy.exists()
    assert (path.parent / "conflicts" / name).stat().st_mode & 0o777 == 0o600
    assert any(backup.reason == "conflict" for backup in Snapshots.of(path, clock).all())
    assert Journal.open(path, clock).take_notices() == []


def test_a_conflict_copy_that_comes_while_the_journal_is_open_is_merged_on_refresh(tmp_path: Path) -> None:
    clock = FixedClock()
    path, other, entry = two_machines(tmp_path, clock)
    journal = Journal.open(path, clock)
    there = Journal.open(other, clock)
    there.put(entry.edited("what_happened", "I fell on the stairs.", clock()))
    other.rename(path.with_name(NAMES[0]))
    held = next(each for each in journal.all(Entry) if each.id == entry.id)
    assert journal.refresh()
    assert not journal.refresh()
    # a screen that still holds the state before must not write over what came
    journal.put(replace(held, sting=20))
    now = journal.get(Entry, entry.id)
    assert now is not None
    assert (now.what_happened, now.sting) == ("I fell on the stairs.", 20)


def test_both_wordings_of_one_text_are_kept(tmp_path: Path) -> None:
    clock = FixedClock()
    path, other, entry = two_machines(tmp_path, clock)
    Journal.open(other, clock).put(entry.edited("observation", "The floor was wet.", clock()))
    clock.advance(minutes=1)
    Journal.open(path, clock).put(entry.edited("observation", "I ran.", clock()))
    other.rename(path.with_name(NAMES[1]))
    merged = Journal.open(path, clock).get(Entry, entry.id)
    assert merged is not None
    assert merged.observation == "I ran."
    assert "The floor was wet." in [version.text for version in merged.history]


def test_a_copy_that_cannot_be_read_stays_and_is_told_once(tmp_path: Path) -> None:
    path, _, _ = two_machines(tmp_path, FixedClock())
    copy = path.with_name(NAMES[0])
    copy.write_text("{ half a file")
    journal = Journal.open(path, FixedClock())
    (sentence,) = journal.take_notices()
    assert copy.name in sentence
    assert "left where it is" in sentence
    journal.refresh()
    assert journal.take_notices() == []
    assert copy.read_text() == "{ half a file"


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_what_git_leaves_in_the_journal_is_settled(tmp_path: Path, style: str) -> None:
    clock = FixedClock()
    path, other, entry = two_machines(tmp_path, clock)
    base = path.read_bytes()
    there = Journal.open(other, clock)
    there.put(entry.edited("observation", "The floor was wet.", clock()), make_entry("Only there."))
    clock.advance(minutes=1)
    Journal.open(path, clock).put(replace(entry, sting=40), make_entry("Only here."))
    marked = git_merged(path.read_bytes(), base, other.read_bytes(), tmp_path / "git", style)
    assert b"<<<<<<< " in marked
    path.write_bytes(marked)

    journal = Journal.open(path, clock)
    merged = journal.get(Entry, entry.id)
    assert merged is not None
    assert (merged.sting, merged.observation) == (40, "The floor was wet.")
    assert {each.what_happened for each in journal.all(Entry)} == {"I fell.", "Only there.", "Only here."}
    (sentence,) = journal.take_notices()
    assert "git" in sentence
    (kept,) = (path.parent / "conflicts").iterdir()
    assert kept.read_bytes() == marked


def git_merged(ours: bytes, base: bytes, theirs: bytes, folder: Path, style: str) -> bytes:
    """The three as `git merge-file` brings them together, with its markers."""
    import subprocess

    folder.mkdir()
    names = {"ours": ours, "base": base, "theirs": theirs}
    for name, data in names.items():
        (folder / name).write_bytes(data)
    more = ["--diff3"] if style == "diff3" else []
    subprocess.run(["git", "merge-file", "-q", *more, *names], cwd=folder, check=False)
    return (folder / "ours").read_bytes()


def test_marks_around_something_else_are_refused(tmp_path: Path) -> None:
    path, _, _ = two_machines(tmp_path, FixedClock())
    data = path.read_bytes() + b"<<<<<<< HEAD\nfoo\n=======\nbar\n>>>>>>> there\n"
    path.write_bytes(data)
    with pytest.raises(JournalDamaged):
        Journal.open(path, FixedClock())
    assert path.read_bytes() == data
