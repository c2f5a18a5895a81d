"""Rules for days named on the calendar: ends and starts of weeks and months, `the 14th`, `14 mar`, `2026-03-14`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from recalibrate.domain.dates.calendar_days import (
    Span,
    Standpoint,
    day_or_none,
    first_from,
    month_of,
    nth_weekday,
    weekday_in,
    year_of,
)
from recalibrate.domain.dates.rules import (
    DAY,
    MONTH,
    MONTH_NAMES,
    WEEKDAY,
    WEEKDAY_NAMES,
    WHOLE_MONTH,
    YEAR,
    NoDay,
    Read,
    Rules,
    checked,
    weekday_of,
    year_said,
)
from recalibrate.domain.dates.words import MONTHS

CALENDAR_DATES = Rules()

_WHICH = r"(?:(?:this|(?:the )?next|the) )?"
_MONTH = rf"(?:last |{_WHICH})month|{WHOLE_MONTH}"
_PERIOD = rf"(?P<period>{_WHICH}(?:week|year)|(?:the )?week after next|(?P<whole_year>\d{{4}})|{_MONTH})"
_TO_COME = rf"(?P<period>next (?:week|month|year)|(?P<whole_year>\d{{4}})|{WHOLE_MONTH})"


@CALENDAR_DATES.means(
    rf"(?:the )?(?:end|last day)(?: of)? {_PERIOD}",
    rf"(?:the )?last of {_PERIOD}",
    r"(?P<period>this (?:week|month|year))",
    r"(?P<period>week|month|year) end",
    rf"before (?:the )?end(?: of)? {_PERIOD}",
)
def _end(said: re.Match[str], at: Standpoint, __: Read) -> date | None:
    return first_from(at.today, _periods(said, at), lambda span: span.last)


@CALENDAR_DATES.means(r"eo(?P<next>n)?(?P<unit>[wmy])")
def _end_in_letters(said: re.Match[str], at: Standpoint, __: Read) -> date:
    ahead = 1 if said["next"] else 0
    return {"w": at.week(ahead), "m": at.month(ahead), "y": year_of(at.today.year + ahead)}[said["unit"]].last


@CALENDAR_DATES.means(rf"(?:the )?(?:start|first day|1th day)(?: of)? {_PERIOD}")
def _start(said: re.Match[str], at: Standpoint, __: Read) -> date | None:
    return first_from(at.today, _periods(said, at), lambda span: span.first)


@CALENDAR_DATES.means(rf"before {_TO_COME}")
def _before(said: re.Match[str], at: Standpoint, __: Read) -> date | None:
    return first_from(at.today, _periods(said, at), lambda span: span.first - timedelta(days=1))


@CALENDAR_DATES.means(rf"(?:the )?mid(?: of)? {_PERIOD}")
def _middle(said: re.Match[str], at: Standpoint, __: Read) -> date | None:
    """The 15th of a month, the Wednesday of a week."""

    def middle(span: Span) -> date | None:
        length = (span.last - span.first).days + 1
        if length > 31:
            raise NoDay("The middle of a year is no one day; write a date like 1 jul.")
        return weekday_in(span, 2) if length == 7 else span.first + timedelta(days=14)

    return first_from(at.today, _periods(said, at), middle)


@CALENDAR_DATES.means(rf"(?:the )?(?:(?P<nth>[1-5])th|last) {WEEKDAY} (?:(?:of|in) )?(?P<period>{_MONTH})")
def _nth_weekday(said: re.Match[str], at: Standpoint, __: Read) -> date | None:
    nth, weekday = int(said["nth"] or -1), weekday_of(said)
    day = first_from(at.today, _periods(said, at), lambda month: nth_weekday(month, nth, weekday))
    if day is None:
        raise NoDay(f"That month has no fifth {WEEKDAY_NAMES[weekday]}; write a date like 14 mar.")
    return day


@CALENDAR_DATES.means(
    rf"(?:{WEEKDAY} )?(?:the )?{DAY}th(?: (?:of )?(?P<period>(?:this|next|the) month))?",
    rf"(?:the )?{DAY}th {WEEKDAY}",
    rf"{WEEKDAY} {DAY}",
    rf"(?P<period>(?:this|next) month)(?: on)? (?:the )?{DAY}th",
)
def _day_of_month(said: re.Match[str], at: Standpoint, __: Read) -> date | None:
    number, groups = int(said["day"]), said.groupdict()
    months = _periods(said, at) if groups.get("period") else (at.month(ahead) for ahead in range(3))
    day = first_from(at.today, months, lambda month: day_or_none(month.first.year, month.first.month, number))
    if day is None:
        raise NoDay(f"There is no day {number} in that month; write a day the calendar has.")
    return checked(day, groups.get("weekday"))


@CALENDAR_DATES.means(
    rf"(?:{WEEKDAY} )?(?:the )?{DAY}(?:th)?(?: of)? {MONTH}(?: {YEAR})?",
    rf"(?:{WEEKDAY} )?{MONTH} (?:the )?{DAY}(?:th)?(?: {YEAR})?",
    rf"(?:the )?{DAY}(?:th)?(?: of)? {MONTH}(?: {YEAR})? {WEEKDAY}",
    rf"{MONTH} (?:the )?{DAY}(?:th)?(?: {YEAR})? {WEEKDAY}",
    rf"(?P<year>\d{{4}}) {MONTH} {DAY}(?:th)?",
)
def _day_and_month(said: re.Match[str], at: Standpoint, __: Read) -> date:
    number, month = int(said["day"]), MONTHS.index(said["month"]) + 1
    passed = (month, number) < (at.today.month, at.today.day)
    year = year_said(said["year"], at) if said["year"] else at.today.year + passed
    day = day_or_none(year, month, number)
    if day is None:
        in_year = f" in {year}" if (number, month) == (29, 2) else ""
        raise NoDay(f"There is no {number} {MONTH_NAMES[month - 1]}{in_year}; write a day the calendar has.")
    return checked(day, said.groupdict().get("weekday"))


@CALENDAR_DATES.means(rf"(?:{WEEKDAY} )?(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)")
def _iso(said: re.Match[str], _: Standpoint, __: Read) -> date:
    day = day_or_none(int(said["year"]), int(said["number"]), int(said["day"]))
    if day is None:
        raise NoDay(f"The calendar has no {said['year']}-{said['number']}-{said['day']}; write a day it has.")
    return checked(day, said["weekday"])


def _periods(said: re.Match[str], at: Standpoint) -> Iterator[Span]:
    """The spans a period may mean, nearest first: one for `next month`, this and the next for `the month` or `may`."""
    groups = said.groupdict()
    if groups.get("month"):
        number = MONTHS.index(groups["month"]) + 1
        years = [year_said(groups["year"], at)] if groups["year"] else [at.today.year, at.today.year + 1]
        return iter([month_of(year, number) for year in years])
    if groups.get("whole_year"):
        return iter([year_of(int(groups["whole_year"]))])
    words = groups["period"].removeprefix("the ")
    steps = {"last": (-1,), "this": (0,), "next": (1,)}.get(words.split()[0], (0, 1))
    if words.endswith("after next"):
        steps = (2,)
    return iter([_stretch(words, ahead, at) for ahead in steps])


def _stretch(words: str, ahead: int, at: Standpoint) -> Span:
    if "week" in words:
        return at.week(ahead)
    return at.month(ahead) if "month" in words else year_of(at.today.year + ahead)
