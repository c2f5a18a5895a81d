"""After *keep*: a day to look again, and the answer to "Is it still so?"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from recalibrate.domain.records.experiment import Experiment, StillSo
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.wording import long_day

DEFAULT_LOOK = 28
LONGEST_LOOK = 365


def default_check_back(today: date) -> date:
    """The day offered for looking again: in four weeks."""
    return today + timedelta(days=DEFAULT_LOOK)


def need_a_day_to_look_again(day: date | None, today: date) -> date:
    """The day itself, when it is later than today and within a year; refused otherwise."""
    if day is None:
        raise Refused("Choose a day to look again.", field="check_back_on")
    if day <= today:
        raise Refused("Choose a later day to look again.", field="check_back_on")
    if day > today + timedelta(days=LONGEST_LOOK):
        raise Refused("Choose a day within a year to look again.", field="check_back_on")
    return day


def may_look_again(experiment: Experiment, today: date) -> bool:
    """Whether "Is it still so?" can be answered: from its day on, once."""
    look = experiment.check_back
    return look is not None and look.answer is None and today >= look.check_back_on


def answer_check_back(experiment: Experiment, answer: StillSo, note: str, now: datetime) -> Experiment:
    """The experiment with the answer to "Is it still so?", given once, on its day or later."""
    look = experiment.check_back
    if look is None:
        raise Refused("Nothing was to be looked at again. Write a note instead.")
    if look.answer is not None:
        raise Refused("That has been answered. Write a note instead.")
    if now.date() < look.check_back_on:
        day = long_day(look.check_back_on, now.date())
        raise Refused(f"The day to look again is {day}. Answer it then, or write a note.")
    return replace(experiment, check_back=replace(look, answer=answer, answered_at=now, note=note))
