"""Three windows on one journal do whatever comes to mind; all end up seeing the same, and nothing is missing."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB

from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Commit, Journal
from tests.builders import FixedClock, make_entry


@pytest.mark.parametrize("seed", range(6))
def test_windows_that_do_anything_see_the_same_in_the_end(tmp_path: Path, seed: int) -> None:
    chance, clock, path = random.Random(seed), FixedClock(), tmp_path / "journal.json"
    windows = [Journal.open(path, clock, soft_lock=seed % 2 == 1) for _ in range(3)]
    alive: set[str] = set()
    commits: list[Commit] = []
    for step in range(40):
        clock.advance(minutes=chance.randint(0, 90))
        window = chance.choice(windows)
        shown = window.all(Entry)
        what = chance.choice(["new", "new", "many", "edit", "edit", "delete", "restore", "undo", "purge", "look"])
        if what in ("new", "many"):
            commit = window.put(*(make_entry(f"{step} {at}") for at in range(12 if what == "many" else 1)))
            alive |= {record.id for record in commit.records}
            commits.append(commit)
        elif what == "edit" and shown:
            commits.append(window.put(replace(chance.choice(shown), observation=str(step))))
        elif what == "delete" and shown:
            commits.append(window.delete(chance.choice(shown)))
        elif what == "restore" and window.binned(Entry):
            commits.append(window.restore(chance.choice(window.binned(Entry))))
        elif what == "undo" and commits:
            commits.append(window.undo(chance.choice(commits)))
        elif what == "purge" and shown:
            gone = chance.choice(shown)
            for other in windows:  # what a window still holds, an edit there would rightly keep
                other.refresh()
            window.purge(gone)
            alive.discard(gone.id)
            commits = [each for each in commits if all(record.id != gone.id for record in each.records)]
        else:
            window.refresh()
        if what == "purge":
            for other in windows:
                other.refresh()
    for window in windows:
        window.refresh()
    views = [(window.all(Entry), window.binned(Entry)) for window in windows]
    assert views[0] == views[1] == views[2]
    ids = [entry.id for part in views[0] for entry in part]
    plain = [document["id"] for document in TinyDB(path).table("entries").all()]
    assert sorted(ids) == sorted(plain)
    assert set(plain) == alive
