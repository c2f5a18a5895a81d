"""Entries found by a query, newest first, for the commands that take one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from recalibrate.commands.finding.around import all_around, around, names_around
from recalibrate.commands.finding.newest import newest_first
from recalibrate.commands.finding.sift import Sift, sift_of
from recalibrate.domain.search.context import Context
from recalibrate.domain.search.query import QUOTES, Query, QueryError
from recalibrate.domain.search.searchable import Searchable

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.domain.records.entry import Entry
    from recalibrate.store.journal import Journal

MOST_AT_ONCE = 2000
"""Of so many entries the experiments are looked up one table at once, not entry by entry."""

SEARCHED = 30
"""Among so many times the entries that are wanted a search looks before it looks through all of them."""


def as_query(words: Sequence[str], call: Call) -> Query:
    """The words of the command line as a query. Raises WrongUsage with what would be right."""
    if not words:
        return Query()
    from recalibrate.commands.failures import WrongUsage
    from recalibrate.domain.search.parsing import parse

    query = parse(" ".join(map(_as_typed, words)), call.today, call.settings.week_start)
    if isinstance(query, QueryError):
        raise WrongUsage(query.message)
    return query


def found(journal: Journal, query: Query, call: Call, limit: int | None = None) -> list[Searchable]:
    """The entries that the query is true of, newest first, with their records at hand."""
    rows = _all_found(journal, query, call, limit)
    return list(rows if limit is None else islice(rows, limit))


def _all_found(journal: Journal, query: Query, call: Call, limit: int | None) -> Iterator[Searchable]:
    if not query.terms:
        for batch in _batches(newest_first(journal, Sift(), limit or 0), limit):
            yield from _ready(journal, batch, Context.of())
        return
    from recalibrate.commands.finding.clues import clues_around
    from recalibrate.domain.search.match import matcher

    week_start = call.settings.week_start
    names = names_around(journal)
    test = matcher(query, call.today, week_start)
    sift = sift_of(query, clues_around(journal, names), call.today, week_start)
    for batch in _batches(newest_first(journal, sift, SEARCHED * (limit or 0)), limit):
        yield from filter(test, _ready(journal, batch, names))


def _ready(journal: Journal, entries: Sequence[Entry], names: Context) -> Iterator[Searchable]:
    """The entries with what surrounds them."""
    is_many = len(entries) >= MOST_AT_ONCE
    context = all_around(journal, names) if is_many else around(journal, entries, names)
    return (Searchable(entry, context) for entry in entries)


def _batches(entries: Iterator[Entry], wanted: int | None) -> Iterator[list[Entry]]:
    """The entries some at a time: first as many as may be enough, then more at once."""
    size = min(wanted or MOST_AT_ONCE, MOST_AT_ONCE)
    while batch := list(islice(entries, size)):
        yield batch
        size = min(4 * size, MOST_AT_ONCE)


def _as_typed(word: str) -> str:
    """The word with the quotes that the shell took away from a field's value, as in `after:"3 weeks ago"`."""
    from recalibrate.domain.text import clean_text

    name, colon, value = word.partition(":")
    spaced = colon and " " in value and not QUOTES.intersection(value) and ":" not in value
    return f'{name}:"{value}"' if spaced and name.lstrip("-").isalpha() else clean_text(word)
