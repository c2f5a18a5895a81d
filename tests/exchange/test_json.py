from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.record import Record
from recalibrate.exchange import schema
from recalibrate.exchange.choice import Choice
from recalibrate.exchange.export_json import export_json
from recalibrate.exchange.import_json import from_json
from recalibrate.exchange.incoming import NotReadable
from recalibrate.exchange.taking_in import take_in
from recalibrate.store.documents import TABLES
from recalibrate.store.journal import Journal
from tests.builders import (
    NOW,
    FixedClock,
    make_assumption,
    make_attempt,
    make_entry,
    make_experiment,
    make_habit,
    make_improvement,
    make_moment,
    make_noticing_plan,
    make_overhaul,
    make_person,
    make_rating,
    make_reframed,
    make_review,
    make_situation,
    make_task,
    make_voice,
)

SCHEMA_FILE = Path(schema.__file__).with_suffix(".json")


def one_of_each() -> tuple[Record, ...]:
    return (
        make_reframed(id="entry-1", situation_id="situation-1", people=("person-1",), tags=("work",)),
        make_experiment(id="round-1", entry_id="entry-1"),
        make_overhaul(id="overhaul-1", entry_id="entry-1"),
        make_situation(id="situation-1"),
        make_rating(entry_id="entry-1"),
        make_task(id="task"),
        make_attempt(),
        make_improvement(),
        make_person(id="person-1"),
        make_moment(person_id="person-1", entry_id="entry-1"),
        make_assumption(),
        make_review(),
        make_habit(),
        make_noticing_plan(),
    )


def _journal(records: Sequence[Record]) -> Journal:
    clock = FixedClock()
    journal = Journal.in_memory(clock)
    journal.put(*records)
    clock.advance(days=1)
    journal.delete(*records[:1])
    journal.restore(*records[:1])
    return journal


def _exported(journal: Journal, **choice: Any) -> Any:
    return orjson.loads(export_json(journal, Choice(**choice)))


def _imported(data: bytes) -> Journal:
    journal = Journal.in_memory(FixedClock(NOW))
    documents, problems = from_json(orjson.loads(data))
    assert problems == ()
    take_in(journal, documents, ours=True)
    return journal


def test_an_export_comes_back_identical() -> None:
    journal = _journal(one_of_each())
    journal.delete(journal.all(type(make_habit()))[0])
    journal.purge(journal.all(type(make_review()))[0])
    data = export_json(journal, Choice())
    again = _imported(data)
    assert export_json(again, Choice()) == data
    for kind in TABLES:
        assert again.all(kind) == journal.all(kind)
        assert again.binned(kind) == journal.binned(kind)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
@settings(max_examples=40)
def test_any_text_comes_back_identical(texts: list[str]) -> None:
    from recalibrate.domain.text import clean_text

    journal = _journal([make_entry(clean_text(text) or "x", voice=make_voice(clean_text(text))) for text in texts])
    data = export_json(journal, Choice())
    assert export_json(_imported(data), Choice()) == data


def test_unknown_fields_and_tables_come_along() -> None:
    journal = _journal([make_entry(id="entry-1")])
    journal.db.table("entries").update({"mood_of_2031": {"deep": [1, 2]}})
    journal.db.table("inventions").insert({"id": "i1", "what": "new"})
    data = export_json(journal, Choice())
    again = _imported(data)
    assert export_json(again, Choice()) == data
    assert orjson.loads(data)["entries"][0]["mood_of_2031"] == {"deep": [1, 2]}


def test_a_second_import_adds_nothing_and_keeps_the_bytes() -> None:
    journal = _journal(one_of_each())
    data = export_json(journal, Choice())
    documents, _ = from_json(orjson.loads(data))
    taken = take_in(journal, documents, ours=True)
    assert not taken.added
    assert (taken.already, taken.different) == (len(one_of_each()), 0)
    assert export_json(journal, Choice()) == data


def test_what_differs_here_stays_and_is_counted() -> None:
    journal = _journal([make_entry("before", id="entry-1")])
    documents, _ = from_json(_exported(journal))
    journal.put(make_entry("after", id="entry-1"))
    taken = take_in(journal, documents, ours=True)
    assert taken.different == 1
    assert [each.what_happened for each in journal.all(type(make_entry()))] == ["after"]


