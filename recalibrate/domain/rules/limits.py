"""How much may run at once and how often: the two settings that cannot be turned off."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol

from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.wording import listed, number_word, one_line

DEFAULT_DAYS = 14
LONGEST_DAYS = 60
SMALL_DAYS = 28
FEWEST_ROUNDS, MOST_ROUNDS = 2, 5
FEWEST_OPEN, MOST_OPEN = 1, 7


class Limits(Protocol):
    """The settings the rules read; `Settings` has them."""

    @property
    def rounds_per_root(self) -> int:
        """How many rounds one question may have."""

    @property
    def open_at_once(self) -> int:
        """How many experiments may be open at the same time."""


def rounds_allowed(limits: Limits) -> int:
    """The rounds per root, between 2 and 5 whatever the setting says."""
    return min(max(limits.rounds_per_root, FEWEST_ROUNDS), MOST_ROUNDS)


def places(limits: Limits) -> int:
    """The experiments that may be open at once, between 1 and 7 whatever the setting says."""
    return min(max(limits.open_at_once, FEWEST_OPEN), MOST_OPEN)


def open_experiments(experiments: Iterable[Experiment], today: date) -> tuple[Experiment, ...]:
    """The experiments that hold a place, nearest date first: a due one still waits, so it holds its place."""
    taken = [each for each in experiments if each.status(today) in (Status.OPEN, Status.DUE)]
    return tuple(sorted(taken, key=lambda each: (each.deadline or today, each.id)))


def need_a_place(experiment: Experiment, experiments: Iterable[Experiment], today: date, limits: Limits) -> None:
    """Refuse when `experiment` would be one too many, naming those that can be decided first."""
    others = open_experiments((each for each in experiments if each.id != experiment.id), today)
    if len(others) >= places(limits):
        names = listed([f"“{one_line(each.action)}”" for each in others], last="or")
        first = "Decide one first" if len(others) > 1 else "Decide that first"
        count = number_word(len(others)).capitalize()
        is_open = "is open" if len(others) == 1 else "are open"
        raise Refused(f"{count} {is_open}. {first}: {names}.", decide_first=others)


def default_deadline(today: date) -> date:
    """The date offered for a new experiment: in 14 days."""
    return today + timedelta(days=DEFAULT_DAYS)


def asks_if_small(deadline: date, today: date) -> bool:
    """Whether the date is so far off (over 28 days) that "Is this small?" is asked once."""
    return (deadline - today).days > SMALL_DAYS


def asks_smaller(can_do: int | None) -> bool:
    """Whether can-do is low enough (40 or less) that "Smaller?" is asked once."""
    return can_do is not None and can_do <= 40
