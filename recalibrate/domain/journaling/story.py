"""The whole story of a slip: all that hangs on it, its rounds as a chain, and its events in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import NEVER, Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.rules.rounds import folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field that a round says otherwise than the round before."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One round in its chain, with what was changed for it."""

    experiment: Experiment
    changes: tuple[Change, ...] = ()


class What(StrEnum):
    """What an event of a story is."""

    SLIP = "slip"
    REFRAMED = "reframed"
    REWORDED = "reworded"
    RATED = "rated"
    MOMENT = "moment"
    STARTED = "started"
    CORRECTED = "corrected"
    EXTENDED = "extended"
    WITHDRAWN = "withdrawn"
    DECIDED = "decided"
    UNDONE = "undone"
    LOOKED_AGAIN = "looked_again"
    NOTE = "note"
    OVERHAUL = "overhaul"
    OVERHAUL_EXTENDED = "overhaul_extended"
    OVERHAUL_CLOSED = "overhaul_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened in a story; `text` is the user's own line about it, as written."""

    at: datetime
    what: What
    text: str
    record: Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An entry (None for what grew out of no slip) with all that hangs on it; one chain for each root."""

    entry: Entry | None
    situation: Situation | None = None
    people: tuple[Person, ...] = ()
    chains: tuple[tuple[Link, ...], ...] = ()
    overhauls: tuple[Overhaul, ...] = ()
    ratings: tuple[Rating, ...] = ()
    moments: tuple[Moment, ...] = ()

    @property
    def experiments(self) -> tuple[Experiment, ...]:
        """All rounds of all chains."""
        return tuple(link.experiment for links in self.chains for link in links)

    @property
    def events(self) -> tuple[Event, ...]:
        """All that happened, in order of time wherever it was written."""
        found = [*_of_entry(self.entry)] if self.entry else []
        for each in self.experiments:
            found += _of_experiment(each)
        for overhaul in self.overhauls:
            found += _of_overhaul(overhaul)
        found += [Event(at=r.rated_at, what=What.RATED, text=f"{r.measure} {r.value}", record=r) for r in self.ratings]
        found += [
            Event(at=m.happened_at or m.created_at, what=What.MOMENT, text=m.what_happened, record=m)
            for m in self.moments
        ]
        # sorted() is stable, so what was written at the same instant keeps the order of the life above
        return tuple(sorted(found, key=lambda event: _instant(event.at)))


def story_of(
    entry: Entry | None,
    experiments: Iterable[Experiment],
    overhauls: Iterable[Overhaul] = (),
    ratings: Iterable[Rating] = (),
    moments: Iterable[Moment] = (),
    situations: Iterable[Situation] = (),
    people: Iterable[Person] = (),
    *,
    of: Experiment | None = None,
) -> Story:
    """The story of an entry out of all that the journal holds; for a root without an entry give `of`."""
    chains = chains_of(
        each
        for each in experiments
        if (entry is not None and each.entry_id == entry.id) or (of is not None and each.root == of.root)
    )
    ids = {link.experiment.id for links in chains for link in links}
    key = entry.id if entry else None
    named = entry.people if entry else ()
    return Story(
        entry=entry,
        situation=next((s for s in situations if entry and s.id == entry.situation_id), None),
        people=tuple(each for each in people if each.id in named),
        chains=chains,
        overhauls=tuple(o for o in overhauls if (key and o.entry_id == key) or o.experiment_id in ids),
        ratings=tuple(r for r in ratings if (key and r.entry_id == key) or r.experiment_id in ids),
        moments=tuple(m for m in moments if key and m.entry_id == key),
    )


def chains_of(experiments: Iterable[Experiment]) -> tuple[tuple[Link, ...], ...]:
    """Experiments as chains of rounds, the oldest root first."""
    roots: dict[str, list[Experiment]] = {}
    for each in experiments:
        roots.setdefault(each.root, []).append(each)
    chains = (chain(rounds) for rounds in roots.values())
    return tuple(sorted(chains, key=lambda links: _began(links[0].experiment)))


def chain(rounds: Iterable[Experiment]) -> tuple[Link, ...]:
    """The rounds of one root in order, each with what it changed from the one before."""
    ordered = sorted(rounds, key=lambda each: (each.round, _began(each)))
    links = []
    before: Experiment | None = None
    for each in ordered:
        links.append(Link(experiment=each, changes=_changes(before, each) if before else ()))
        before = each
    return tuple(links)


def _changes(before: Experiment, after: Experiment) -> tuple[Change, ...]:
    pairs = (
        ("cue", before.cue, after.cue),
        ("action", before.action, after.action),
        ("prediction", before.prediction, after.prediction),
        ("sign", before.sign, after.sign),
        ("obstacle", before.obstacle, after.obstacle),
        ("obstacle_plan", before.obstacle_plan, after.obstacle_plan),
        ("leave_out", before.leave_out, after.leave_out),
    )
    return tuple(Change(field=field, before=old, after=new) for field, old, new in pairs if folded(old) != folded(new))


def _of_entry(entry: Entry) -> Iterable[Event]:
    yield Event(at=entry.happened_at or entry.created_at, what=What.SLIP, text=entry.what_happened, record=entry)
    if entry.reframed_at is not None:
        yield Event(at=entry.reframed_at, what=What.REFRAMED, text=entry.observation, record=entry)
    for version in entry.history:
        yield Event(at=version.replaced_at, what=What.REWORDED, text=version.text, record=entry)


def _of_experiment(each: Experiment) -> Iterable[Event]:
    if each.started_at is not None:
        yield Event(at=each.started_at, what=What.STARTED, text=each.action, record=each)
    for mended in each.corrections:
        yield Event(at=mended.corrected_at, what=What.CORRECTED, text=mended.before, record=each)
    if each.extension is not None:
        yield Event(at=each.extension.extended_at, what=What.EXTENDED, text=each.extension.reason, record=each)
    if each.withdrawal is not None:
        yield Event(at=each.withdrawal.withdrawn_at, what=What.WITHDRAWN, text=each.withdrawal.reason, record=each)
    for taken_back in each.undone_decisions:
        yield Event(at=taken_back.decided_at, what=What.UNDONE, text=taken_back.what_happened, record=each)
    if each.decision is not None:
        yield Event(at=each.decision.decided_at, what=What.DECIDED, text=each.decision.what_happened, record=each)
    if each.check_back is not None and each.check_back.answered_at is not None:
        look = each.check_back
        yield Event(at=each.check_back.answered_at, what=What.LOOKED_AGAIN, text=look.note, record=each)
    for note in each.notes:
        yield Event(at=note.noted_at, what=What.NOTE, text=note.text, record=each)


def _of_overhaul(each: Overhaul) -> Iterable[Event]:
    yield Event(at=each.created_at, what=What.OVERHAUL, text=each.what_must_change, record=each)
    if each.extension is not None:
        yield Event(
            at=each.extension.extended_at,
            what=What.OVERHAUL_EXTENDED,
            text=each.extension.reason,
            record=each,
        )
    if each.closed_at is not None:
        yield Event(at=each.closed_at, what=What.OVERHAUL_CLOSED, text=each.why, record=each)


def _began(experiment: Experiment) -> datetime:
    return _instant(experiment.started_at or experiment.created_at)


def _instant(moment: datetime) -> datetime:
    """The moment in UTC, so that two of the same zone compare rightly across a clock change."""
    return NEVER if moment == NEVER else moment.astimezone(UTC)