def test_what_was_purged_here_stays_away() -> None:
    journal = _journal([make_entry("gone", id="entry-1")])
    documents, _ = from_json(_exported(journal))
    journal.purge(*journal.all(type(make_entry())))
    assert take_in(journal, documents, ours=True).purged == 1
    assert journal.all(type(make_entry())) == []


def test_a_bad_record_is_named_and_never_stops_the_rest() -> None:
    document = _exported(_journal(one_of_each()))
    good = dict(document["entries"][0])
    document["entries"] = [3, {**good, "sting": "much"}, good, {"id": "x"}]
    document["experiments"] = "none"
    documents, problems = from_json(document)
    assert [each.place for each in problems] == [
        "experiments",
        "entries, number 1",
        "entries, number 2",
        "entries, number 4",
    ]
    assert [each["id"] for each in documents["entries"]] == ["entry-1"]


@pytest.mark.parametrize("header", [{"version": 99}, {"schema": 99}, {"version": "1"}, {"schema": None}])
def test_another_version_is_refused(header: dict[str, object]) -> None:
    with pytest.raises(NotReadable):
        from_json({"format": "recalibrate", "version": 1, "schema": 1, "entries": [], **header})


def test_hostile_text_is_cleaned_on_the_way_in() -> None:
    document = _exported(_journal([make_entry(id="entry-1")]))
    document["entries"][0]["what_happened"] = "a\x00b\r\nc"
    documents, _ = from_json(document)
    assert documents["entries"][0]["what_happened"] == "ab\nc"


def test_a_choice_takes_what_hangs_on_its_entries_along() -> None:
    records = one_of_each()
    journal = _journal([*records, make_entry("other", id="entry-2"), make_rating(entry_id="entry-2")])
    entry = journal.get(type(make_entry()), "entry-1")
    assert entry
    found = _exported(journal, entries=(entry,))
    assert {name: len(found[name]) for name in ("entries", "experiments", "overhauls", "ratings", "moments")} == {
        "entries": 1,
        "experiments": 1,
        "overhauls": 1,
        "ratings": 1,
        "moments": 1,
    }
    assert [each["id"] for each in found["situations"]] == ["situation-1"]
    assert [each["id"] for each in found["people"]] == ["person-1"]
    assert found["tasks"] == []


def test_people_and_fields_stay_behind_at_will() -> None:
    data = export_json(_journal(one_of_each()), Choice(no_people=True, leave_out=frozenset({"voice", "sting"})))
    found = orjson.loads(data)
    assert "people" not in found
    assert "moments" not in found
    assert not {"voice", "sting", "people"} & set(found["entries"][0])
    assert b"M." not in data
    documents, problems = from_json(found)
    assert problems == ()
    assert len(documents["entries"]) == 1


def test_the_schema_on_disk_is_the_one_of_the_records() -> None:
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == schema.schema()


def test_an_export_has_the_shape_the_schema_says() -> None:
    described = schema.schema()
    document = _exported(_journal(one_of_each()))
    assert set(described["required"]) <= set(document) <= set(described["properties"])
    for name in TABLES.values():
        for row in document[name]:
            _fits(row, described["properties"][name]["items"], described["$defs"], name)


def _fits(value: Any, rule: dict[str, Any], kinds: dict[str, Any], place: str) -> None:
    if "$ref" in rule:
        rule = kinds[rule["$ref"].rpartition("/")[2]]
    if "anyOf" in rule:
        inner = rule["anyOf"][0 if value is not None else 1]
        _fits(value, inner, kinds, place)
        return
    if "enum" in rule:
        assert value in rule["enum"], place
        return
    types = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool}
    expected = type(None) if rule["type"] == "null" else types[rule["type"]]
    assert isinstance(value, expected), place
    if rule["type"] == "object":
        assert set(rule["required"]) <= set(value) == set(rule["properties"]), place
        for name, each in value.items():
            _fits(each, rule["properties"][name], kinds, f"{place}.{name}")
    if rule["type"] == "array":
        rules = rule.get("prefixItems") or [rule["items"]] * len(value)
        for each, inner in zip(value, rules, strict=True):
            _fits(each, inner, kinds, place)
