"""While it runs: one extension, a withdrawal before the date, and notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from recalibrate.domain.records.experiment import Experiment, Extension, Note, Status, Withdrawal
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.rules.standing import need_running
from recalibrate.domain.wording import counted, long_day

LONGEST_EXTENSION = 14


def longest_extension(experiment: Experiment) -> int:
    """How many days from today an extension may reach: the original length, at least 1 and at most 14."""
    if experiment.started_at is None or experiment.deadline is None:
        return 1
    return min(max((experiment.deadline - experiment.started_at.date()).days, 1), LONGEST_EXTENSION)


def may_extend(experiment: Experiment, today: date) -> bool:
    """Whether the one extension is there to be used: on the date itself or when it waits."""
    running = experiment.status(today) in (Status.OPEN, Status.DUE)
    reached = experiment.deadline is not None and today >= experiment.deadline
    return running and reached and experiment.extension is None


def extend(experiment: Experiment, deadline: date, reason: str, now: datetime) -> Experiment:
    """The experiment with a later date, once per round, with a reason.

    It can be moved on its date or after it; earlier there is nothing to extend yet.
    """
    before = need_an_extension(experiment, now.date())
    extension = _extension(deadline, before, longest_extension(experiment), reason, now)
    return replace(experiment, deadline=deadline, extension=extension)


def need_an_extension(experiment: Experiment, today: date) -> date:
    """The date that can still be moved; refused when it does not run, was extended before, or is not there yet."""
    need_running(experiment, today)
    if experiment.extension is not None or experiment.deadline is None:
        raise Refused("It has been extended once. Keep, change, stop or overhaul.")
    if today < experiment.deadline:
        raise Refused(
            f"Its date is {long_day(experiment.deadline, today)}. Extend it then, or decide early.",
            field="deadline",
        )
    return experiment.deadline


def extend_overhaul(overhaul: Overhaul, deadline: date, reason: str, now: datetime) -> Overhaul:
    """The overhaul with a later date: once, with a reason, on its date or after it.

    It may reach as many days from today as the overhaul first had, and at least 14.
    """
    before = need_a_date_to_move(overhaul, now.date())
    length = (before - overhaul.created_at.date()).days if overhaul.rev else 0
    extension = _extension(deadline, before, max(length, LONGEST_EXTENSION), reason, now)
    return replace(overhaul, deadline=deadline, extension=extension)


def need_a_date_to_move(overhaul: Overhaul, today: date) -> date:
    """The date of an overhaul that can still be moved; refused when it is closed, was moved, or is not there yet."""
    if overhaul.ending is not None:
        raise Refused("It is closed. Write a new overhaul.")
    if overhaul.deadline is None:
        raise Refused("It has no date yet. Choose the date by which it has changed.", field="deadline")
    if overhaul.extension is not None:
        raise Refused("Its date has been moved once. Close it as done or dropped.")
    if today < overhaul.deadline:
        raise Refused(
            f"Its date is {long_day(overhaul.deadline, today)}. Move it then, or close it now.",
            field="deadline",
        )
    return overhaul.deadline


def withdraw(experiment: Experiment, reason: str, now: datetime) -> Experiment:
    """The experiment withdrawn, with a reason; only while its date has not passed."""
    need_its_date_ahead(experiment, now.date())
    if not reason.strip():
        raise Refused("Say in a line why you withdraw it.", field="reason")
    return replace(experiment, withdrawal=Withdrawal(withdrawn_at=now, reason=reason))


def need_its_date_ahead(experiment: Experiment, today: date) -> None:
    """Refuse what does not run, or whose date has passed, so that it can only be decided."""
    need_running(experiment, today)
    if experiment.status(today) is Status.DUE:
        raise Refused("Its date has passed. Decide it: stopping is a decision.")


def add_note(experiment: Experiment, text: str, now: datetime) -> Experiment:
    """The experiment with a later note; nothing else about it changes."""
    if not text.strip():
        raise Refused("A note needs a few words.", field="note")
    return replace(experiment, notes=(*experiment.notes, Note(text=text, noted_at=now)))


def _extension(deadline: date, before: date, longest: int, reason: str, now: datetime) -> Extension:
    today = now.date()
    if not reason.strip():
        raise Refused("Say in a line why it needs more time.", field="reason")
    if deadline <= max(today, before):
        raise Refused("Choose a day later than today.", field="deadline")
    if deadline > today + timedelta(days=longest):
        last = long_day(today + timedelta(days=longest), today)
        raise Refused(
            f"It can be extended by {counted(longest, 'day')} at most. Choose a day up to {last}.",
            field="deadline",
        )
    return Extension(extended_at=now, deadline_before=before, reason=reason)
