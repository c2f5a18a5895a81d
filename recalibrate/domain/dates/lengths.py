"""Rules that count: `in 10 days`, `two weeks from friday`, `friday week`, `the day before the 14th`."""

from __future__ import annotations

import re
from datetime import date

from recalibrate.domain.dates.calendar_days import Standpoint, plus, weekday_on_or_after
from recalibrate.domain.dates.rules import LENGTHS, WEEKDAY, NoDay, Read, Rules, weekday_of

COUNTED_DAYS = Rules()

_MOST_DIGITS = 4
_SAME_TIME = r"(?:this (?:time|day)|(?:the )?same (?:day|time))"
_A_WEEKDAY = r"(?P<anchor>(?:this )?(?:mon|tue|wed|thu|fri|sat|sun))"


def moved(day: date, lengths: str, *, back: bool = False) -> date:
    """`day` moved on (or back) by lengths like `a week and 2 day`."""
    for number, unit in re.findall(r"(?:(\d+|a) )?(day|week|fortnight|month|year)", lengths):
        if len(number) > _MOST_DIGITS:
            raise NoDay("That is too far away to plan for; write a nearer day.")
        times = int(number) if number.isdigit() else 1
        day = plus(day, -times if back else times, unit)
    return day


@COUNTED_DAYS.means(
    rf"(?:in |within |for |\+ ?)?{LENGTHS}(?: time| hence| away| ahead)?",
    r"(?:(?:in|within|for|over) )?(?:the )?next (?P<lengths>\d+ (?:day|week|fortnight|month|year))",
    r"(?:in|within|for|over) the next (?P<lengths>day|week|fortnight|month|year)",
    rf"{_SAME_TIME} next (?P<lengths>week|month|year)",
    r"(?P<lengths>fortnight)(?: time)?",
)
def _from_today(said: re.Match[str], at: Standpoint, __: Read) -> date:
    day = moved(at.today, said["lengths"])
    if day == at.today:
        raise NoDay("That is this very moment; write today, or a day further on.")
    return day


@COUNTED_DAYS.means(
    rf"(?P<anchor>{WEEKDAY}|today|tomorrow) (?P<lengths>week|fortnight)",
    rf"(?:in )?(?P<lengths>(?:(?:\d+|a) )?(?:week|fortnight))(?: on)? {_A_WEEKDAY}",
    r"(?:in )?(?P<lengths>(?:(?:\d+|a) )?(?:week|fortnight|month|year)) (?P<anchor>today|tomorrow)",
    rf"(?:in )?{LENGTHS} (?:from|after) (?P<anchor>.+)",
    r"(?P<lengths>week|fortnight|month) (?:from|after) (?P<anchor>.+)",
    r"(?:the )?(?P<lengths>day) after (?P<anchor>.+)",
)
def _after_a_day(said: re.Match[str], at: Standpoint, read: Read) -> date | None:
    day = at.today if said["anchor"] == "now" else read(said["anchor"])
    return day and moved(day, said["lengths"])


@COUNTED_DAYS.means(
    rf"{LENGTHS} before (?P<anchor>.+)",
    r"(?:the )?(?P<lengths>day|week) before (?P<anchor>.+)",
    r"(?P<lengths>)before (?P<anchor>.+)",
)
def _before_a_day(said: re.Match[str], _: Standpoint, read: Read) -> date | None:
    day = read(said["anchor"])
    return day and moved(day, said["lengths"] or "day", back=True)


@COUNTED_DAYS.means(rf"(?:the )?(?:1th )?{WEEKDAY} (?P<way>after|before) (?P<anchor>.+)")
def _weekday_beside_a_day(said: re.Match[str], _: Standpoint, read: Read) -> date | None:
    day = read(said["anchor"])
    if day is None:
        return None
    if said["way"] == "after":
        return weekday_on_or_after(moved(day, "day"), weekday_of(said))
    return weekday_on_or_after(moved(day, "week", back=True), weekday_of(said))


@COUNTED_DAYS.means(r"(?:the )?(?:end of|eod(?: on| of)?) (?P<anchor>(?!a |(?:the )?(?:end|eod)\b).+)")
def _end_of_a_day(said: re.Match[str], _: Standpoint, read: Read) -> date | None:
    return read(said["anchor"])
