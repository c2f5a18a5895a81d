"""What other hands and other programs write into the journal is read, kept, and stays theirs to read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import orjson
import pytest
from tinydb import TinyDB, where

from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry, make_reframed
from tests.store.broken_files import WHOLE

READABLE = {
    "as stock TinyDB writes it": orjson.dumps(orjson.loads(WHOLE)),
    "pretty": json.dumps(orjson.loads(WHOLE), indent=4).encode(),
    "with a mark of its bytes": b"\xef\xbb\xbf" + WHOLE,
    "with NaN": WHOLE.replace(b'"id":"x"', b'"id":"x","reading":NaN'),
    "with a lone surrogate": WHOLE.replace(b'"a"', b'"a\\ud800"'),
    "with Windows line ends": WHOLE.replace(b"\n", b"\r\n"),
    "without a last line end": WHOLE.rstrip(),
}


@pytest.mark.parametrize("name", READABLE)
def test_what_other_hands_write_is_read_and_saved(tmp_path: Path, name: str) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(READABLE[name])
    journal = Journal.open(path, FixedClock())
    assert [entry.what_happened[0] for entry in journal.all(Entry)] == ["a", "b"]
    journal.put(make_entry("c"))
    plain = TinyDB(path).table("entries").all()
    assert [document["what_happened"][0] for document in plain] == ["a", "b", "c"]
    assert "\ud800" not in str(plain)
    assert len(path.read_bytes().splitlines()) == 10


def test_a_number_given_out_on_two_machines_keeps_both_records(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(WHOLE.replace(b'"2":', b'"1":'))
    journal = Journal.open(path, FixedClock())
    assert [entry.id for entry in journal.all(Entry)] == ["x", "y"]
    journal.put(make_entry(id="z"))
    assert [document["id"] for document in TinyDB(path).table("entries").all()] == ["x", "y", "z"]


def test_top_level_values_that_are_no_tables_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    entries = {"1": {"what_happened": "a", "id": "x"}}
    path.write_bytes(orjson.dumps({"note": "mine", "list": [1, {"a": None}], "entries": entries, "void": {}}))
    for text in ("b", "c"):
        Journal.open(path, FixedClock()).put(make_entry(text))
    found = orjson.loads(path.read_bytes())
    assert (found["note"], found["list"], found["void"]) == ("mine", [1, {"a": None}], {})
    assert len(found["entries"]) == 3


def test_an_unknown_table_keeps_its_very_bytes(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    line = b'"7":{"n": 1.50, "big":1e3,"s":"\\u00e9" }'
    path.write_bytes(WHOLE[:-3] + b',\n"later": {\n' + line + b"\n}\n}\n")
    Journal.open(path, FixedClock()).put(make_entry())
    assert line in path.read_bytes().splitlines()


def test_a_link_to_a_journal_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "synced" / "notebook.json"
    Journal.open(real, FixedClock())
    link = tmp_path / "journal.json"
    link.symlink_to(real)
    Journal.open(link, FixedClock()).put(make_entry())
    assert link.is_symlink()
    assert len(TinyDB(real).table("entries")) == 1


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
