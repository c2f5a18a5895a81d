"""The rules that turn a plain phrase into a coming day: each is a pattern and what it means, the first match wins.

A phrase must be matched whole, so nothing typed is ever dropped. Rules with an anchor ("two weeks from next tue")
read the anchor with the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, islice

from recalibrate.domain.calendar_days import (
    Span,
    Standpoint,
    day_or_none,
    first_from,
    month_number,
    month_of,
    nth_weekday,
    plus,
    weekday_in,
    weekday_number,
    year_of,
)
from recalibrate.domain.date_words import MONTHS, WEEKDAYS

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = (
    "January February March April May June July August September October November December".split()
)

WD = rf"(?P<wd>{'|'.join(WEEKDAYS)})"
MON = rf"(?P<mon>{'|'.join(MONTHS)})"
DAY = r"(?P<d>\d{1,2})"
YEAR = r"(?P<y>\d{4}|\d\d|this year|next year)"
LENGTH = r"(?:\d+|a) (?:day|week|fortnight|month|year)"
LENGTHS = rf"(?P<lengths>{LENGTH}(?:(?: and)? {LENGTH})*)"
WHICH = r"(?:(?P<which>this|next|the) )?"
PERIOD = rf"(?P<period>(?:(?:this|next|the) )?(?:week|month|year)|{MON}(?: {YEAR})?|(?P<y4>\d{{4}})|(?:the )?week after next)"
ORDINAL = r"(?:the )?(?:(?P<nth>\d)th|(?P<nth_last>last))"

MOST_DIGITS = 4


class NoDay(ValueError):
    """The phrase is understood and is no day that can be used; the message says what to do instead."""


Meaning = Callable[[re.Match[str], Standpoint], date | None]
_RULES: list[tuple[str, Meaning]] = []


def _rule(*patterns: str) -> Callable[[Meaning], Meaning]:
    def keep(meaning: Meaning) -> Meaning:
        _RULES.extend((pattern, meaning) for pattern in patterns)
        return meaning

    return keep


def coming_day(words: str, at: Standpoint) -> date | None:
    """The day a whole plain phrase means, None if no rule fits; raises `NoDay` where it means one that cannot be."""
    prefixed = re.fullmatch(r"(?:due )?(?P<how>by|on|until|latest|due) (?P<rest>.+)", words)
    if prefixed:
        words = prefixed["rest"]
        if prefixed["how"] == "on" and re.match(rf"{LENGTH}|in ", words):
            return None
    without_hour = re.fullmatch(r"(?P<rest>.+?)(?: in the| at)? (?:daypart|eod|latest)", words)
    if without_hour and without_hour["rest"] != "this":
        words = without_hour["rest"]
    return anchor_day(words, at)


def anchor_day(words: str, at: Standpoint) -> date | None:
    """The day a phrase means without `by friday` and `friday evening` around it."""
    for pattern, meaning in _RULES:
        found = re.fullmatch(pattern, words)
        if found and (day := meaning(found, at)) is not None:
            return day
    return None


@_rule(r"today|tonight|this daypart|eod")
def _today(_: re.Match[str], at: Standpoint) -> date:
    return at.today


@_rule(r"tomorrow")
def _tomorrow(_: re.Match[str], at: Standpoint) -> date:
    return at.today + timedelta(days=1)


@_rule(r"overmorrow")
def _overmorrow(_: re.Match[str], at: Standpoint) -> date:
    return at.today + timedelta(days=2)


@_rule(rf"(?:(?P<this>this)(?: coming)? |(?:the )?coming )?{WD}")
def _weekday(said: re.Match[str], at: Standpoint) -> date:
    day = at.coming(weekday_number(said["wd"]))
    if said["this"] and day - at.today == timedelta(days=7):
        name = WEEKDAY_NAMES[day.weekday()]
        raise NoDay(f"Today is {name}: write today, or {said['wd']} for the one in 7 days.")
    return day


@_rule(
    rf"next {WD}",
    rf"{WD} next",
    rf"(?:the )?{WD} (?:of |in )?next week",
    rf"next week(?: on)? {WD}",
)
def _weekday_of_next_week(said: re.Match[str], at: Standpoint) -> date:
    return weekday_in(at.week(1), weekday_number(said["wd"]))


@_rule(
    rf"(?:the )?{WD} (?:(?:of |in )?(?:the )?week )?after next",
    rf"week after next(?: on)? {WD}",
)
def _weekday_after_next(said: re.Match[str], at: Standpoint) -> date:
    return weekday_in(at.week(2), weekday_number(said["wd"]))


@_rule(
    rf"(?:the )?{WD} (?:of )?this week",
    rf"this week(?: on)? {WD}",
)
def _weekday_of_this_week(said: re.Match[str], at: Standpoint) -> date:
    return weekday_in(at.week(), weekday_number(said["wd"]))


@_rule(rf"(?P<anchor>{WD}|today|tomorrow) (?P<unit>week|fortnight)")
def _friday_week(said: re.Match[str], at: Standpoint) -> date | None:
    return _moved(f"a {said['unit']}", said["anchor"], at)


@_rule(
    r"(?:in )?(?P<lengths>(?:(?:\d+|a) )?(?:week|fortnight))(?: on)? (?P<anchor>(?:mon|tue|wed|thu|fri|sat|sun))",
    r"(?:in )?(?P<lengths>(?:\d+|a) (?:week|fortnight|month|year)) (?P<anchor>today|tomorrow)",
    rf"(?:in )?{LENGTHS} (?:from|after) (?P<anchor>.+)",
    r"(?P<lengths>week|fortnight|month) (?:from|after) (?P<anchor>.+)",
    r"(?:the )?(?P<lengths>day) after (?P<anchor>.+)",
)
def _after_a_day(said: re.Match[str], at: Standpoint) -> date | None:
    return _moved(said["lengths"], said["anchor"], at)


@_rule(
    rf"{LENGTHS} before (?P<anchor>.+)",
    r"(?:the )?(?P<lengths>day|week) before (?P<anchor>.+)",
)
def _before_a_day(said: re.Match[str], at: Standpoint) -> date | None:
    return _moved(said["lengths"], said["anchor"], at, back=True)


@_rule(r"before (?:the )?(?P<next>next )?weekend")
def _before_the_weekend(said: re.Match[str], at: Standpoint) -> date:
    friday = at.today + timedelta(days=(4 - at.today.weekday()) % 7)
    return friday + timedelta(weeks=1) if said["next"] else friday


@_rule(rf"before (?P<period>next (?:week|month|year)|{MON}(?: {YEAR})?|(?P<y4>\d{{4}}))")
def _before_a_period(said: re.Match[str], at: Standpoint) -> date | None:
    return first_from(at.today, _periods(said, at), lambda span: span.first - timedelta(days=1))


@_rule(r"before (?P<end>(?:the )?end .+)")
def _before_the_end(said: re.Match[str], at: Standpoint) -> date | None:
    return anchor_day(said["end"], at)


@_rule(r"before (?P<anchor>.+)")
def _day_before(said: re.Match[str], at: Standpoint) -> date | None:
    return _moved("day", said["anchor"], at, back=True)


@_rule(
    rf"(?:in |within |for |over |\+ ?)?{LENGTHS}(?: time| hence| away| ahead)?",
    r"(?:(?:in|within|for|over) )?(?:the )?next (?P<lengths>\d+ (?:day|week|fortnight|month|year))",
    r"(?:in|within|for|over) the next (?P<lengths>day|week|fortnight|month|year)",
    r"(?:this time|(?:the )?same (?:day|time)) next (?P<lengths>week|month|year)",
    r"(?P<lengths>fortnight)(?: time)?",
)
def _length(said: re.Match[str], at: Standpoint) -> date | None:
    day = _moved(said["lengths"], "today", at)
    if day == at.today:
        raise NoDay("That is this very moment; write today, or a day further on.")
    return day


@_rule(r"(?:(?:on|over|at|during|for) )?(?:the )?(?:coming )?weekend")
def _weekend(_: re.Match[str], at: Standpoint) -> date:
    return at.coming(6)


@_rule(r"(?:the )?end of (?:the |this )?weekend|(?:over |during )?this (?:coming )?weekend")
def _this_weekend(_: re.Match[str], at: Standpoint) -> date:
    return at.today + timedelta(days=6 - at.today.weekday())


@_rule(r"(?:the end of )?next weekend|(?:the )?weekend after next")
def _next_weekend(said: re.Match[str], at: Standpoint) -> date:
    return _this_weekend(said, at) + timedelta(weeks=1 if "after" not in said[0] else 2)


@_rule(r"midweek|mid (?:of )?(?:the )?week")
def _midweek(_: re.Match[str], at: Standpoint) -> date:
    return at.today + timedelta(days=(2 - at.today.weekday()) % 7)


@_rule(r"eo(?P<next>n)?(?P<unit>[wmy])|(?P<word>week|month|year) end")
def _end_in_letters(said: re.Match[str], at: Standpoint) -> date:
    unit = (said["word"] or said["unit"])[0]
    ahead = 1 if said["next"] else 0
    return {"w": at.week(ahead), "m": at.month(ahead), "y": year_of(at.today.year + ahead)}[unit].last


@_rule(
    rf"(?:the )?(?:end|last day)(?: of)? {PERIOD}",
    r"(?P<period>this (?:week|month|year))",
)
def _end(said: re.Match[str], at: Standpoint) -> date | None:
    return first_from(at.today, _periods(said, at), lambda span: span.last)


@_rule(rf"(?:the )?(?:start|first day|1th day)(?: of)? {PERIOD}")
def _start(said: re.Match[str], at: Standpoint) -> date | None:
    return first_from(at.today, _periods(said, at), lambda span: span.first)


@_rule(rf"(?:the )?mid(?: of)? {PERIOD}")
def _middle(said: re.Match[str], at: Standpoint) -> date | None:
    def middle(span: Span) -> date | None:
        length = (span.last - span.first).days + 1
        if length > 31:
            raise NoDay("The middle of a year is no one day: write a date like 1 jul.")
        return weekday_in(span, 2) if length == 7 else span.first + timedelta(days=14)

    return first_from(at.today, _periods(said, at), middle)


@_rule(rf"{ORDINAL} {WD} (?:(?:of|in) )?(?P<period>(?:(?:this|next|the) )month|{MON}(?: {YEAR})?)")
def _nth_weekday(said: re.Match[str], at: Standpoint) -> date | None:
    nth = -1 if said["nth_last"] else int(said["nth"])
    day = first_from(at.today, _periods(said, at), lambda month: nth_weekday(month, nth, weekday_number(said["wd"])))
    if day is None or nth == 0:
        raise NoDay(f"No month there has that many {WEEKDAY_NAMES[weekday_number(said['wd'])]}s; write a date.")
    return day


@_rule(
    rf"(?:{WD} )?(?:the )?{DAY}th(?: (?:of )?(?P<period>(?:this|next|the) month))?",
    rf"{WD} {DAY}",
    rf"(?P<period>(?:this|next) month)(?: on)? (?:the )?{DAY}th",
)
def _day_of_month(said: re.Match[str], at: Standpoint) -> date | None:
    number, groups = int(said["d"]), said.groupdict()
    months = _periods(said, at) if groups.get("period") else (at.month(ahead) for ahead in range(3))
    day = first_from(at.today, months, lambda month: day_or_none(month.first.year, month.first.month, number))
    if day is None:
        raise NoDay(f"There is no day {number} in that month; write a date like 14 mar.")
    return _checked(day, groups.get("wd"))


@_rule(
    rf"(?:{WD} )?(?:the )?{DAY}(?:th)?(?: of)? {MON}(?: {YEAR})?",
    rf"(?:{WD} )?{MON} (?:the )?{DAY}(?:th)?(?: {YEAR})?",
    rf"(?:the )?{DAY}(?:th)?(?: of)? {MON}(?: {YEAR})? {WD}",
    rf"{MON} (?:the )?{DAY}(?:th)?(?: {YEAR})? {WD}",
    rf"(?P<y>\d{{4}}) {MON} {DAY}(?:th)?",
)
def _day_and_month(said: re.Match[str], at: Standpoint) -> date:
    number, month = int(said["d"]), month_number(said["mon"])
    later = (month, number) < (at.today.month, at.today.day)
    year = _year(said["y"], at) if said["y"] else at.today.year + later
    day = day_or_none(year, month, number)
    if day is None:
        in_year = f" in {year}" if (number, month) == (29, 2) else ""
        raise NoDay(f"There is no {number} {MONTH_NAMES[month - 1]}{in_year}; write a day the calendar has.")
    return _checked(day, said.groupdict().get("wd"))


@_rule(rf"(?:{WD} )?(?P<y>\d{{4}})-(?P<m>\d\d)-(?P<d>\d\d)")
def _iso(said: re.Match[str], _: Standpoint) -> date:
    day = day_or_none(int(said["y"]), int(said["m"]), int(said["d"]))
    if day is None:
        raise NoDay(f"The calendar has no {said['y']}-{said['m']}-{said['d']}; write a day it has.")
    return _checked(day, said["wd"])


@_rule(
    r"(?:the )?end of (?P<anchor>today|tomorrow|.*(?:mon|tue|wed|thu|fri|sat|sun|\d+th|\d+).*)",
    r"eod (?:on |of )?(?P<anchor>.+)",
)
def _end_of_a_day(said: re.Match[str], at: Standpoint) -> date | None:
    return anchor_day(said["anchor"], at)


def _checked(day: date, weekday: str | None) -> date:
    """`day`, if it falls on the weekday that was given along with it."""
    if weekday and WEEKDAYS[day.weekday()] != weekday:
        written = f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"
        given, found = WEEKDAY_NAMES[weekday_number(weekday)], WEEKDAY_NAMES[day.weekday()]
        raise NoDay(f"{written} is a {found}, not a {given}; write one of the two.")
    return day


def _moved(lengths: str, anchor: str, at: Standpoint, *, back: bool = False) -> date | None:
    """The anchor's day moved on (or back) by lengths like `a week and 2 day`."""
    day = at.today if anchor == "now" else anchor_day(anchor, at)
    if day is None:
        return None
    for number, unit in re.findall(r"(?:(\d+|a) )?(day|week|fortnight|month|year)", lengths):
        if len(number) > MOST_DIGITS:
            raise NoDay("That is too far away to plan for; write a nearer day.")
        times = int(number) if number.isdigit() else 1
        day = plus(day, -times if back else times, unit)
    return day


