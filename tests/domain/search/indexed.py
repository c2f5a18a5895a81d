"""An index over a few entries, with names to refer to."""

from __future__ import annotations

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.search import Context, Index

SITUATIONS = {"s1": "Questions in meetings", "s2": "e-mail"}
HABITS = {"labelling": "Verdict on the self", "should": "Musts and shoulds"}
PEOPLE = {"p1": "Mara", "p2": "T."}


def index_of(*entries: Entry, context: Context | None = None) -> Index:
    index = Index()
    for entry in entries:
        index.add(entry, context or Context(SITUATIONS, HABITS, PEOPLE))
    return index
