"""From a draft to an open experiment: what a start needs, and what it freezes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from recalibrate.domain.records.experiment import Correction, Experiment, Status
from recalibrate.domain.rules.limits import LONGEST_DAYS, Limits, need_a_place
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.rules.rounds import need_a_named_change, need_a_round_left, rounds_of
from recalibrate.domain.scale import in_tens

TYPO_WINDOW = timedelta(minutes=10)
CORRECTABLE = ("cue", "action", "prediction", "probability", "sign")

WHY_NEEDED = {
    "cue": "Say when: the moment in which you will try it.",
    "action": "Say what you will do, in one line.",
    "prediction": "Say what you expect, so that it can be checked.",
    "probability": "Say how likely that is, from 0 to 100.",
    "sign": "Say how you will know.",
    "deadline": "Choose the date on which you decide.",
}
"""Each field a start needs, with the sentence that asks for it."""


def missing(draft: Experiment) -> tuple[str, ...]:
    """The fields a start still needs, in the order of the plan."""
    return tuple(name for name in WHY_NEEDED if _is_blank(getattr(draft, name)))


def start(draft: Experiment, experiments: Iterable[Experiment], now: datetime, limits: Limits) -> Experiment:
    """The draft as an open experiment, its prediction, probability and sign frozen from here on.

    `experiments` are all that the journal holds. Refused when a field is missing, the date is past or over
    60 days off, the change has no name, the rounds are used up, or all places are taken.
    """
    everything = tuple(experiments)
    today = now.date()
    if draft.status(today) is not Status.DRAFT or draft.started_at is not None:
        raise Refused("It has started already. Decide it, or write a new one.")
    for name in missing(draft):
        raise Refused(WHY_NEEDED[name], field=name)
    for name in ("probability", "can_do"):
        on_scale(getattr(draft, name), name)
    deadline = draft.deadline
    if deadline is None or deadline < today:
        raise Refused("That date is past. Choose today or a later day.", field="deadline")
    if deadline > today + timedelta(days=LONGEST_DAYS):
        raise Refused("Long for a small experiment. Shorter, or is this an overhaul?", field="deadline")
    _need_the_round_before(draft, everything)
    need_a_round_left(draft.round, limits)
    need_a_named_change(draft, everything)
    need_a_place(draft, everything, today, limits)
    return replace(draft, started_at=now)


def correct(
    experiment: Experiment, field: str, value: str | int, experiments: Iterable[Experiment], now: datetime
) -> Experiment:
    """The experiment with a typo mended in a frozen field, within 10 minutes of its start.

    The value before is logged in `corrections`; scores go on using the first one.
    """
    need_fresh_words(experiment, now, field)
    if field not in CORRECTABLE:
        raise Refused("Only the words of the plan can be mended. Write a note instead.")
    if _is_blank(value):
        raise Refused(WHY_NEEDED[field], field=field)
    if (field == "probability") != isinstance(value, int):
        raise Refused(WHY_NEEDED[field], field=field)
    if isinstance(value, int):
        on_scale(value, field)
    before = getattr(experiment, field)
    if value == before:
        return experiment
    mended = _with(experiment, field, value)
    if field in ("cue", "action"):
        need_a_named_change(mended, experiments)
    log = Correction(field=field, before=str(before), corrected_at=now)
    return replace(mended, corrections=(*experiment.corrections, log))


def need_fresh_words(experiment: Experiment, now: datetime, field: str = "") -> None:
    """Refuse to mend a typo in what does not run, or started more than 10 minutes ago."""
    if experiment.status(now.date()) not in (Status.OPEN, Status.DUE) or experiment.started_at is None:
        raise Refused("Only a running experiment has words to mend. Write a note instead.")
    if elapsed(experiment.started_at, now) > TYPO_WINDOW:
        raise Refused("These words are fixed ten minutes after the start. Write a note instead.", field=field)


def first_prediction(experiment: Experiment) -> str:
    """The expectation as first stated, before any typo was mended."""
    return _first(experiment, "prediction") or experiment.prediction


def first_probability(experiment: Experiment) -> int | None:
    """The probability as first stated (0–100 in tens); the one that scores use."""
    first = _first(experiment, "probability")
    return int(first) if first else experiment.probability


def elapsed(since: datetime, now: datetime) -> timedelta:
    """The real time between two moments, also when the clocks changed between them."""
    return now.astimezone(UTC) - since.astimezone(UTC)


def on_scale(value: int | None, field: str) -> None:
    """Refuse a value that is not 0 to 100 in tens."""
    try:
        in_tens(value)
    except ValueError as error:
        raise Refused(str(error), field=field) from None


def _first(experiment: Experiment, field: str) -> str:
    return next((each.before for each in experiment.corrections if each.field == field), "")


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _with(experiment: Experiment, field: str, value: str | int) -> Experiment:
    if isinstance(value, int):
        return replace(experiment, probability=value)
    match field:
        case "cue":
            return replace(experiment, cue=value)
        case "action":
            return replace(experiment, action=value)
        case "prediction":
            return replace(experiment, prediction=value)
        case _:
            return replace(experiment, sign=value)


def _need_the_round_before(draft: Experiment, experiments: tuple[Experiment, ...]) -> None:
    """Refuse a round while an earlier one is undecided, or when this round was started from another draft."""
    for each in rounds_of(draft, experiments):
        if each.id == draft.id or each.started_at is None:
            continue
        if each.round >= draft.round:
            raise Refused(f"Round {each.round} has started already. Go on with that one.")
        if each.decision is None and each.withdrawal is None:
            raise Refused(f"Round {each.round} is still open. Decide it first.", decide_first=(each,))
