"""The index: entries in order, ready to answer each keystroke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.search.context import Context
from recalibrate.domain.search.match import needle, term_test
from recalibrate.domain.search.query import Query, Term, Words
from recalibrate.domain.search.searchable import Searchable

_REMEMBERED = 12


@dataclass(frozen=True, slots=True)
class _Answer:
    """What an earlier query found, in the order of the index; good until the index or the day changes."""

    terms: frozenset[Term]
    found: list[Searchable]


class Index:
    """Entries by time with their folded text; holds no clock and may be filled bit by bit."""

    def __init__(self) -> None:
        self._by_id: dict[str, Searchable] = {}
        self._in_order: list[Searchable] | None = []
        self._answers: list[_Answer] = []
        self._asked: tuple[date, int] | None = None

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._by_id

    def get(self, entry_id: str) -> Searchable | None:
        """The entry with its records at hand, for drawing its row."""
        return self._by_id.get(entry_id)

    def add(self, entry: Entry, context: Context) -> None:
        """Take an entry in, or take it in anew after it, its experiments or a name has changed."""
        self._by_id[entry.id] = Searchable(entry, context).prepared()
        self._changed()

    def remove(self, entry_id: str) -> None:
        """Forget an entry; one that is not there is no error."""
        if self._by_id.pop(entry_id, None) is not None:
            self._changed()

    def fill(self, entries: Iterable[Entry], context: Context, bite: int = 100) -> Iterator[int]:
        """Add entries `bite` at a time and yield how many are in, so that a screen can answer keys between."""
        for count, entry in enumerate(entries, start=1):
            self.add(entry, context)
            if count % bite == 0:
                yield len(self)
        yield len(self)

    def find(self, query: Query, today: date, week_start: int = 0) -> list[str]:
        """The ids of the entries that the query is true of, newest first."""
        return list(map(_id, reversed(self._found(query, today, week_start))))

    def count(self, query: Query, today: date, week_start: int = 0) -> int:
        """How many entries the query is true of."""
        return len(self._found(query, today, week_start))

    @property
    def _rows(self) -> list[Searchable]:
        """All in order; put there when they are asked for, which for thousands is quicker than each at its place."""
        if self._in_order is None:
            self._in_order = sorted(self._by_id.values(), key=_order)
        return self._in_order

    def _changed(self) -> None:
        self._in_order = None
        self._answers.clear()

    def _found(self, query: Query, today: date, week_start: int) -> list[Searchable]:
        if self._asked != (today, week_start):
            self._answers.clear()
            self._asked = (today, week_start)
        terms = frozenset(query.terms)
        known = self._narrowest(terms)
        if known is not None and known.terms == terms:
            return known.found
        rows = known.found if known is not None else self._rows
        for term in sorted(terms - (known.terms if known is not None else frozenset()), key=_cost):
            rows = _narrowed(rows, term, today, week_start)
        if rows is self._rows:
            rows = list(rows)
        self._answers = [*self._answers[1 - _REMEMBERED :], _Answer(terms, rows)]
        return rows

    def _narrowest(self, terms: frozenset[Term]) -> _Answer | None:
        """The smallest earlier answer that must hold all that `terms` can find."""
        wider = [answer for answer in self._answers if all(_implied(term, terms) for term in answer.terms)]
        return min(wider, key=lambda answer: (len(answer.found), answer.terms != terms), default=None)


_id = attrgetter("id")
_order = attrgetter("order")


def _narrowed(rows: list[Searchable], term: Term, today: date, week_start: int) -> list[Searchable]:
    looked_for = needle(term) if isinstance(term, Words) else ""
    if not looked_for:
        test = term_test(replace(term, negated=False), today, week_start)
        return [row for row in rows if not test(row)] if term.negated else [row for row in rows if test(row)]
    if term.negated:
        return [row for row in rows if looked_for not in row.folded]
    return [row for row in rows if looked_for in row.folded]


def _implied(term: Term, terms: frozenset[Term]) -> bool:
    """Whether whatever fits `terms` also fits `term`: it is one of them, or a piece of a longer word there."""
    if term in terms:
        return True
    if not isinstance(term, Words) or term.negated:
        return False
    looked_for = needle(term)
    return any(looked_for in needle(each) for each in terms if isinstance(each, Words) and not each.negated)


def _cost(term: Term) -> tuple[bool, bool, int]:
    """Long words first, which leave little over; fields next; what is left out last."""
    is_word = isinstance(term, Words)
    return term.negated, not is_word, -len(term.text) if isinstance(term, Words) else 0
