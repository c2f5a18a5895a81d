"""Deadlines in words: which day each phrase means, and how it is said back."""

from datetime import date

import pytest

from recalibrate.domain.dates.deadlines import Deadline, days_away, echo, read_deadline, short_day
from tests.domain.dates.days import (
    FRIDAY_6_MAR,
    LAST_OF_JANUARY,
    LEAP_DAY,
    NEW_YEARS_EVE,
    SUNDAY_22_NOV,
    SUNDAY_FIRST,
    WEDNESDAY_4_MAR,
    day_of,
)

# Wed 4 March 2026, weeks from Monday: the month and day each phrase means.
ON_A_WEDNESDAY = {
    (3, 4): (
        "today|tonight|eod|end of day|end of the day|this evening|later today|cob|today eod|4 mar|the 4th|by today"
    ),
    (3, 5): (
        "tomorrow|tom|tmrw|tmw|2moro|tommorow|Tomorrow!|tomorrow night|in 1 day|a day|thu|day before friday|by tomorrow"
    ),
    (3, 6): (
        "fri|Friday|FRI.|on friday|by friday|until fri|till fri|this friday|this coming friday|in 2 days|"
        "2d|2 days|+2d|a couple of days|in a couple of days|couple of days|day after tomorrow|"
        "the day after tomorrow|overmorrow|friday morning|friday evening|fri 6 mar|friday, 6 march|"
        "6th of march|march the 6th|March 6th, 2026|6 mar 26|6 mar '26|mar 6|mar. 6th|the 6th|6th|"
        "fri the 6th|sixth of march|2026-03-06|20260306|2026/03/06|2026.03.06|2026-3-6|6-mar-2026|06 march|"
        "first friday of the month|first friday in march|no later than friday|fri at the latest|due friday|"
        "eod friday|cob fri|end of friday|friday of this week|friday this week|friday?|“friday”|"
        "fri (6 mar)|before the weekend|before saturday|firday|fridya|2026 mar 6|٢ days|６ march|"
        "fri\xa06\u2009mar|  fri  "
    ),
    (3, 8): (
        "weekend|this weekend|the weekend|at the weekend|over the weekend|eow|end of week|end of the week|"
        "by end of week|end of this week|this week|sun|before next week|before the end of the week|"
        "end of the weekend|week end"
    ),
    (3, 9): "mon|monday|start of next week|beginning of next week|next monday|monday next week|next week monday",
    (3, 10): "tue|tues|next tue|next tuesday|this tue|tuesday next|tuseday|teusday",
    (3, 11): (
        "wed|weds|wendesday|wednsday|next wednesday|a week|in a week|1w|+1w|7 days|in a week's time|"
        "in a weeks time|a week today|week from today|today week|a week from today|a week from now|"
        "one week|1 wk|in one week|this time next week|middle of next week|within a week|in the next week|"
        "same day next week"
    ),
    (3, 12): (
        "a week tomorrow|tomorrow week|a week from tomorrow|thursday next week|next thu|8 days|1w1d|a week and a day"
    ),
    (3, 13): (
        "next fri|next friday|friday next week|friday week|a week on friday|a week from friday|"
        "week from friday|fri week|friday the 13th|friday of next week|the friday after 9 march|"
        "a week from this friday|a week this friday"
    ),
    (3, 14): (
        "14 mar|mar 14|14 march 2026|march 14|10d|10 days|in ten days|in 10 days' time|10 days from now|"
        "10 days time|ten days hence|+ 10 days|within 10 days|in the next 10 days|for 10 days|by the 14th|"
        "on the 14th|10 days from today"
    ),
    (3, 15): (
        "next weekend|eonw|end of next week|by the end of next week|mid march|middle of march|"
        "middle of the month|mid-march|15th|the 15th of this month|11 days|eleven days"
    ),
    (3, 18): (
        "2w|2 weeks|two weeks|in two weeks|fortnight|a fortnight|in a fortnight|in a fortnight's time|"
        "2 wks|couple weeks|a couple of weeks|fourteen days|two weeks today|2 weeks from now|"
        "in 2 weeks’ time|a fortnight today|within a fortnight"
    ),
    (3, 20): (
        "friday after next|friday fortnight|the friday after next|two weeks from friday|"
        "two weeks on friday|third friday of march|friday week after next"
    ),
    (3, 25): ("21 days|three weeks|twenty-one days|twenty one days|25 mar|march twenty-fifth|2 weeks and a week|3w"),
    (3, 27): "last friday of the month|last friday of march|the last friday in march|last fri of this month",
    (3, 31): (
        "eom|end of month|end of the month|month end|end of this month|last day of the month|"
        "last day of march|end of march|end march|by end of month|this month|before april|"
        "before next month|31 mar|31st|the day before 1 april"
    ),
    (4, 1): (
        "4 weeks today|in 28 days|1st of next month|the 1st of next month|start of april|"
        "beginning of next month|1 apr|first of april|april first|the 1st|first of the month|"
        "start of next month|1st of the month|1st april|wed 1 apr"
    ),
    (4, 4): (
        "1 month|a month|in a month|one month|1 mo|a month from now|month from today|in a month's time|"
        "4 april|a month today"
    ),
    (4, 6): "first monday of april|first monday of next month|33 days|6 Apr 2026",
    (4, 15): "mid april|middle of next month|mid-april|15 apr|15th next month|next month on the 15th",
    (4, 30): "end of next month|eonm|end of april|last day of next month|before may|30 apr",
    (12, 31): "eoy|end of the year|end of year|31 dec|end of december|year end|december 31st|last day of the year",
}


