"""The text of a journal: what is written is read again, and stock TinyDB sees the same."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.store import layout
from recalibrate.store.layout import read, written
from recalibrate.store.lines import Lines, NotAJournal, document_of, line_of, tables_of

NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats(allow_nan=False) | NAMES,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2),
    max_leaves=4,
)
TABLES = st.dictionaries(st.integers(1, 10**6), st.dictionaries(NAMES, VALUES, max_size=3), max_size=4)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(NAMES, TABLES | VALUES, max_size=4))
def test_what_is_written_is_read_again(content: dict[str, Any]) -> None:
    lines: Lines = {}
    for name, table in content.items():
        if isinstance(table, dict) and all(isinstance(key, int) for key in table):
            lines[name] = {number: line_of(number, document) for number, document in table.items()}
        elif not isinstance(table, dict):
            lines[name] = orjson.dumps(table)
    text = b"".join(written(lines))
    assert read(text) == lines
    assert read(text, trusted=True) == lines
    plain = orjson.loads(text)
    for name, table in lines.items():
        if isinstance(table, dict):
            assert plain[name] == {str(number): document_of(line) for number, line in table.items()}


@pytest.mark.parametrize("uncut", [False, True])
@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_changed_byte_is_refused_or_read_as_json_reads_it(uncut: bool, data: st.DataObject) -> None:
    text = b"".join(written({"a": {1: line_of(1, {"x": "y"}), 2: line_of(2, {"z": [1]})}, "b": b'"c"', "d": {}}))
    at = data.draw(st.integers(0, len(text) - 1))
    other = data.draw(st.binary(max_size=2) | st.sampled_from([b",", b"\n", b"}", b"},"]))
    changed = text[:at] + other + text[at + 1 :]
    try:
        lines = read(changed, uncut=uncut)
    except NotAJournal:
        return
    plain = orjson.loads(changed)
    assert set(lines) == set(plain)
    for name, table in tables_of(lines).items():
        if len(table) == len(plain[name]):
            assert {str(number): document_of(line) for number, line in table.items()} == plain[name]


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, 2500])
def test_any_number_of_lines_joins_without_a_seam(count: int) -> None:
    lines: Lines = {"t": {number: line_of(number, {"n": number}) for number in range(1, count + 1)}}
    text = b"".join(written(lines))
    assert len(orjson.loads(text)["t"]) == count
    assert read(text) == lines


def test_each_record_is_one_line_whatever_it_holds() -> None:
    line = line_of(3, {"text": "a\nb\r\u2028c"})
    assert b"\n" not in line
    assert b"\r" not in line
    assert document_of(line) == {"text": "a\nb\r\u2028c"}


@pytest.mark.parametrize("piece", [1, 7, 30, 1000])
@pytest.mark.parametrize("trusted", [False, True])
def test_where_the_text_is_cut_for_reading_makes_no_difference(
    monkeypatch: pytest.MonkeyPatch, piece: int, trusted: bool
) -> None:
    monkeypatch.setattr(layout, "PIECE", piece)
    lines: Lines = {
        "a": {number: line_of(number, {"n": "x" * number}) for number in range(1, 30)},
        "b": b'"c"',
        "d": {},
        "e": {1: line_of(1, {})},
    }
    text = b"".join(written(lines))
    assert read(text, trusted=trusted) == lines
    for missing in range(text.index(b'"9"'), text.index(b'"10"')):
        broken = text[:missing] + text[missing + 1 :]
        try:
            found = read(broken)
        except NotAJournal:
            continue
        table = found["a"]
        assert isinstance(table, dict)
        assert {str(number): document_of(line) for number, line in table.items()} == orjson.loads(broken)["a"]
