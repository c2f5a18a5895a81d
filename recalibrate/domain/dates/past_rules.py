"""Rules that turn plain words into days gone by: `3 weeks ago`, `last fri`, `march`, `last month`, `2025`.

Weekdays, dates and months without a year turn to the most recent one that has begun.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from recalibrate.domain.dates.calendar_days import (
    Span,
    Standpoint,
    day_or_none,
    month_of,
    nth_weekday,
    weekday_in,
    year_of,
)
from recalibrate.domain.dates.lengths import moved
from recalibrate.domain.dates.rules import (
    DAY,
    LENGTHS,
    MONTH,
    MONTH_NAMES,
    WEEKDAY,
    WHOLE_MONTH,
    YEAR,
    NoDay,
    checked,
    weekday_of,
    year_said,
)
from recalibrate.domain.dates.words import MONTHS

PastMeaning = Callable[[re.Match[str], Standpoint], Span]

_MONTH = rf"(?P<period>(?:the |this |last |past )?month|(?:last |past )?{WHOLE_MONTH})"


def past_span(words: str, at: Standpoint) -> Span | None:
    """The days a whole plain phrase means, None if no rule fits; raises `NoDay` where there is no such day."""
    words = re.sub(r"^(?:back )?(?:on|in|during|at|over) (?!the (?:last|past))", "", words)
    in_the_evening = re.fullmatch(r"(?P<day>.+?)(?: in the| at)? daypart", words)
    if in_the_evening and in_the_evening["day"] not in ("this", "last"):
        words = in_the_evening["day"]
    for pattern, meaning in _RULES:
        if found := re.fullmatch(pattern, words):
            return meaning(found, at)
    return None


def _one(day: date) -> Span:
    return Span(day, day)


def _today(_: re.Match[str], at: Standpoint) -> Span:
    return _one(at.today)


def _yesterday(_: re.Match[str], at: Standpoint) -> Span:
    return _one(at.today - timedelta(days=1))


def _before_yesterday(_: re.Match[str], at: Standpoint) -> Span:
    return _one(at.today - timedelta(days=2))


def _weekday(said: re.Match[str], at: Standpoint) -> Span:
    day = at.latest(weekday_of(said))
    return _one(day - timedelta(weeks=1) if said["before"] else day)


def _weekday_of_week(said: re.Match[str], at: Standpoint) -> Span:
    return _one(weekday_in(at.week(-1 if "last" in said[0] else 0), weekday_of(said)))


def _ago(said: re.Match[str], at: Standpoint) -> Span:
    return _one(moved(at.today, said["lengths"], back=True))


def _ago_from(said: re.Match[str], at: Standpoint) -> Span:
    anchor = at.today - timedelta(days=1 if said["yesterday"] else 0)
    return _one(moved(anchor, said["lengths"], back=True))


def _until_today(said: re.Match[str], at: Standpoint) -> Span:
    return Span(moved(at.today, said["lengths"], back=True), at.today)


def _period(said: re.Match[str], at: Standpoint) -> Span:
    ahead = -2 if "before last" in said[0] else 0 if said[0].startswith("this") else -1
    match said["unit"]:
        case "week":
            return at.week(ahead)
        case "month":
            return at.month(ahead)
        case _:
            return year_of(at.today.year + ahead)


def _weekend(said: re.Match[str], at: Standpoint) -> Span:
    saturday = at.today - timedelta(days=(at.today.weekday() - 5) % 7)
    under_way = at.today.weekday() >= 5
    if said["which"] == "this" and not under_way:
        saturday += timedelta(weeks=1)
    if said["which"] in ("last", "past") and under_way:
        saturday -= timedelta(weeks=1)
    if said["before"]:
        saturday -= timedelta(weeks=2 if under_way else 1)
    return Span(saturday, saturday + timedelta(days=1))


def _month(said: re.Match[str], at: Standpoint) -> Span:
    return _months(said, at)[0]


def _third_of_month(said: re.Match[str], at: Standpoint) -> Span:
    month = _months(said, at)[0]
    tenth, twentieth = month.first.replace(day=10), month.first.replace(day=20)
    match said["part"]:
        case "early" | "start":
            return Span(month.first, tenth)
        case "mid":
            return Span(tenth + timedelta(days=1), twentieth)
        case _:
            return Span(twentieth + timedelta(days=1), month.last)


def _year(said: re.Match[str], _: Standpoint) -> Span:
    return year_of(int(said["year"]))


def _nth_weekday(said: re.Match[str], at: Standpoint) -> Span:
    nth, weekday = int(said["nth"] or -1), weekday_of(said)
    return _latest((nth_weekday(month, nth, weekday) for month in _months(said, at)), at)


def _day_of_month(said: re.Match[str], at: Standpoint) -> Span:
    months = _months(said, at) if said.groupdict().get("period") else [at.month(ahead) for ahead in (0, -1, -2)]
    number = int(said["day"])
    span = _latest((day_or_none(month.first.year, month.first.month, number) for month in months), at)
    return _one(checked(span.first, said.groupdict().get("weekday")))


def _day_and_month(said: re.Match[str], at: Standpoint) -> Span:
    number, month = int(said["day"]), MONTHS.index(said["month"]) + 1
    to_come = (month, number) > (at.today.month, at.today.day)
    year = year_said(said["year"], at) if said["year"] else at.today.year - to_come
    day = day_or_none(year, month, number)
    if day is None:
        raise NoDay(f"There is no {number} {MONTH_NAMES[month - 1]} in {year}; write a day the calendar has.")
    return _one(checked(day, said.groupdict().get("weekday")))


def _iso(said: re.Match[str], _: Standpoint) -> Span:
    day = day_or_none(int(said["year"]), int(said["number"]), int(said["day"]))
    if day is None:
        raise NoDay(f"The calendar has no {said['year']}-{said['number']}-{said['day']}; write a day it has.")
    return _one(checked(day, said["weekday"]))


def _iso_month(said: re.Match[str], _: Standpoint) -> Span:
    if not 1 <= int(said["number"]) <= 12:
        raise NoDay(f"There is no month {said['number']}; write one like 2026-03.")
    return month_of(int(said["year"]), int(said["number"]))


def _months(said: re.Match[str], at: Standpoint) -> list[Span]:
    """The months a match may mean, the likeliest first."""
    groups = said.groupdict()
    if not groups.get("month"):
        steps = {"last": (-1,), "past": (-1,), "this": (0,)}.get(groups["period"].split()[0], (0, -1))
        return [at.month(ahead) for ahead in steps]
    number = MONTHS.index(groups["month"]) + 1
    if groups["year"]:
        return [month_of(year_said(groups["year"], at), number)]
    newest = at.today.year - (number > at.today.month)
    if number == at.today.month and groups["period"].startswith(("last", "past")):
        newest -= 1
    return [month_of(newest, number), month_of(newest - 1, number)]


def _latest(days: Iterable[date | None], at: Standpoint) -> Span:
    """The first of the days that exists and is not to come; else the first there is."""
    there = [day for day in days if day is not None]
    if not there:
        raise NoDay("That month has no such day; write a day the calendar has.")
    return _one(next((day for day in there if day <= at.today), there[0]))


_RULES: tuple[tuple[str, PastMeaning], ...] = (
    (r"today|tonight|(?:just )?now|this daypart", _today),
    (r"yesterday|last daypart", _yesterday),
    (r"(?:the )?day before yesterday|(?:the )?daypart before last", _before_yesterday),
    (rf"{WEEKDAY} just gone(?P<before>)", _weekday),
    (rf"(?:last |(?:this )?past |(?:the )?(?=\w+ before))?{WEEKDAY}(?P<before> before last)?", _weekday),
    (rf"(?:this|last week(?: on)?) {WEEKDAY}", _weekday_of_week),
    (rf"{WEEKDAY} (?:of )?(?:this|last) week", _weekday_of_week),
    (rf"{LENGTHS} (?:ago|back|before (?:now|today))", _ago),
    (r"(?P<lengths>week|fortnight|month|year) ago", _ago),
    (rf"{LENGTHS} ago (?:today|(?P<yesterday>yesterday))", _ago_from),
    (
        r"(?:(?:in|over|within|during) )?(?:the )?(?:last|past) (?P<lengths>\d+ (?:day|week|fortnight|month|year))",
        _until_today,
    ),
    (r"(?:in|over|within|during) the (?:last|past) (?P<lengths>day|week|fortnight|month|year)", _until_today),
    (r"(?:the )?past (?P<lengths>day|week|fortnight|month|year)", _until_today),
    (r"last (?P<lengths>fortnight)", _until_today),
    (r"(?:this|last) (?P<unit>week|month|year)", _period),
    (r"(?:the )?(?P<unit>week|month|year) before last", _period),
    (r"(?:(?P<which>this|last|past|the) )?weekend(?P<before> before last)?", _weekend),
    (rf"(?:the )?(?P<part>early|start|mid|late|end)(?: of)?(?: in)? {_MONTH}", _third_of_month),
    (rf"(?:the )?(?:(?P<nth>[1-5])th|last) {WEEKDAY} (?:(?:of|in) )?{_MONTH}", _nth_weekday),
    (rf"(?:{WEEKDAY} )?(?:the )?{DAY}th", _day_of_month),
    (rf"(?:{WEEKDAY} )?(?:the )?{DAY}th (?:of )?(?P<period>(?:this|last|past|the) month)", _day_of_month),
    (rf"(?:{WEEKDAY} )?(?:the )?{DAY}(?:th)?(?: of)? {MONTH}(?: {YEAR})?", _day_and_month),
    (rf"(?:{WEEKDAY} )?{MONTH} (?:the )?{DAY}(?:th)?(?: {YEAR})?", _day_and_month),
    (rf"(?:the )?{DAY}(?:th)?(?: of)? {MONTH}(?: {YEAR})? {WEEKDAY}", _day_and_month),
    (rf"(?P<year>\d{{4}}) {MONTH} {DAY}(?:th)?", _day_and_month),
    (rf"(?P<period>(?:last |past )?{WHOLE_MONTH})", _month),
    (r"(?P<year>\d{4})", _year),
    (rf"(?:{WEEKDAY} )?(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)", _iso),
    (r"(?P<year>\d{4})-(?P<number>\d\d?)", _iso_month),
)
