"""Entries found by a query, newest first, for the commands that take one."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from recalibrate.commands.failures import WrongUsage
from recalibrate.commands.newest import newest_first
from recalibrate.domain.company import Person
from recalibrate.domain.entry_state import EntryState, State
from recalibrate.domain.experiment import Experiment
from recalibrate.domain.overhaul import Overhaul
from recalibrate.domain.own_habit import OwnHabit
from recalibrate.domain.search import Context, Query, QueryError, Searchable, matcher, parse
from recalibrate.domain.search.query import QUOTES
from recalibrate.domain.situation import Situation
from recalibrate.domain.text import clean_text

if TYPE_CHECKING:
    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal


_BELONGS_TO = (b'"entry_id":"', b'"root_id":"', b'"experiment_id":"')


def as_query(words: Sequence[str], call: Call) -> Query:
    """The words of the command line as a query. Raises WrongUsage with what would be right."""
    query = parse(" ".join(map(_as_typed, words)), call.today, call.settings.week_start)
    if isinstance(query, QueryError):
        raise WrongUsage(query.message)
    return query


def found(journal: Journal, query: Query, call: Call, limit: int | None = None) -> list[Searchable]:
    """The entries that the query is true of, newest first, with their records at hand."""
    if not query.terms and limit is not None:
        return _newest(journal, query, limit)
    context = context_of(journal)
    test = matcher(query, call.today, call.settings.week_start)
    rows: Iterable[Searchable] = (Searchable(entry, context) for entry in newest_first(journal, query, context))
    return list(islice((row for row in rows if not query.terms or test(row)), limit))


def _newest(journal: Journal, query: Query, count: int) -> list[Searchable]:
    """The newest entries with the records that belong to them; those of all others are left alone."""
    entries = list(islice(newest_first(journal, query, Context.of()), count))
    ids = {entry.id.encode() for entry in entries}
    first = journal.some(Experiment, lambda line: _refers_to(ids, line))
    ids |= {each.id.encode() for each in first}  # later rounds and overhauls name these
    context = context_of(journal, lambda line: _refers_to(ids, line))
    return [Searchable(entry, context) for entry in entries]


def _refers_to(ids: Container[bytes], line: bytes) -> bool:
    """Whether the line of an experiment or overhaul names one of these as what it belongs to."""
    for field in _BELONGS_TO:
        start = line.find(field) + len(field)
        if start >= len(field) and line[start : line.find(b'"', start)] in ids:
            return True
    return False


def context_of(journal: Journal, belongs: Callable[[bytes], bool] = lambda line: True) -> Context:
    """What surrounds the entries: names, and of experiments and overhauls at least those whose line belongs."""
    return Context.of(
        situations=journal.all(Situation),
        habits=habit_names(journal),
        people=journal.all(Person),
        experiments=journal.some(Experiment, belongs),
        overhauls=journal.some(Overhaul, belongs),
    )


def habit_names(journal: Journal) -> dict[str, str]:
    """The name of each habit, of the catalogue and the user's own, by key or id."""
    from recalibrate.domain.habits import CATALOGUE

    return {each.key: each.name for each in CATALOGUE} | {each.id: each.name for each in journal.all(OwnHabit)}


def state_words(state: EntryState) -> str:
    """Where an entry stands in at most 13 columns: the sign of its mark and one word."""
    word = state.choice if state.state is State.DECIDED and state.choice else state.state
    return f"{state.mark.sign} {word.replace('_', ' ')}"


def _as_typed(word: str) -> str:
    """The word with the quotes that the shell took away from a field's value, as in `after:"3 weeks ago"`."""
    name, colon, value = word.partition(":")
    spaced = colon and " " in value and not QUOTES.intersection(value) and ":" not in value
    return f'{name}:"{value}"' if spaced and name.lstrip("-").isalpha() else clean_text(word)
