"""Deadlines that cannot be: refused in a sentence that says why and what to write."""

from datetime import date

import pytest

from recalibrate.domain.dates.deadlines import Deadline, Refusal, read_deadline
from tests.domain.dates.days import FRIDAY_6_MAR, SUNDAY_22_NOV, WEDNESDAY_4_MAR


def reason_for(phrase: str, today: date = WEDNESDAY_4_MAR, longest: int | None = 60) -> str:
    read = read_deadline(phrase, today, longest=longest)
    assert isinstance(read, Refusal), f"{phrase!r} was read as {read}"
    return read.reason


REFUSED = {
    "past": "yesterday|-3d|- 3 days|last friday|3 days ago|last week|-1|in -3 days",
    "has passed": "2026-03-03|3 mar 2026|start of this month|14 mar 1999|monday this week|1 march this year",
    "moment": "now|in 0 days|0 days|zero days|right now|immediately",
    "Long for a small experiment": (
        "in 10 weeks|3 months|61 days|end of june|2 mar|14 feb|2027-01-01|a year|a hundred days"
    ),
    "Day or month first": "3/4/2026|3/4|4.12.|4.12.2026|03-04-2026|fri 4/3|3.4|12-04-26|on 5/6",
    "Numbers alone are easily misread": "14/3|25/12|12/25|13.12.2026|13-12-2026|fri 14/3|3/3|31.1.",
    "The calendar has no such day": "13.13|32/1|0/5/2026",
    "inutes or months": "1m|6m|in 2m|3 m",
    "Hours and minutes": "in 3 hours|20 min|an hour|45 minutes|in a second|5 seconds|in a moment",
    "names no day": ("soon|someday|later|asap|eventually|sometime next week|whenever|never|later this week|in a while"),
    "One certain day": "about two weeks|around friday|maybe friday|a week or so|any day",
    "How many": "weeks|in days|next weeks|a few days|several weeks|in a few weeks|few days",
    "Which day": (
        "next week|next month|december|in march|early december|late january|dec 2026|week after next|2026-12"
    ),
    "whole days": "half a week|1.5 weeks|a week and a half|2,5 days|next quarter|q1",
    "There is no": "31 feb|30 feb 2027|feb 29|31 april|june 31st|32 march|29 feb 2027|0 march|the 45th",
    "The calendar has no": "2026-02-30|2026-13-01|20261304|2026/00/10",
    "is a Saturday, not a Friday": (
        "fri 14 mar|friday the 14th|friday 14th march|fri 2026-03-14|14 mar 2026 fri|fri 14"
    ),
    "rhythm": "every friday|fridays|each week|daily|weekly|every 2 weeks|mondays",
    "One day is needed": (
        "mon to fri|mon-fri|mon or tue|mon, tue|between mon and fri|tomorrow friday|mon & tue|from mon to wed"
    ),
    "not a range": "2-3 weeks|two or three weeks|10-14 days|a day or two|14-15 march",
    "Tries": "after 5 tries|5 attempts|after three tries",
    "Holidays": "xmas|christmas|easter|new year|new year's eve|after christmas|boxing day|halloween",
    "season": "summer|this autumn|next spring",
    "A date is enough": (
        "fri 5pm|tomorrow at noon|fri 17:00|5pm|at 5|2026-03-10T10:00|friday at 5|9 o'clock|midnight|14:00"
    ),
    "Working days": "5 working days|3 business days|next workday",
    "or some day": "one day|One day",
    "or 2 days": "2day",
    "A number of what": "3|0|14|+14",
    "Write a day": "|   |...|\u200b|\t\n|?",
    "too long": "fri " * 30 + "|" + "x" * 101,
    "too far away": "99999999d|123456 weeks",
    "does not reach": "9999 years|9000 years from friday",
    "After has no last day": "after friday|after next tue",
}


@pytest.mark.parametrize(
    ("phrase", "because"),
    [(phrase, because) for because, phrases in REFUSED.items() for phrase in phrases.split("|")],
)
def test_a_refusal_says_why_and_what_to_do(phrase: str, because: str) -> None:
    assert because in reason_for(phrase)


