from __future__ import annotations

from datetime import UTC, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.commands.finding import context_of
from recalibrate.commands.newest import newest_first
from recalibrate.domain.entry import Entry
from recalibrate.domain.search import Query, Searchable, Words, matcher, order_of
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
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
MOMENTS = st.builds(
    lambda hours, zone: (NOW + timedelta(hours=hours, microseconds=hours % 3)).astimezone(zone),
    st.integers(-60, 60),
    st.sampled_from([UTC, timezone(timedelta(hours=-9)), timezone(timedelta(hours=5, minutes=45))]),
)


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    journal = Journal.in_memory(FixedClock())
    names = [make_situation(draw(TEXTS), id="s1"), make_person(draw(TEXTS), id="p1"), make_habit(draw(TEXTS), id="h1")]
    entries = [
        make_entry(
            draw(TEXTS),
            happened_at=draw(MOMENTS | st.none()),
            voice=draw(st.none() | TEXTS.map(make_voice)),
            situation_id=draw(st.sampled_from([None, "s1"])),
            people=draw(st.sampled_from([(), ("p1",)])),
            habits=draw(st.sampled_from([(), ("h1",), ("moralising",)])),
        )
        for _ in range(draw(st.integers(1, 6)))
    ]
    around = [make_experiment(entry_id=entries[0].id, action=draw(TEXTS)), make_overhaul(experiment_id="none")]
    around.append(make_overhaul(draw(TEXTS), entry_id=entries[-1].id))
    journal.put(*names, *entries, *around)
    if draw(st.booleans()):
        journal.delete(entries[0])
    return journal


@given(journals(), st.lists(st.builds(Words, TEXTS, st.booleans()), max_size=2))
@settings(max_examples=150)
def test_looking_through_the_text_finds_what_decoding_everything_finds(journal: Journal, terms: list[Words]) -> None:
    query, context = Query(tuple(terms)), context_of(journal)
    test = matcher(query, TODAY)
    ordered = sorted(journal.all(Entry), key=order_of, reverse=True)
    expected = [each.id for each in ordered if test(Searchable(each, context))]
    found = [each.id for each in newest_first(journal, query, context) if test(Searchable(each, context))]
    assert found == expected


def test_no_more_is_decoded_than_is_wanted() -> None:
    journal = Journal.in_memory(FixedClock())
    journal.put(*(make_entry(f"Slip {n}", happened_at=NOW - timedelta(days=n)) for n in range(5)))
    journal.db.table("entries").insert({"id": "broken", "happened_at": "2020-01-01T00:00:00+00:00", "sting": "much"})
    newest = newest_first(journal, Query(), context_of(journal))
    assert next(newest).what_happened == "Slip 0"
    assert len(list(newest)) == 4
