"""Looking through the text of a journal finds exactly what decoding all of it finds, in the same order."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.commands.call import Call
from recalibrate.commands.finding.around import all_around, names_around
from recalibrate.commands.finding.found import found
from recalibrate.commands.finding.newest import newest_first
from recalibrate.commands.finding.sift import Sift
from recalibrate.domain.records.entry import Entry, Scope, Triage
from recalibrate.domain.records.entry import Path as Way
from recalibrate.domain.records.record import Record
from recalibrate.domain.search import Query, Searchable, matcher, order_of, parse
from recalibrate.store.journal import Journal
from tests.builders import (
    NOW,
    TODAY,
    FixedClock,
    make_entry,
    make_experiment,
    make_habit,
    make_overhaul,
    make_person,
    make_situation,
    make_voice,
)

WORDS = ("Bus", "büs", "late", "LATE “quoted”", 'a "bus"', "back\\slash", "İstanbul", "ﬁne", "x\ny", '"happened_at":"9')
STRANGE = ("b\u0301us", "бус", '"entry_id"', "l\u00adate", "[bus]")
TEXTS = st.lists(st.sampled_from((*WORDS, *STRANGE)), min_size=1, max_size=3).map(" ".join)
MOMENTS = st.builds(
    lambda hours, zone: (NOW + timedelta(hours=hours, microseconds=hours % 3)).astimezone(zone),
    st.integers(-60, 60),
    st.sampled_from([UTC, timezone(timedelta(hours=-9)), timezone(timedelta(hours=5, minutes=45))]),
)
TERMS = (
    "bus", "late", "fine", "quoted", "istanbul", "slash", "happened", "entry", "-late", '"a bus"', "бус", "и",
    "situation:bus", "situation:late,fine", "habit:should", "habit:late", "person:late", "person:p9", "tag:bus",
    "tag:x", "state:due", "state:draft,open",
    "scope:global", "scope:unmarked,local", "state:open", "state:let_go,due", "state:parked", "state:decided,draft",
    "kind:slip", "decision:keep", "has:experiment", "has:overhaul,note", "has:voice", "after:yesterday", "on:today",
    "before:today", "-state:open", "-situation:bus",
)  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    names: list[Record] = [
        make_situation(draw(TEXTS), id="s1"), make_person(draw(TEXTS), id="p1"), make_habit(draw(TEXTS), id="h1")
    ]  # fmt: skip
    entries = [
        make_entry(
            draw(TEXTS),
            happened_at=draw(MOMENTS | st.none()),
            voice=draw(st.none() | st.builds(make_voice, TEXTS, scope=st.sampled_from([None, *Scope]))),
            situation_id=draw(st.sampled_from([None, "s1", "gone"])),
            people=draw(st.sampled_from([(), ("p1",), ("p9", "late")])),
            habits=draw(st.sampled_from([(), ("h1",), ("should", "moralising")])),
            tags=draw(st.sampled_from([(), ("bus",), ("[x]", "late")])),
            triage=draw(st.sampled_from([None, Triage(choice=Way.LET_GO), Triage(choice=Way.OVERHAUL)])),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]
    first = make_experiment(entry_id=entries[0].id, action=draw(TEXTS))
    later = make_experiment(entry_id=None, root_id=first.id, cue=draw(TEXTS), started_at=draw(st.none() | st.just(NOW)))
    around: list[Record] = [first, later]
    around += [make_overhaul(draw(TEXTS), experiment_id=draw(st.sampled_from([later.id, "none"])))]
    around += [make_overhaul(draw(TEXTS), entry_id=entries[-1].id)] if draw(st.booleans()) else []
    return [*names, *entries, *draw(st.permutations(around))]


def a_call() -> Call:
    return Call({"RECALIBRATE_HOME": "/nowhere"}, None, FixedClock())


def spelt_otherwise(text: bytes) -> bytes:
    """As another program might write the same lines."""
    return text.replace(b'"situation_id":', b'"situation_id": ').replace(b"late", b"l\\u0061te")


@given(
    records(),
    st.lists(st.sampled_from(TERMS), max_size=2),
    st.sampled_from(["memory", "cut", "uncut", "strange"]),
    st.sampled_from([None, 1, 2]),
)
@settings(max_examples=150, deadline=None)
def test_looking_through_the_text_finds_what_decoding_everything_finds(
    tmp_path_factory: pytest.TempPathFactory, kept: list[Record], terms: list[str], how: str, limit: int | None
) -> None:
    query = parse(" ".join(terms), TODAY)
    assert isinstance(query, Query), terms
    journal = Journal.in_memory(FixedClock())
    if how != "memory":
        path = tmp_path_factory.mktemp("home") / "journal.json"
        journal = Journal.open(path, FixedClock())
    journal.put(*kept)
    journal.delete(*kept[3 : 3 + len(terms)][:1])
    if how == "strange":
        path.write_bytes(spelt_otherwise(path.read_bytes()))
        Journal.open(path, FixedClock()).put(make_entry("late"))
    if how != "memory":
        journal = Journal.open(path, FixedClock(), uncut=how != "cut")
    whole = Journal.open(path, FixedClock()) if how != "memory" else journal
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("recalibrate.store.table.BITE", 300)
        ids = [row.id for row in found(journal, query, a_call(), limit)]
    context = all_around(whole, names_around(whole))
    test = matcher(query, TODAY)
    ordered = (Searchable(entry, context) for entry in sorted(whole.all(Entry), key=order_of, reverse=True))
    assert ids == [row.id for row in ordered if test(row)][:limit]


def test_no_more_is_decoded_than_is_wanted() -> None:
    journal = Journal.in_memory(FixedClock())
    journal.put(*(make_entry(f"Slip {n}", happened_at=NOW - timedelta(days=n)) for n in range(5)))
    journal.db.table("entries").insert({"id": "broken", "happened_at": "2020-01-01T00:00:00+00:00", "sting": "much"})
    newest = newest_first(journal, Sift())
    assert next(newest).what_happened == "Slip 0"
    assert len(list(newest)) == 4
