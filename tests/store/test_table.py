"""A journal whose tables are left uncut says and writes the same as one that was cut into lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Entry
from recalibrate.store.errors import JournalDamaged
from recalibrate.store.journal import Journal
from recalibrate.store.layout import read, written
from recalibrate.store.lines import Lines, line_of, tables_of
from recalibrate.store.storage import JournalStorage, Manner
from recalibrate.store.table import Uncut
from tests.builders import FixedClock, make_entry, make_situation

NUMBERS = st.lists(st.integers(1, 40), unique=True, min_size=1, max_size=6)
TABLES = st.dictionaries(st.sampled_from("abc"), NUMBERS, max_size=3)


def made(tables: dict[str, list[int]]) -> Lines:
    return {name: {number: line_of(number, {"id": f"{number}}}"}) for number in rows} for name, rows in tables.items()}


@settings(max_examples=100, deadline=None)
@given(TABLES, st.sampled_from([1, 20, 1000]))
def test_an_uncut_text_holds_the_same_lines_and_is_written_as_it_was(tables: dict[str, list[int]], bite: int) -> None:
    lines = {**made(tables), "z": b'"no table"'}
    text = b"".join(written(lines))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("recalibrate.store.table.BITE", bite)
        left = read(text, trusted=True, uncut=True)
        assert b"".join(written(left)) == text
        assert tables_of(left) == tables_of(lines)
        assert {name: len(table) for name, table in left.items()} == {name: len(table) for name, table in lines.items()}
    assert all(isinstance(left[name], Uncut) for name in tables)


@settings(max_examples=100, deadline=None)
@given(NUMBERS, st.integers(1, 3))
def test_what_is_added_gets_a_number_of_its_own_and_stands_last(numbers: list[int], count: int) -> None:
    ((_, table),) = read(b"".join(written(made({"a": numbers}))), trusted=True, uncut=True).items()
    assert isinstance(table, Uncut)
    grown = table.with_room()
    for _ in range(count):
        number = grown.fresh_number()
        grown.added[number] = line_of(number, {"new": True})
    assert len(grown) == len(grown.rows) == len(numbers) + count
    assert list(grown.rows)[: len(numbers)] == numbers == list(table.rows)
    assert tables_of(read(b"".join(written({"a": grown})))) == {"a": grown.rows}


def put_new(journal: Journal) -> None:
    journal.put(make_entry("new", id="new"), make_situation("talks", id="talks"))


def change(journal: Journal) -> None:
    journal.put(replace(journal.all(Entry)[0], what_happened="changed"))


def put_again(journal: Journal) -> None:
    journal.put(make_entry("again", id="two"), make_entry("third", id="three"))


def delete(journal: Journal) -> None:
    journal.delete(journal.all(Entry)[-1])


def purge(journal: Journal) -> None:
    journal.purge(journal.all(Entry)[0])


def undo(journal: Journal) -> None:
    journal.undo(journal.put(make_entry("a slip of the finger", id="undone")))


STEPS = (put_new, change, put_again, delete, purge, undo)


@settings(max_examples=30, deadline=None)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=4))
def test_a_journal_left_uncut_writes_what_a_cut_one_writes(
    steps: list[Callable[[Journal], None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    texts = []
    for left_uncut in (False, True):
        path = tmp_path_factory.mktemp("home") / "journal.json"
        Journal.open(path, FixedClock()).put(*(make_entry(id, id=id) for id in ("one", "two", "four", "five")))
        journal = Journal.open(path, FixedClock(), uncut=left_uncut)
        for step in steps:
            step(journal)
            assert journal.all(Entry) == Journal.open(path, FixedClock()).all(Entry)
        texts.append(path.read_bytes())
    assert texts[0] == texts[1]


def test_parking_a_slip_cuts_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    Journal.open(path, FixedClock()).put(make_entry("one"), make_entry("two"))
    storage = JournalStorage(path, Manner(uncut=True))
    Journal(storage, FixedClock(), path).put(make_entry("three"))
    table = storage.lines["entries"]
    assert isinstance(table, Uncut)
    assert not table.is_cut
    assert len(Journal.open(path, FixedClock()).all(Entry)) == 3


@pytest.mark.parametrize("other", [b'"o\ne"', b'"one', b'"one"},', b'"one"},\n"1":{'])
def test_a_text_that_another_hand_changed_is_looked_at_line_by_line(tmp_path: Path, other: bytes) -> None:
    path = tmp_path / "journal.json"
    Journal.open(path, FixedClock()).put(make_entry("one"))
    path.write_bytes(path.read_bytes().replace(b'"one"', other))
    with pytest.raises(JournalDamaged):
        JournalStorage(path, Manner(uncut=True)).load()


def test_a_number_that_stands_twice_is_mended_in_an_uncut_text_too(tmp_path: Path) -> None:
    path = tmp_path / "journal.json"
    Journal.open(path, FixedClock()).put(make_entry("one"), make_entry("two"))
    path.write_bytes(path.read_bytes().replace(b'\n"2":', b'\n"1":'))
    assert len(Journal.open(path, FixedClock(), uncut=True).all(Entry)) == 2
