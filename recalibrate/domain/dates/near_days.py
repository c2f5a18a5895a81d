"""Rules for the days close by: today, weekdays, weekends."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recalibrate.domain.dates.calendar_days import Standpoint, weekday_in
from recalibrate.domain.dates.rules import WEEKDAY, WEEKDAY_NAMES, NoDay, Read, Rules, weekday_of

NEAR_DAYS = Rules()


@NEAR_DAYS.means(r"today|tonight|this daypart|eod")
def _today(_: re.Match[str], at: Standpoint, __: Read) -> date:
    return at.today


@NEAR_DAYS.means(r"tomorrow", r"this time tomorrow")
def _tomorrow(_: re.Match[str], at: Standpoint, __: Read) -> date:
    return at.today + timedelta(days=1)


@NEAR_DAYS.means(r"overmorrow")
def _overmorrow(_: re.Match[str], at: Standpoint, __: Read) -> date:
    return at.today + timedelta(days=2)


@NEAR_DAYS.means(rf"(?:(?P<this>this)(?: coming)? |(?:the )?coming )?{WEEKDAY}", rf"(?P<this>this )?{WEEKDAY} coming")
def _weekday(said: re.Match[str], at: Standpoint, __: Read) -> date:
    day = at.coming(weekday_of(said))
    if said.groupdict().get("this") and day - at.today == timedelta(days=7):
        name = WEEKDAY_NAMES[day.weekday()]
        raise NoDay(f"Today is {name}; write today, or {said['weekday']} for the one in 7 days.")
    return day


@NEAR_DAYS.means(
    rf"(?:the )?{WEEKDAY} (?:of )?this week",
    rf"this week(?: on)? {WEEKDAY}",
)
def _weekday_of_this_week(said: re.Match[str], at: Standpoint, __: Read) -> date:
    return weekday_in(at.week(), weekday_of(said))


@NEAR_DAYS.means(
    rf"next {WEEKDAY}",
    rf"{WEEKDAY} next",
    rf"(?:the )?{WEEKDAY} (?:of |in )?next week",
    rf"next week(?: on)? {WEEKDAY}",
)
def _weekday_of_next_week(said: re.Match[str], at: Standpoint, __: Read) -> date:
    return weekday_in(at.week(1), weekday_of(said))


@NEAR_DAYS.means(
    rf"(?:the )?{WEEKDAY} (?:(?:of |in )?(?:the )?week )?after next",
    rf"(?:the )?week after next(?: on)? {WEEKDAY}",
)
def _weekday_after_next(said: re.Match[str], at: Standpoint, __: Read) -> date:
    return weekday_in(at.week(2), weekday_of(said))


@NEAR_DAYS.means(r"(?:(?:over|at|during|for) )?(?:the )?(?:coming )?weekend")
def _weekend(_: re.Match[str], at: Standpoint, __: Read) -> date:
    return at.coming(6)


@NEAR_DAYS.means(r"(?:the )?end of (?:the |this )?weekend|(?:(?:over|during) )?this (?:coming )?weekend")
def _this_weekend(_: re.Match[str], at: Standpoint, __: Read) -> date:
    return at.today + timedelta(days=6 - at.today.weekday())


@NEAR_DAYS.means(r"(?:(?:the )?end of )?next weekend|(?:the )?weekend after (?P<next>next)")
def _next_weekend(said: re.Match[str], at: Standpoint, __: Read) -> date:
    return at.today + timedelta(days=6 - at.today.weekday(), weeks=2 if said["next"] else 1)


@NEAR_DAYS.means(r"before (?:the |this )?(?P<next>next )?weekend")
def _before_the_weekend(said: re.Match[str], at: Standpoint, __: Read) -> date:
    friday = at.today + timedelta(days=(4 - at.today.weekday()) % 7)
    return friday + timedelta(weeks=1) if said["next"] else friday


@NEAR_DAYS.means(r"midweek")
def _midweek(_: re.Match[str], at: Standpoint, __: Read) -> date:
    return at.today + timedelta(days=(2 - at.today.weekday()) % 7)