@pytest.mark.parametrize(
    ("phrase", "month", "day"),
    [(phrase, *when) for when, phrases in ON_A_WEDNESDAY.items() for phrase in phrases.split("|")],
)
def test_a_phrase_typed_on_a_wednesday_means_this_day(phrase: str, month: int, day: int) -> None:
    assert day_of(phrase, WEDNESDAY_4_MAR) == date(2026, month, day)


OTHER_DAYS = [
    ("fri", FRIDAY_6_MAR, 0, date(2026, 3, 13)),
    ("next fri", FRIDAY_6_MAR, 0, date(2026, 3, 13)),
    ("friday week", FRIDAY_6_MAR, 0, date(2026, 3, 20)),
    ("fri 6 mar", FRIDAY_6_MAR, 0, FRIDAY_6_MAR),
    ("before the weekend", FRIDAY_6_MAR, 0, FRIDAY_6_MAR),
    ("eow", SUNDAY_22_NOV, 0, SUNDAY_22_NOV),
    ("eow", SUNDAY_22_NOV, SUNDAY_FIRST, date(2026, 11, 28)),
    ("eow", date(2026, 11, 28), SUNDAY_FIRST, date(2026, 11, 28)),
    ("eonw", SUNDAY_22_NOV, SUNDAY_FIRST, date(2026, 12, 5)),
    ("start of next week", WEDNESDAY_4_MAR, SUNDAY_FIRST, date(2026, 3, 8)),
    ("weekend", SUNDAY_22_NOV, 0, date(2026, 11, 29)),
    ("this weekend", SUNDAY_22_NOV, 0, SUNDAY_22_NOV),
    ("next weekend", SUNDAY_22_NOV, 0, date(2026, 11, 29)),
    ("weekend", date(2026, 11, 21), 0, SUNDAY_22_NOV),
    ("next weekend", date(2026, 11, 21), 0, date(2026, 11, 29)),
    ("next tue", SUNDAY_22_NOV, 0, date(2026, 11, 24)),
    ("next tue", SUNDAY_22_NOV, SUNDAY_FIRST, date(2026, 12, 1)),
    ("next sun", WEDNESDAY_4_MAR, 0, date(2026, 3, 15)),
    ("next sun", WEDNESDAY_4_MAR, SUNDAY_FIRST, date(2026, 3, 8)),
    ("this tuesday", SUNDAY_22_NOV, 0, date(2026, 11, 24)),
    ("tomorrow", NEW_YEARS_EVE, 0, date(2027, 1, 1)),
    ("1 jan", NEW_YEARS_EVE, 0, date(2027, 1, 1)),
    ("eom", NEW_YEARS_EVE, 0, NEW_YEARS_EVE),
    ("end of next month", NEW_YEARS_EVE, 0, date(2027, 1, 31)),
    ("the 14th", NEW_YEARS_EVE, 0, date(2027, 1, 14)),
    ("mid january", NEW_YEARS_EVE, 0, date(2027, 1, 15)),
    ("30 dec", NEW_YEARS_EVE, 0, date(2027, 12, 30)),
    ("a month", LAST_OF_JANUARY, 0, date(2026, 2, 28)),
    ("a month from tomorrow", LAST_OF_JANUARY, 0, date(2026, 3, 1)),
    ("the 30th", LAST_OF_JANUARY, 0, date(2026, 3, 30)),
    ("end of next month", LAST_OF_JANUARY, 0, date(2026, 2, 28)),
    ("29 feb", LEAP_DAY, 0, LEAP_DAY),
    ("eom", LEAP_DAY, 0, LEAP_DAY),
    ("a year", LEAP_DAY, 0, date(2029, 2, 28)),
    ("29 feb", date(2027, 12, 1), 0, LEAP_DAY),
    ("end of february", date(2028, 1, 5), 0, LEAP_DAY),
    ("14 mar", date(2026, 3, 15), 0, date(2027, 3, 14)),
    ("the 31st", SUNDAY_22_NOV, 0, date(2026, 12, 31)),
    ("middle of the month", SUNDAY_22_NOV, 0, date(2026, 12, 15)),
    ("last friday of the month", date(2026, 3, 28), 0, date(2026, 4, 24)),
    ("before mar 14", WEDNESDAY_4_MAR, 0, date(2026, 3, 13)),
    ("end of mar 27", WEDNESDAY_4_MAR, 0, date(2026, 3, 27)),
    ("end of march 2027", WEDNESDAY_4_MAR, 0, date(2027, 3, 31)),
    ("midweek", WEDNESDAY_4_MAR, 0, WEDNESDAY_4_MAR),
]


