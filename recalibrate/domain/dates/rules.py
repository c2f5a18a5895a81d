"""What a rule is: a pattern over plain words, and the day it means. Also the pieces that patterns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from recalibrate.domain.dates.calendar_days import Standpoint
from recalibrate.domain.dates.words import MONTHS, WEEKDAYS

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
DAY = r"(?P<day>\d{1,2})"
YEAR = r"(?P<year>\d{4}|\d\d|this year|next year|last year)"
# Without a day before it, `may 27` is the 27th; only four digits make it a whole month.
WHOLE_MONTH = rf"{MONTH}(?:(?: of)? (?P<year>\d{{4}}|this year|next year|last year))?"
UNIT = r"(?:day|week|fortnight|month|year)"
LENGTH = rf"(?:\d+|a) {UNIT}"
LENGTHS = rf"(?P<lengths>{LENGTH}(?:(?: and)? {LENGTH})*)"


class NoDay(ValueError):
    """The phrase is understood and is no day that can be used; the message says what to do instead."""


Read = Callable[[str], date | None]
"""Reads a phrase inside a phrase, such as the `next tue` of `two weeks from next tue`."""

Meaning = Callable[[re.Match[str], Standpoint, Read], date | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """Patterns in the order they are tried, each with its meaning; None from a meaning tries the next."""

    listed: list[tuple[str, Meaning]] = field(default_factory=list)

    def means(self, *patterns: str) -> Callable[[Meaning], Meaning]:
        """List a meaning under its patterns, which must match a phrase whole."""

        def keep(meaning: Meaning) -> Meaning:
            self.listed.extend((pattern, meaning) for pattern in patterns)
            return meaning

        return keep


def weekday_of(said: re.Match[str]) -> int:
    """The number of the weekday a match has in it, 0 for Monday."""
    return WEEKDAYS.index(said["weekday"])


def checked(day: date, weekday: str | None) -> date:
    """`day`, if it falls on the weekday that was given along with it."""
    if weekday and WEEKDAYS[day.weekday()] != weekday:
        written = f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
        given, found = WEEKDAY_NAMES[WEEKDAYS.index(weekday)], WEEKDAY_NAMES[day.weekday()]
        raise NoDay(f"{written} is a {found}, not a {given}; write one of the two.")
    return day


def year_said(words: str, at: Standpoint) -> int:
    """The year of `27`, `2027`, `this year`, `last year` or `next year`."""
    named = {"last year": -1, "this year": 0, "next year": 1}
    if words in named:
        return at.today.year + named[words]
    return int(words) + (2000 if len(words) == 2 else 0)
