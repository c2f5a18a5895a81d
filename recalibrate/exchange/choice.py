"""What leaves: which entries, what hangs on them, and which fields stay behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from typing import Any, TypeVar

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.search import Context
from recalibrate.store.documents import TABLES
from recalibrate.store.journal import Journal

R = TypeVar("R", bound=Record)

KEPT = frozenset({"id", "created_at", "updated_at", "rev", "deleted_at"})
"""The fields that cannot be left out: without them nothing could come in again."""

FIELDS = frozenset(field.name for kind in TABLES for field in fields(kind)) - KEPT
"""The fields that can be left out by name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is exported: the entries (None = everything there is), the fields left out, whether people stay behind."""

    entries: tuple[Entry, ...] | None = None
    leave_out: frozenset[str] = frozenset()
    no_people: bool = False


@dataclass(frozen=True, slots=True)
class Leaving:
    """The entries that leave, with the names and records around them; fields that stay behind are empty."""

    entries: tuple[Entry, ...]
    context: Context

    def experiments(self, entry: Entry) -> tuple[Experiment, ...]:
        """The rounds of an entry, in order."""
        rounds = self.context.experiments.get(entry.id, ())
        return tuple(sorted(rounds, key=lambda each: (each.root, each.round)))

    def overhauls(self, entry: Entry) -> tuple[Overhaul, ...]:
        """The overhauls of an entry."""
        return tuple(self.context.overhauls.get(entry.id, ()))


def leaving(journal: Journal, choice: Choice, habits: Mapping[str, str]) -> Leaving:
    """The chosen entries, oldest first, as they may be seen; `habits` are the names by key or id."""
    from recalibrate.domain.search import order_of

    chosen = journal.all(Entry) if choice.entries is None else choice.entries
    entries = tuple(_blanked(entry, choice) for entry in sorted(chosen, key=order_of))
    context = Context.of(
        situations=journal.all(Situation),
        habits=habits,
        people=() if choice.no_people else journal.all(Person),
        experiments=[_blanked(each, choice) for each in journal.all(Experiment)],
        overhauls=[_blanked(each, choice) for each in journal.all(Overhaul)],
    )
    return Leaving(entries, context)


def ids_around(journal: Journal, entries: Iterable[Entry]) -> set[str]:
    """The ids of the entries and of all that belongs to them: rounds, overhauls, ratings, moments, names."""
    chosen = {entry.id: entry for entry in entries}
    context = Context.of(experiments=journal.all(Experiment), overhauls=journal.all(Overhaul))
    experiments = [each for id in chosen for each in context.experiments.get(id, ())]
    overhauls = [each for id in chosen for each in context.overhauls.get(id, ())]
    rounds = {each.id for each in experiments}
    ids = {*chosen, *rounds, *(each.id for each in overhauls)}
    ids |= {each.id for each in journal.all(Rating) if each.entry_id in chosen or each.experiment_id in rounds}
    moments = [each for each in journal.all(Moment) if each.entry_id in chosen]
    ids |= {each.id for each in moments} | {each.person_id for each in moments if each.person_id}
    for entry in chosen.values():
        ids |= {*entry.people, *entry.habits, *_situations(journal, entry.situation_id)}
    ids |= {each.id for each in journal.all(Assumption) if each.id in {e.assumption_id for e in experiments}}
    return ids | {each.id for each in journal.all(OwnHabit) if each.id in ids}


def _situations(journal: Journal, id: str | None) -> Iterator[str]:
    """A situation and those it was merged into."""
    seen: set[str] = set()
    while id and id not in seen:
        seen.add(id)
        yield id
        found = journal.get(Situation, id)
        id = found.merged_into if found else None


def _blanked(record: R, choice: Choice) -> R:
    names = set(choice.leave_out) | ({"people", "person_id"} if choice.no_people else set())
    return replace(record, **{each.name: _empty(each) for each in fields(record) if each.name in names})


def _empty(field: Any) -> Any:
    """What a field holds when nothing is said; a text that must be there is empty."""
    return "" if field.default is MISSING else field.default