@pytest.mark.parametrize(("phrase", "today", "week_start", "expected"), OTHER_DAYS)
def test_the_edges_of_weeks_months_and_years_hold(phrase: str, today: date, week_start: int, expected: date) -> None:
    assert day_of(phrase, today, week_start) == expected


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 4), "Wed 4 Mar, end of day — today"),
        (date(2026, 3, 5), "Thu 5 Mar, end of day — tomorrow"),
        (date(2026, 3, 13), "Fri 13 Mar, end of day — in 9 days"),
        (date(2027, 3, 13), "Sat 13 Mar 2027, end of day — in 374 days"),
    ],
)
def test_the_echo_says_day_end_and_distance(day: date, words: str) -> None:
    assert echo(day, WEDNESDAY_4_MAR) == words


def test_the_deadline_carries_its_echo() -> None:
    assert read_deadline("fri", WEDNESDAY_4_MAR) == Deadline(FRIDAY_6_MAR, "Fri 6 Mar, end of day — in 2 days")


def test_days_gone_by_are_counted_too() -> None:
    assert days_away(date(2026, 3, 3), WEDNESDAY_4_MAR) == "yesterday"
    assert days_away(date(2026, 3, 1), WEDNESDAY_4_MAR) == "3 days ago"
    assert short_day(date(2025, 3, 1), WEDNESDAY_4_MAR) == "Sat 1 Mar 2025"
