"""What each term asks of an entry, as plain tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from recalibrate.domain.journaling.entry_state import State
from recalibrate.domain.search.fields import UNMARKED, Has
from recalibrate.domain.search.folding import fold
from recalibrate.domain.search.query import DATES, Field, FieldName, Query, Term, Words

if TYPE_CHECKING:
    from recalibrate.domain.dates.past_dates import Span
    from recalibrate.domain.search.searchable import Searchable

T = TypeVar("T")
Test = Callable[["Searchable"], bool]


class Dated(Protocol):
    """What has a local date."""

    @property
    def day(self) -> date:
        """The date."""
        ...


DayTest = Callable[[Dated], bool]


def matcher(query: Query, today: date, week_start: int = 0) -> Test:
    """One test for the whole query, for going through entries without an index."""
    tests = [term_test(term, today, week_start) for term in query.terms]
    return lambda searchable: all(test(searchable) for test in tests)


def term_test(term: Term, today: date, week_start: int) -> Test:
    """The test of one term; dates are worked out from `today` here, once."""
    test = _words_test(term) if isinstance(term, Words) else _field_test(term, today, week_start)
    if not term.negated:
        return test
    return lambda searchable: not test(searchable)


def needle(words: Words) -> str:
    """The words as they are looked for in a folded text; empty when nothing of them can be seen."""
    return fold(words.text)


def _words_test(words: Words) -> Test:
    looked_for = needle(words)
    if not looked_for:
        return lambda searchable: not words.negated
    return lambda searchable: looked_for in searchable.text


def _field_test(field: Field, today: date, week_start: int) -> Test:
    if field.name in DATES:
        return day_test(field, today, week_start)
    if field.name in _CLOSED:
        return _CLOSED[field.name](frozenset(field.values), today)
    return _names_test(field)


def day_test(field: Field, today: date, week_start: int) -> DayTest:
    """The test of a field that asks for a date."""
    from recalibrate.domain.dates.past_dates import (  # a command that asks for no date need not wait for it
        Span,
        read_past,
    )

    spans = [span for value in field.values if isinstance(span := read_past(value, today, week_start=week_start), Span)]
    if field.name is FieldName.ON:
        return _any_of([_within(span) for span in spans])
    if field.name is FieldName.AFTER:
        end = min((span.last for span in spans), default=date.max)
        return lambda searchable: searchable.day > end
    start = max((span.first for span in spans), default=date.min)
    return lambda searchable: searchable.day < start


def _within(span: Span) -> DayTest:
    first, last = span.first, span.last
    return lambda searchable: first <= searchable.day <= last


def _any_of(tests: Sequence[Callable[[T], bool]]) -> Callable[[T], bool]:
    return tests[0] if len(tests) == 1 else lambda searchable: any(test(searchable) for test in tests)


class _Fits(dict[tuple[str, ...], bool]):
    """Whether some of the names fit one of the values, asked once for names that thousands of entries share."""

    def __init__(self, values: Iterable[str]) -> None:
        self._starts = [name_words(value) for value in values]

    def __missing__(self, names: tuple[str, ...]) -> bool:
        words = [name_words(name) for name in names if name]
        fits = self[names] = any(start in each for start in self._starts for each in words)
        return fits


def name_words(name: str) -> str:
    """A name for comparing: folded, each word after one space, so that a value fits where a word begins."""
    return " " + " ".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


def names_fit(values: Iterable[str]) -> Callable[[tuple[str, ...]], bool]:
    """The test whether some of an entry's names fit one of the values of a field."""
    return _Fits(values).__getitem__


def _names_test(field: Field) -> Test:
    fits = names_fit(field.values)
    if field.name is FieldName.SITUATION:
        return lambda searchable: fits((searchable.situation,))
    if field.name is FieldName.HABIT:
        return lambda searchable: fits(searchable.habits)
    if field.name is FieldName.PERSON:
        return lambda searchable: fits(searchable.people)
    return lambda searchable: fits(searchable.entry.tags)


def _scope_test(values: frozenset[str], today: date) -> Test:
    return lambda searchable: (searchable.entry.scope or UNMARKED) in values


def _state_test(values: frozenset[str], today: date) -> Test:
    asked = frozenset(State(value) for value in values)
    return lambda searchable: searchable.state(today).answers(asked)


def _decision_test(values: frozenset[str], today: date) -> Test:
    return lambda searchable: not values.isdisjoint(searchable.choices)


def _kind_test(values: frozenset[str], today: date) -> Test:
    return lambda searchable: not values.isdisjoint(searchable.kinds)


def _has_test(values: frozenset[str], today: date) -> Test:
    return _any_of([_HAS[Has(value)] for value in sorted(values)])


_CLOSED: dict[FieldName, Callable[[frozenset[str], date], Test]] = {
    FieldName.SCOPE: _scope_test,
    FieldName.STATE: _state_test,
    FieldName.DECISION: _decision_test,
    FieldName.KIND: _kind_test,
    FieldName.HAS: _has_test,
}

_HAS: dict[Has, Test] = {
    Has.VOICE: lambda searchable: searchable.entry.voice is not None,
    Has.HABIT: lambda searchable: bool(searchable.habits),
    Has.OBSERVATION: lambda searchable: bool(searchable.entry.observation),
    Has.IDEA: lambda searchable: bool(searchable.entry.ideas),
    Has.SITUATION: lambda searchable: searchable.entry.situation_id is not None,
    Has.PERSON: lambda searchable: bool(searchable.people),
    Has.STING: lambda searchable: searchable.entry.sting is not None,
    Has.TAG: lambda searchable: bool(searchable.entry.tags),
    Has.EXPERIMENT: lambda searchable: bool(searchable.experiments),
    Has.DECISION: lambda searchable: bool(searchable.choices),
    Has.OVERHAUL: lambda searchable: bool(searchable.overhauls),
    Has.NOTE: lambda searchable: any(
        each.check_back is not None and each.check_back.note for each in searchable.experiments
    ),
}