def _year(words: str, at: Standpoint) -> int:
    match words:
        case "this year":
            return at.today.year
        case "next year":
            return at.today.year + 1
        case _:
            return int(words) + (2000 if len(words) == 2 else 0)


def _periods(said: re.Match[str], at: Standpoint) -> Iterator[Span]:
    """The spans a period may mean, nearest first: one for `next month`, this and the next for `the month` or `may`."""
    groups = said.groupdict()
    words = groups["period"]
    if groups.get("mon"):
        number = month_number(groups["mon"])
        years = [_year(groups["y"], at)] if groups["y"] else [at.today.year, at.today.year + 1]
        return iter([month_of(year, number) for year in years])
    if groups.get("y4"):
        return iter([year_of(int(groups["y4"]))])
    unit = "week" if "week" in words else "month" if "month" in words else "year"
    spans = (_period(unit, ahead, at) for ahead in count())
    start, stop = {"this": (0, 1), "next": (1, 2)}.get(words.split()[0], (0, 2))
    if words.endswith("after next"):
        start, stop = 2, 3
    return islice(spans, start, stop)


def _period(unit: str, ahead: int, at: Standpoint) -> Span:
    match unit:
        case "week":
            return at.week(ahead)
        case "month":
            return at.month(ahead)
        case _:
            return year_of(at.today.year + ahead)
