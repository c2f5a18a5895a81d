"""Where an entry stands, derived from the entry, its experiments and its overhauls; never stored."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recalibrate.domain import marks
from recalibrate.domain.marks import Mark
from recalibrate.domain.records.entry import Entry, Path
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Status
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.records.record import NEVER


class State(StrEnum):
    """The one thing to say about an entry in a row."""

    PARKED = "parked"
    OBSERVATION = "observation"
    DRAFT = "draft"
    OPEN = "open"
    DUE = "due"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    OVERHAUL = "overhaul"
    LET_GO = "let_go"
    NOT_MINE = "not_mine"


_PLAIN = {
    State.PARKED: marks.PARKED,
    State.OBSERVATION: marks.OBSERVATION,
    State.DRAFT: marks.DRAFT,
    State.OPEN: marks.OPEN,
    State.DUE: marks.WAITS,
    State.WITHDRAWN: marks.WITHDRAWN,
    State.LET_GO: marks.LET_GO,
    State.NOT_MINE: marks.NOT_MINE,
}


@dataclass(frozen=True, slots=True)
class EntryState:
    """A state, with the choice when decided and the ending when an overhaul was closed.

    `waits` is true where a decision is asked for: a due experiment or an overhaul past its date.
    """

    state: State
    choice: Choice | None = None
    ending: Ending | None = None
    waits: bool = False

    @property
    def mark(self) -> Mark:
        """The sign of the state, and the words that say the same."""
        if self.state is State.DECIDED and self.choice:
            return marks.CHOICES[self.choice]
        if self.state is State.OVERHAUL:
            return self._overhaul_mark()
        return _PLAIN[self.state]

    def answers(self, asked: Collection[State]) -> bool:
        """Whether one of the states asked for is true of it; an overhaul past its date is due as well."""
        return self.state in asked or (self.waits and State.DUE in asked)

    def _overhaul_mark(self) -> Mark:
        sign, word = marks.OVERHAUL.sign, marks.OVERHAUL.word
        if self.waits:
            return Mark(sign, f"{word}, {marks.WAITS.word}")
        return Mark(sign, f"{word}, {self.ending}") if self.ending else marks.OVERHAUL


def entry_state(
    entry: Entry, experiments: Sequence[Experiment], overhauls: Sequence[Overhaul], today: date
) -> EntryState:
    """Where `entry` stands on the local date `today`; the records given are those of this entry.

    What waits comes first, then what runs, then what was decided last, then where triage sent it.
    """
    if not experiments and not overhauls:
        return _own_state(entry)
    statuses = {experiment.status(today) for experiment in experiments}
    if Status.DUE in statuses:
        return EntryState(State.DUE, waits=True)
    if any(overhaul.is_due(today) for overhaul in overhauls):
        return EntryState(State.OVERHAUL, waits=True)
    if Status.OPEN in statuses:
        return EntryState(State.OPEN)
    if any(overhaul.ending is None for overhaul in overhauls):
        return EntryState(State.OVERHAUL)
    settled = _last_settled(experiments, overhauls)
    own = _own_state(entry)
    if settled is None and own.state in (State.LET_GO, State.NOT_MINE):
        return own
    if Status.DRAFT in statuses:
        return EntryState(State.DRAFT)
    return settled or EntryState(State.WITHDRAWN)


def can_turn(experiments: Iterable[Experiment], overhauls: Iterable[Overhaul]) -> bool:
    """Whether the state depends on the date, because something still runs towards a deadline."""
    return any(overhaul.ending is None for overhaul in overhauls) or any(
        experiment.started_at and not experiment.decision and not experiment.withdrawal for experiment in experiments
    )


def _own_state(entry: Entry) -> EntryState:
    choice = entry.triage.choice if entry.triage else None
    if choice is Path.OVERHAUL:
        return EntryState(State.OVERHAUL)
    if choice is Path.LET_GO:
        return EntryState(State.LET_GO)
    if choice is Path.NOT_MINE:
        return EntryState(State.NOT_MINE)
    return EntryState(State.PARKED if entry.is_parked else State.OBSERVATION)


def _last_settled(experiments: Iterable[Experiment], overhauls: Iterable[Overhaul]) -> EntryState | None:
    last: tuple[datetime, Decision | Ending] | None = None
    for experiment in experiments:
        decision = experiment.decision
        if decision and not experiment.withdrawal and (last is None or decision.decided_at >= last[0]):
            last = (decision.decided_at, decision)
    for overhaul in overhauls:
        closed_at = overhaul.closed_at or NEVER
        if overhaul.ending and (last is None or closed_at >= last[0]):
            last = (closed_at, overhaul.ending)
    if last is None:
        return None
    if isinstance(last[1], Decision):
        return EntryState(State.DECIDED, choice=last[1].choice)
    return EntryState(State.OVERHAUL, ending=last[1])
