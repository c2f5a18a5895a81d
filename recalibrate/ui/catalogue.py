"""All entries in order with what surrounds them, and the index over them that is filled in bites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from recalibrate.domain.habits.catalogue import habit_names
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.search import Context, Index, Searchable, order_of
from recalibrate.store.journal import Journal

FIRST = 120
"""So many entries are read before the first rows are drawn; the rest follows in the writer thread."""

BITE = 20
"""So many entries go into the index before a key may be answered."""

Order = tuple[datetime, datetime, str]

Between = Callable[[], None]
"""Called between two bites of reading."""


def at_once() -> None:
    """Hold nothing back."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries newest first, the records around them, and the revision of the journal they were read at."""

    revision: int = -1
    whole: bool = False
    ids: tuple[str, ...] = ()
    by_id: Mapping[str, Entry] = field(default_factory=dict)
    context: Context = field(default_factory=Context)
    ratings: Mapping[str, Sequence[Rating]] = field(default_factory=dict)
    moments: Mapping[str, Sequence[Moment]] = field(default_factory=dict)


def beginning(journal: Journal) -> Catalogue:
    """The latest entries alone, at the price of little more than these."""
    experiments, overhauls = journal.latest(Experiment, FIRST), journal.latest(Overhaul, FIRST)
    entries = _in_order(journal.latest(Entry, FIRST))
    return Catalogue(ids=tuple(entries), by_id=entries, context=_context(journal, experiments, overhauls))


def whole(journal: Journal, order: Callable[[Entry], Order] = order_of, between: Between = at_once) -> Catalogue:
    """Everything; at tens of thousands of entries this belongs in a thread, which `between` may hold back.

    `order` may remember its answers.
    """
    revision = journal.revision
    for kind in (Entry, Experiment, Overhaul, Rating, Moment):
        journal.decode(kind, between)
    ratings: dict[str, list[Rating]] = {}
    for rating in journal.all(Rating):
        if about := rating.entry_id or rating.experiment_id:
            ratings.setdefault(about, []).append(rating)
    moments: dict[str, list[Moment]] = {}
    for moment in journal.all(Moment):
        if moment.entry_id:
            moments.setdefault(moment.entry_id, []).append(moment)
    entries = _in_order(journal.all(Entry), order)
    return Catalogue(
        revision=revision,
        whole=True,
        ids=tuple(entries),
        by_id=entries,
        context=_context(journal, journal.all(Experiment), journal.all(Overhaul)),
        ratings=ratings,
        moments=moments,
    )


def changed(before: Catalogue, after: Catalogue) -> tuple[list[str], list[Entry]]:
    """The ids that went, and the entries that are new or read otherwise than before."""
    gone = [id for id in before.by_id if id not in after.by_id]
    old, new = before.context, after.context
    renamed = _renamed(old.situations, new.situations)
    renamed |= _renamed(old.habits, new.habits) | _renamed(old.people, new.people)
    anew = [
        entry
        for id, entry in after.by_id.items()
        if before.by_id.get(id) is not entry
        or old.experiments.get(id) != new.experiments.get(id)
        or old.overhauls.get(id) != new.overhauls.get(id)
        or (renamed and not renamed.isdisjoint((entry.situation_id, *entry.habits, *entry.people)))
    ]
    return gone, anew


class Finder:
    """The catalogue as last read and an index over it; stays with the session, so that reopening costs nothing."""

    def __init__(self) -> None:
        self.catalogue = Catalogue()
        self.index = Index()
        self._waiting: dict[str, Entry] = {}

    @property
    def is_ready(self) -> bool:
        """Whether a search looks through every entry."""
        return self.catalogue.whole and not self._waiting

    def is_up_to_date(self, journal: Journal) -> bool:
        """Whether nothing is left to read or to feed."""
        return self.is_ready and self.catalogue.revision == journal.revision

    def begin(self, journal: Journal) -> None:
        """Have the first rows at once, where nothing was read before."""
        if not self.catalogue.whole:
            self.catalogue = beginning(journal)

    def read(self, journal: Journal, between: Between = at_once) -> tuple[Catalogue, list[str], list[Entry]]:
        """Read the journal as it is and what that changes; touches nothing, so that a thread may do it."""
        after = whole(journal, self._order, between)
        before = self.catalogue if self.catalogue.whole else Catalogue()
        return after, *changed(before, after)

    def take(self, after: Catalogue, gone: Iterable[str], anew: Iterable[Entry]) -> None:
        """Use what was read; the index still has to be fed."""
        self.catalogue = after
        for id in gone:
            self.index.remove(id)
            self._waiting.pop(id, None)
        for entry in anew:
            self._waiting[entry.id] = entry

    def feed(self) -> None:
        """Put one bite into the index, the newest first."""
        for id in list(islice(self._waiting, BITE)):
            self.index.add(self._waiting.pop(id), self.catalogue.context)
        if not self._waiting:
            self._waiting = {}  # one that was emptied keeps its room

    def month(self, id: str) -> int:
        """The month of an entry, counted from the year 0."""
        entry = self.catalogue.by_id.get(id)
        day = (entry.happened_at or entry.created_at) if entry else None
        return day.year * 12 + day.month - 1 if day else 0

    def row(self, id: str) -> Searchable | None:
        """The entry with its records at hand; None when there is none of that id."""
        entry = self.catalogue.by_id.get(id)
        if entry is None:
            return None
        known = self.index.get(id) if id not in self._waiting else None
        return known if known is not None and known.entry is entry else Searchable(entry, self.catalogue.context)

    def _order(self, entry: Entry) -> Order:
        known = self.index.get(entry.id)
        return known.order if known is not None and known.entry is entry else order_of(entry)


def _in_order(entries: Sequence[Entry], order: Callable[[Entry], Order] = order_of) -> dict[str, Entry]:
    return {entry.id: entry for entry in sorted(entries, key=order, reverse=True)}


def _context(journal: Journal, experiments: Sequence[Experiment], overhauls: Sequence[Overhaul]) -> Context:
    return Context.of(
        situations=journal.all(Situation),
        habits=habit_names(journal.all(OwnHabit)),
        people=journal.all(Person),
        experiments=experiments,
        overhauls=overhauls,
    )


def _renamed(before: Mapping[str, str], after: Mapping[str, str]) -> set[str | None]:
    return {id for id in {*before, *after} if before.get(id) != after.get(id)}
