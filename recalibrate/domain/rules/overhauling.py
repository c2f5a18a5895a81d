"""An overhaul from plan to end: what must change, by when, and how it closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.rules.refused import Refused

DEFAULT_DAYS = 28
LONGEST_DAYS = 365


def default_overhaul_deadline(today: date) -> date:
    """The date offered for a new overhaul: in four weeks."""
    return today + timedelta(days=DEFAULT_DAYS)


def plan_overhaul(overhaul: Overhaul, now: datetime) -> Overhaul:
    """The overhaul itself, once it says what must change and by when (today to a year from now)."""
    today = now.date()
    if not overhaul.what_must_change.strip():
        raise Refused("Say what in the set-up must change.", field="what_must_change")
    if overhaul.deadline is None:
        raise Refused("Choose the date by which it has changed.", field="deadline")
    if overhaul.deadline < today:
        raise Refused("That date is past. Choose today or a later day.", field="deadline")
    if overhaul.deadline > today + timedelta(days=LONGEST_DAYS):
        raise Refused("Choose a date within a year; the first step can come sooner.", field="deadline")
    return overhaul


def close_overhaul(overhaul: Overhaul, ending: Ending, why: str, now: datetime) -> Overhaul:
    """The overhaul closed as done or dropped; dropping needs a line why."""
    if overhaul.ending is not None:
        raise Refused("It is closed already. Write a new overhaul if something must change.")
    if ending is Ending.DROPPED and not why.strip():
        raise Refused("Say in a line why it is dropped.", field="why")
    return replace(overhaul, ending=ending, closed_at=now, why=why)
