"""Journals of every past schema open as today's, with all they hold."""

from __future__ import annotations

import shutil
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB

from recalibrate.domain.records.entry import Entry
from recalibrate.store.documents import TABLES
from recalibrate.store.errors import NotSaved
from recalibrate.store.journal import Journal
from recalibrate.store.migrations import SCHEMA, Tables, migrated
from recalibrate.store.snapshots import Snapshots
from recalibrate.store.storage import JournalStorage, Manner
from tests.builders import FixedClock, make_entry

GOLDEN = sorted((Path(__file__).parent / "golden").glob("schema-*.json"))


def test_there_is_a_golden_file_of_every_schema() -> None:
    assert [path.stem for path in GOLDEN] == [f"schema-{number}" for number in range(SCHEMA + 1)]


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_a_past_journal_opens_whole_and_keeps_every_key(tmp_path: Path, golden: Path) -> None:
    path = tmp_path / "journal.json"
    shutil.copy(golden, path)
    before = orjson.loads(golden.read_bytes())
    journal = Journal.open(path, FixedClock())
    assert path.read_bytes() == golden.read_bytes()
    for kind, name in TABLES.items():
        assert len(journal.all(kind)) == len(before[name]), name
        assert not journal.unreadable(kind)
    journal.put(make_entry("after"))
    after = orjson.loads(path.read_bytes())
    assert after.pop("_recalibrate") == {"1": {"schema": SCHEMA}}
    before.pop("_recalibrate", None)
    after["entries"].popitem()
    assert after == before


def test_an_older_journal_is_kept_before_its_first_save(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    shutil.copy(GOLDEN[0], path)
    clock = FixedClock()
    journal = Journal.open(path, clock)
    assert Snapshots.of(path, clock).all() == []
    journal.put(make_entry())
    (backup,) = Snapshots.of(path, clock).all()
    assert backup.reason == "schema_0"
    assert backup.path.read_bytes() == GOLDEN[0].read_bytes()
    journal.put(make_entry())
    assert len(Snapshots.of(path, clock).all()) == 1


def test_steps_run_in_order_and_only_those_that_are_missing() -> None:
    def step(number: int) -> object:
        def run(tables: Tables) -> Tables:
            return {**tables, "steps": [*tables.get("steps", []), number]}

        return run

    steps = [step(number) for number in range(3)]
    assert migrated({"a": {}}, 1, steps) == {"_recalibrate": {"1": {"schema": 3}}, "a": {}, "steps": [1, 2]}  # type: ignore[arg-type]  # made on the spot


def test_a_step_changes_memory_at_once_and_the_disk_with_the_next_save(tmp_path: Path) -> None:
    def shout(tables: Tables) -> Tables:
        entries = {
            number: {**document, "what_happened": document["what_happened"].upper()}
            for number, document in tables["entries"].items()
        }
        return {**tables, "entries": entries}

    path = tmp_path / "journal.json"
    (first,) = Journal.open(path, FixedClock()).put(make_entry("quiet")).records
    before = path.read_bytes()
    taken: list[str] = []
    manner = Manner(migrations=(shout, shout), snapshot=lambda lines, reason: taken.append(reason))
    journal = Journal(JournalStorage(path, manner), FixedClock())
    assert journal.refresh()
    assert journal.all(Entry)[0].what_happened == "QUIET"
    assert path.read_bytes() == before
    journal.put(make_entry("new"))
    assert taken == ["schema-1"]
    documents = TinyDB(path).table("entries").all()
    assert [document["what_happened"] for document in documents] == ["QUIET", "new"]
    assert TinyDB(path).table("_recalibrate").all() == [{"schema": 2}]
    assert documents[0]["id"] == first.id


def test_a_migration_that_cannot_be_kept_beside_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    shutil.copy(GOLDEN[0], path)
    (tmp_path / "backups").write_text("no folder")
    journal = Journal.open(path, FixedClock())
    with pytest.raises(NotSaved):
        journal.put(make_entry())
    assert path.read_bytes() == GOLDEN[0].read_bytes()
