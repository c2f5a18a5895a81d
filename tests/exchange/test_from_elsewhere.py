"""A slip from elsewhere is filled in as a document that an entry would have, field for field."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Entry, Precision, Scope
from recalibrate.exchange.from_elsewhere import documents_of
from recalibrate.exchange.incoming import Incoming, Slip
from recalibrate.store.documents import from_document, to_document
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock

TEXTS = st.text(max_size=6)
LISTS = st.lists(st.text("ab ", min_size=1, max_size=3).filter(str.strip), max_size=3).map(tuple)
RATINGS = st.none() | st.integers(0, 10).map(lambda tens: tens * 10)
SLIPS = st.builds(
    Slip,
    place=st.just("line 1"),
    what_happened=TEXTS,
    happened_at=st.none() | st.integers(0, 9999).map(lambda minutes: NOW - timedelta(minutes=minutes)),
    precision=st.sampled_from(Precision),
    situation=TEXTS,
    people=LISTS,
    sting=RATINGS,
    voice=TEXTS,
    scope=st.none() | st.sampled_from(Scope),
    belief_before=RATINGS,
    belief_after=RATINGS,
    habits=LISTS,
    observation=TEXTS,
    ideas=LISTS,
    chosen=st.integers(0, 2),
    tags=LISTS,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(SLIPS, min_size=1, max_size=3))
def test_each_document_is_that_of_an_entry(slips: list[Slip]) -> None:
    found = documents_of(Incoming("CSV", tuple(slips)), Journal.in_memory(FixedClock()), NOW)
    for slip, document in zip(slips, found["entries"], strict=True):
        entry = from_document(Entry, document)
        assert to_document(entry) == document
        assert list(to_document(entry)) == list(document)
        assert entry.happened_at == (slip.happened_at or NOW)
        assert (entry.sting, entry.precision, entry.named) == (slip.sting, slip.precision, bool(slip.habits))
        assert (entry.voice is None) == (not slip.voice)
        if entry.voice:
            asked = (slip.scope, slip.belief_before, slip.belief_after)
            assert (entry.voice.scope, entry.voice.belief_before, entry.voice.belief_after) == asked
        assert [idea.chosen for idea in entry.ideas] == [n == slip.chosen for n in range(len(slip.ideas))]
        assert (entry.reframed_at is None) == (not (entry.observation or entry.ideas))
