"""An entry made ready for searching: its records at hand, its text folded once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Self

from recalibrate.domain.journaling.entry_state import EntryState, can_turn, entry_state
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Experiment, Kind
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.search.context import Context
from recalibrate.domain.search.folding import fold


def order_of(entry: Entry) -> tuple[datetime, datetime, str]:
    """What entries are put in order by: the wall clock where each happened, so that days stay together."""
    made = entry.created_at.replace(tzinfo=None)
    happened = entry.happened_at.replace(tzinfo=None) if entry.happened_at else made
    return (made if happened == made else happened), made, entry.id


_BETWEEN = "\0"
"""Stands between two texts; it is in no text, since control characters are cleaned away at every entrance."""


_SETTLED: dict[EntryState, EntryState] = {}
"""One of each state, for tens of thousands of entries that stand so."""


@lru_cache(maxsize=1024)
def _one_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """The first tuple of these names, for all entries that have the same."""
    return names


class Searchable:
    """One entry with all that a query can ask about; text and a settled state are worked out once.

    There are tens of thousands of them: what is cheaply had from the rest is not kept.
    """

    __slots__ = (
        "_settled", "entry", "experiments", "folded", "habits", "id", "order", "overhauls", "people", "situation",
    )  # fmt: skip

    def __init__(self, entry: Entry, context: Context) -> None:
        self.entry = entry
        self.id = entry.id
        self.order = order_of(entry)
        self.situation = context.situations.get(entry.situation_id or "", "")
        self.habits = _one_of(tuple([name for key in entry.habits for name in (key, context.habits.get(key, ""))]))
        self.people = _one_of(tuple([context.people.get(person, person) for person in entry.people]))
        self.experiments: tuple[Experiment, ...] = tuple(context.experiments.get(entry.id, ()))
        self.overhauls: tuple[Overhaul, ...] = tuple(context.overhauls.get(entry.id, ()))
        self.folded = ""
        self._settled: EntryState | None = None

    @property
    def day(self) -> date:
        """The local date of the slip."""
        return self.order[0].date()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of its experiments."""
        return tuple([each.kind for each in self.experiments]) if self.experiments else ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What was decided about them."""
        return tuple([each.decision.choice for each in self.experiments if each.decision]) if self.experiments else ()

    @property
    def text(self) -> str:
        """All that is searched for words, folded; no phrase spans two of the texts."""
        return self.folded or self._fold()

    def prepared(self) -> Self:
        """Work out now what else would wait for the first search: `folded`, and the state if it is settled."""
        self._fold()
        self.state(date.min)
        return self

    def _fold(self) -> str:
        self.folded = fold(_BETWEEN.join(text for text in self._texts() if text))
        return self.folded

    def state(self, today: date) -> EntryState:
        """Where the entry stands on the local date `today`."""
        if self._settled is not None:
            return self._settled
        state = entry_state(self.entry, self.experiments, self.overhauls, today)
        if not can_turn(self.experiments, self.overhauls):
            state = self._settled = _SETTLED.setdefault(state, state)
        return state

    def _texts(self) -> Iterator[str]:
        entry = self.entry
        yield entry.what_happened
        if entry.voice:
            yield entry.voice.text
            yield entry.voice.reworded
        yield entry.observation
        for idea in entry.ideas:
            yield idea.text
        yield self.situation
        yield from self.habits[1::2]
        yield from self.people
        yield from entry.tags
        for experiment in self.experiments:
            yield from experiment_texts(experiment)
        for overhaul in self.overhauls:
            yield from overhaul_texts(overhaul)


def experiment_texts(experiment: Experiment) -> Iterator[str]:
    """The words of one round that a search looks through."""
    yield experiment.cue
    yield experiment.action
    yield experiment.prediction
    yield experiment.sign
    yield experiment.obstacle
    yield experiment.obstacle_plan
    yield experiment.leave_out
    if experiment.extension:
        yield experiment.extension.reason
    if experiment.withdrawal:
        yield experiment.withdrawal.reason
    if experiment.decision:
        yield experiment.decision.what_happened
        yield experiment.decision.learned
        yield experiment.decision.next_line
    if experiment.check_back:
        yield experiment.check_back.note


def overhaul_texts(overhaul: Overhaul) -> Iterator[str]:
    """The words of an overhaul that a search looks through."""
    yield overhaul.what_must_change
    yield overhaul.first_step
    yield overhaul.who_must_agree
    yield overhaul.why
