"""At the date, or before it: keep, change, stop or overhaul, and taking that back within a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.record import Record
from recalibrate.domain.rules.limits import Limits, need_a_place
from recalibrate.domain.rules.looking_again import need_a_day_to_look_again
from recalibrate.domain.rules.overhauling import plan_overhaul
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.rules.rounds import next_round, rounds_of
from recalibrate.domain.rules.standing import need_running
from recalibrate.domain.rules.starting import elapsed, on_scale

UNDO_WINDOW = timedelta(hours=24)
TOO_LATE = "A day has passed since that decision. Write a new round or a note."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision and what it brought along; `records` go into one commit."""

    experiment: Experiment
    next_round: Experiment | None = None
    overhaul: Overhaul | None = None
    assumption: Assumption | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything to be saved together."""
        made = (self.experiment, self.next_round, self.overhaul, self.assumption)
        return tuple(each for each in made if each is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A decision taken back; `removed` are the drafts and the overhaul it had made, now marked as deleted."""

    experiment: Experiment
    removed: tuple[Record, ...] = ()
    assumption: Assumption | None = None
    entry: Entry | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything to be saved together."""
        rated = (self.assumption, self.entry)
        return (self.experiment, *self.removed, *(each for each in rated if each is not None))


def decide(
    experiment: Experiment,
    decision: Decision,
    experiments: Iterable[Experiment],
    limits: Limits,
    *,
    check_back_on: date | None = None,
    overhaul: Overhaul | None = None,
    assumption: Assumption | None = None,
) -> Decided:
    """Decide an open experiment early, or one that is due; `decision.decided_at` is now.

    *Keep* needs a day to look again, *change* a round that is left, *overhaul* what must change and by when
    (as an `Overhaul` without links). A given `assumption` takes over `decision.sure_after`.
    """
    now = decision.decided_at
    today = now.date()
    rounds = rounds_of(experiment, experiments)
    need_running(experiment, today)
    on_scale(decision.belief_later, "belief_later")
    on_scale(decision.sure_after, "sure_after")
    decided = replace(experiment, decision=decision)
    following: Experiment | None = None
    planned: Overhaul | None = None
    match decision.choice:
        case Choice.KEEP:
            day = need_a_day_to_look_again(check_back_on, today)
            decided = replace(decided, check_back=CheckBack(check_back_on=day))
        case Choice.CHANGE:
            waiting = (each for each in rounds if each.round > experiment.round and each.started_at is None)
            following = next(waiting, None) or next_round(decided, rounds, limits)
        case Choice.OVERHAUL:
            asked = overhaul or Overhaul(what_must_change="")
            links = replace(asked, entry_id=experiment.entry_id, experiment_id=experiment.id)
            planned = plan_overhaul(links, now)
        case Choice.STOP:
            pass
    if assumption is not None and decision.sure_after is not None:
        assumption = replace(assumption, sure_after=decision.sure_after)
    return Decided(experiment=decided, next_round=following, overhaul=planned, assumption=assumption)


def may_undo(experiment: Experiment, now: datetime) -> bool:
    """Whether its decision is less than 24 hours old."""
    return experiment.decision is not None and elapsed(experiment.decision.decided_at, now) <= UNDO_WINDOW


def undo_decision(
    experiment: Experiment,
    experiments: Iterable[Experiment],
    overhauls: Iterable[Overhaul],
    now: datetime,
    limits: Limits,
    *,
    assumption: Assumption | None = None,
    entry: Entry | None = None,
) -> Undone:
    """Take a decision back within 24 hours: the experiment is open or due again, what it had made goes.

    The words of the decision stay in `undone_decisions`; a given `entry` and `assumption` get back the ratings
    from before it. Refused later, or once something was built on it.
    """
    everything = tuple(experiments)
    decision = experiment.decision
    if decision is None:
        raise Refused("There is no decision to take back.")
    if not may_undo(experiment, now):
        raise Refused(TOO_LATE)
    if experiment.check_back is not None and experiment.check_back.answer is not None:
        raise Refused("It has been looked at again since. Write a new round or a note.")
    removed: list[Record] = []
    rounds = rounds_of(experiment, everything)
    for each in rounds:
        if each.round > experiment.round:
            if each.decision or each.withdrawal:
                raise Refused(f"Round {each.round} was built on it. Write a new round or a note.")
            if each.started_at is not None:
                raise Refused(f"Round {each.round} has started. Decide that one, or write a note.")
            removed.append(replace(each, deleted_at=now))
    for planned in overhauls:
        if planned.experiment_id == experiment.id and planned.deleted_at is None:
            if planned.ending is not None:
                raise Refused("Its overhaul is closed. Write a new round or a note.")
            removed.append(replace(planned, deleted_at=now))
    need_a_place(experiment, everything, now.date(), limits)
    reopened = replace(
        experiment,
        decision=None,
        check_back=None,
        undone_decisions=(*experiment.undone_decisions, decision),
    )
    if assumption is not None and decision.sure_after is not None:
        earlier = [each.decision.sure_after for each in rounds if each.decision and each.id != experiment.id]
        said = [value for value in earlier if value is not None]
        assumption = replace(assumption, sure_after=said[-1] if said else None)
    if entry is not None:
        entry = _with_the_belief_before(entry, decision, (each for each in everything if each.id != experiment.id))
    return Undone(experiment=reopened, removed=tuple(removed), assumption=assumption, entry=entry)


def _with_the_belief_before(entry: Entry, decision: Decision, others: Iterable[Experiment]) -> Entry | None:
    """The entry with the later belief that stood before this decision; None where the decision did not set it."""
    voice = entry.voice
    if voice is None or decision.belief_later is None or voice.belief_later != decision.belief_later:
        return None
    earlier = [each.decision for each in others if each.entry_id == entry.id and each.decision]
    rated = [each for each in earlier if each.belief_later is not None]
    last = max(rated, key=lambda each: each.decided_at, default=None)
    return replace(entry, voice=replace(voice, belief_later=last.belief_later if last else None))