GARBAGE = """
banana|banana friday|friday banana|in in 3 days|fri fri|the the friday|by by friday|on on fri
in friday days|3 3 days|days 3|'; drop table entries; --|SELECT * FROM x|import os|def f(): pass
<b>fri</b>|[/b]|[@click=app.quit]x[/]|\x1b[31mfri|🙂|🙂 fri|fri 🙂|{}|null|None|NaN|1e5|0x10|fri;tue|to|or
and|of|the|next|next next fri|this|last|mid|end|end of|of march|march of 14|14 14 mar|mar mar
14 mar 14 apr|2026-03|2026|20260|1234567|12345678901234567890|3 day week fri|on 3 days|until|by|due|+|-
+fri|in|in a|a|an|a a week|one two days|14th 15th|mon 1|1 mon|sundry|frida|sundae|match|marc 14|mayday
hello world|what|week week|tomorrow tomorrow|day after|before|from friday|a friday|2nd of|the day|fri in
next 3|in three|first|first friday|last monday|weekend weekend|today 5|to day|%s|../../etc/passwd|C:\\fri
$(date)|`fri`|fri\\n|fri=tue|fri_tue|fri+3|3+3 days|fri 2026|in a week in a week|a week a week from
end of end of march|weeks monday|a weeks|this weeks|days today|end of a month|mid mid march|eod eod
evening|morning|night night|second|fri at|at fri
"""


@pytest.mark.parametrize("phrase", [phrase for line in GARBAGE.strip().splitlines() for phrase in line.split("|")])
def test_garbage_is_never_taken_for_a_date(phrase: str) -> None:
    assert reason_for(phrase, longest=None)


def test_a_refused_time_offers_the_date_in_it() -> None:
    assert reason_for("next tue 5pm").endswith("Write next tue.")


def test_a_slashed_date_is_offered_in_letters() -> None:
    assert reason_for("3/4/2026") == "Day or month first? Write 3 apr 2026 or 2026-04-03."
    assert reason_for("14/3") == "Numbers alone are easily misread; write 14 mar."
    assert reason_for("13.12.2026") == "Numbers alone are easily misread; write 13 dec 2026 or 2026-12-13."
    assert reason_for("3/4") == "Day or month first? Write 3 apr or 4 mar."


def test_a_holiday_is_answered_with_its_own_date_where_it_has_one() -> None:
    assert reason_for("halloween") == "Holidays are not known here; write the date, 31 oct."
    assert reason_for("new year's eve") == "Holidays are not known here; write the date, 31 dec."
    assert reason_for("easter").endswith("write the date it falls on, as 14 mar or 2026-03-14.")


def test_too_far_says_which_day_was_read() -> None:
    assert reason_for("14 mar", SUNDAY_22_NOV) == (
        "Sun 14 Mar 2027 is 112 days away. Long for a small experiment. Shorter, or is this an overhaul?"
    )


def test_the_sixtieth_day_is_the_last_one() -> None:
    assert isinstance(read_deadline("60 days", FRIDAY_6_MAR), Deadline)
    assert isinstance(read_deadline("61 days", FRIDAY_6_MAR), Refusal)


def test_a_shorter_limit_is_named() -> None:
    assert reason_for("3 weeks", longest=14) == (
        "Wed 25 Mar is 21 days away. The most is 14 days here; write a nearer day."
    )


def test_without_a_limit_ten_years_is_the_furthest() -> None:
    assert isinstance(read_deadline("9 years", FRIDAY_6_MAR, longest=None), Deadline)
    assert "ten years" in reason_for("11 years", longest=None)


def test_this_friday_on_a_friday_asks_which() -> None:
    assert reason_for("this friday", FRIDAY_6_MAR) == "Today is Friday; write today, or fri for the one in 7 days."


@pytest.mark.parametrize("phrase", ["29 feb", "feb 29", "2027-02-29"])
def test_a_leap_day_is_refused_where_there_is_none(phrase: str) -> None:
    assert isinstance(read_deadline(phrase, date(2026, 12, 20), longest=None), Refusal)
