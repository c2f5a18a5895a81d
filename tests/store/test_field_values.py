from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from recalibrate.domain.records.entry import Entry
from recalibrate.store.field_values import field_values
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry

ENTRIES = (
    make_entry(id="one", habits=("should", "comparing"), situation_id="mail"),
    make_entry(id="two", what_happened='They said "habits":["should"], "deleted_at":null'),
    make_entry(id="three", habits=('a "] b', "should"), situation_id='a "quoted" one'),
    make_entry(id="four", habits=("should",), situation_id="mail"),
    make_entry(id="five", habits=("Größe ☂",), sting=30),
)
COUNTED = {
    "habits": Counter({"should": 2, "comparing": 1, 'a "] b': 1, "Größe ☂": 1}),
    "situation_id": Counter({"mail": 1, None: 2, 'a "quoted" one': 1}),
}


def _counts(journal: Journal, field: str) -> Counter[str | None]:
    values = field_values(journal, Entry, field)
    return Counter(each for value in values for each in (value if field == "habits" else [value]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "journal.json"
    journal = Journal.open(path, FixedClock())
    journal.put(*ENTRIES)
    journal.delete(journal.find(Entry, "four"))
    return path


@pytest.mark.parametrize("field", COUNTED)
@pytest.mark.parametrize("uncut", [False, True])
def test_fields_are_counted_without_what_lies_in_the_bin(path: Path, field: str, uncut: bool) -> None:
    assert _counts(Journal.open(path, FixedClock(), uncut=uncut), field) == COUNTED[field]


@pytest.mark.parametrize("field", COUNTED)
@pytest.mark.parametrize("indent", [None, 2])
def test_a_file_of_another_hand_is_counted_as_well(path: Path, field: str, indent: int | None) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()), indent=indent))
    assert _counts(Journal.open(path, FixedClock()), field) == COUNTED[field]


def test_a_record_that_two_machines_wrote_counts_once(path: Path) -> None:
    text = json.loads(path.read_text())
    text["entries"]["9"] = {**text["entries"]["1"], "rev": 7, "habits": ["labelling"]}
    path.write_text(json.dumps(text))
    counts = _counts(Journal.open(path, FixedClock()), "habits")
    assert counts == Counter({"labelling": 1, "should": 1, 'a "] b': 1, "Größe ☂": 1})


def test_the_bin_is_the_same_read_off_the_lines_and_out_of_all_records(path: Path) -> None:
    of_lines, of_all = Journal.open(path, FixedClock()), Journal.open(path, FixedClock())
    assert len(of_all.all(Entry)) == 4
    assert [each.id for each in of_lines.binned(Entry)] == [each.id for each in of_all.binned(Entry)] == ["four"]
