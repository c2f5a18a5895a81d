"""Every kind of record comes back from its document as it went in."""

from __future__ import annotations

import math
import types
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

import orjson
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.record import Record
from recalibrate.store.documents import TABLES, decode, encode, from_document, to_document
from tests.builders import make_entry, make_reframed

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a declared type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return st.one_of(*(st.none() if each is type(None) else values(each) for each in inner))
    if origin is tuple:
        if inner[-1] is Ellipsis:
            return st.lists(values(inner[0]), max_size=2).map(tuple)
        return st.tuples(*(values(each) for each in inner))
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return st.builds(kind, **{each.name: values(hints[each.name]) for each in fields(kind)})
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: TEXTS,
        bool: st.booleans(),
        int: st.integers(-(2**63), 2**63),
        float: st.floats(allow_nan=False, allow_infinity=False),
        date: st.dates(),
        datetime: st.datetimes(timezones=ZONES),
    }
    return plain[kind]


@pytest.mark.parametrize("kind", TABLES, ids=lambda kind: kind.__name__)
def test_every_kind_of_record_comes_back_as_it_went_in(kind: type[Record]) -> None:
    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(values(kind))
    def comes_back(record: Record) -> None:
        text = orjson.dumps(to_document(record))
        assert from_document(kind, orjson.loads(text)) == record

    comes_back()


def test_an_entry_begins_with_what_happened_and_ends_with_its_times() -> None:
    keys = list(to_document(make_entry()))
    assert keys[0] == "what_happened"
    assert keys[-5:] == ["id", "created_at", "updated_at", "rev", "deleted_at"]


def test_missing_fields_take_their_defaults_and_unknown_ones_are_passed_over() -> None:
    entry = from_document(Entry, {"what_happened": "x", "id": "abc", "colour": "blue"})
    assert (entry.id, entry.sting, entry.ideas) == ("abc", None, ())


@pytest.mark.parametrize(
    "misfit",
    [
        {"what_happened": 3},
        {},
        {"what_happened": "x", "sting": True},
        {"what_happened": "x", "sting": "60"},
        {"what_happened": "x", "happened_at": 5},
        {"what_happened": "x", "happened_at": "yesterday"},
        {"what_happened": "x", "precision": "second"},
        {"what_happened": "x", "precision": ["day"]},
        {"what_happened": "x", "ideas": {"text": "x"}},
        {"what_happened": "x", "voice": "x"},
        {"what_happened": "x", "voice": {"text": "x", "scope": "all"}},
    ],
)
def test_a_value_that_does_not_fit_is_named(misfit: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"fit|missing|Invalid"):
        from_document(Entry, misfit)


@pytest.mark.parametrize("number", [math.nan, math.inf, 2**64, -(2**63) - 1])
def test_numbers_that_json_does_not_know_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="kept"):
        encode({"n": number})


def test_a_lone_surrogate_cannot_stop_a_save() -> None:
    assert orjson.dumps(encode("a\ud800b")) == b'"a?b"'


@dataclass(frozen=True, slots=True)
class _Card:
    pair: tuple[str, int]
    words: tuple[str, ...] = ()
    day: date | None = None


def test_any_frozen_dataclass_can_be_kept() -> None:
    card = _Card(("a", 1), ("b",), date(2026, 3, 5))
    assert decode(_Card, orjson.loads(orjson.dumps(encode(card)))) == card


def test_a_whole_reframe_comes_back() -> None:
    entry = make_reframed()
    assert from_document(Entry, to_document(entry)) == entry
