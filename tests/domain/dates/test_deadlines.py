"""Deadlines in words: what is understood, what is refused and why, and that nothing at all can upset the reader."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.dates.calendar_days import plus_months
from recalibrate.domain.dates.deadlines import Deadline, Refusal, days_away, echo, read_deadline, short_day

SUNDAY_22_NOV = date(2026, 11, 22)
WEDNESDAY_4_MAR = date(2026, 3, 4)
FRIDAY_6_MAR = date(2026, 3, 6)
NEW_YEARS_EVE = date(2026, 12, 31)
LAST_OF_JANUARY = date(2026, 1, 31)
LEAP_DAY = date(2028, 2, 29)
SUNDAY_FIRST = 6

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    *["January", "February", "March", "April", "May", "June"],
    *["July", "August", "September", "October", "November", "December"],
]


def day_of(phrase: str, today: date, week_start: int = 0) -> date | str:
    read = read_deadline(phrase, today, week_start=week_start, longest=None)
    return read.date if isinstance(read, Deadline) else read.reason


def reason_for(phrase: str, today: date = WEDNESDAY_4_MAR, longest: int | None = 60) -> str:
    read = read_deadline(phrase, today, longest=longest)
    assert isinstance(read, Refusal), f"{phrase!r} was read as {read}"
    return read.reason


# Wed 4 March 2026, weeks from Monday: the month and day each phrase means.
ON_A_WEDNESDAY = {
    (3, 4): (
        "today|tonight|eod|end of day|end of the day|this evening|later today|cob|today eod|4 mar|the 4th|"
        "by today"
    ),
    (3, 5): (
        "tomorrow|tom|tmrw|tmw|2moro|tommorow|Tomorrow!|tomorrow night|in 1 day|a day|thu|"
        "day before friday|by tomorrow"
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
        "a week tomorrow|tomorrow week|a week from tomorrow|thursday next week|next thu|8 days|1w1d|"
        "a week and a day"
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
    (3, 25): (
        "21 days|three weeks|twenty-one days|twenty one days|25 mar|march twenty-fifth|2 weeks and a week|"
        "3w"
    ),
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
    "names no day": (
        "soon|someday|later|asap|eventually|sometime next week|whenever|never|later this week|in a while"
    ),
    "One certain day": "about two weeks|around friday|maybe friday|a week or so|any day",
    "How many": "weeks|in days|next weeks|a few days|several weeks|in a few weeks|few days",
    "Which day": (
        "next week|next month|december|in march|early december|late january|dec 2026|week after next|"
        "2026-12"
    ),
    "whole days": "half a week|1.5 weeks|a week and a half|2,5 days|next quarter|q1",
    "There is no": "31 feb|30 feb 2027|feb 29|31 april|june 31st|32 march|29 feb 2027|0 march|the 45th",
    "The calendar has no": "2026-02-30|2026-13-01|20261304|2026/00/10",
    "is a Saturday, not a Friday": (
        "fri 14 mar|friday the 14th|friday 14th march|fri 2026-03-14|14 mar 2026 fri|fri 14"
    ),
    "rhythm": "every friday|fridays|each week|daily|weekly|every 2 weeks|mondays",
    "One day is needed": (
        "mon to fri|mon-fri|mon or tue|mon, tue|between mon and fri|tomorrow friday|mon & tue|"
        "from mon to wed"
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


some_day = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))
a_week_start = st.integers(0, 6)
PIECES = """
the of in a on by next this last end mid fri monday march 14 14th 2w 3 days week weekend month from after before
and tomorrow eom 2026-03-14 today two first due until - / + year 0 fortnight 99 evening start
"""
phrases_of_date_words = st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(phrase=st.one_of(st.text(max_size=120), phrases_of_date_words), today=some_day, week_start=a_week_start)
def test_any_text_gives_a_near_day_or_a_reason(phrase: str, today: date, week_start: int) -> None:
    read = read_deadline(phrase, today, week_start=week_start)
    if isinstance(read, Deadline):
        assert today <= read.date <= today + timedelta(days=60)
        assert read.words == echo(read.date, today)
    else:
        assert read.reason.endswith((".", "?"))


def ordinal(number: int) -> str:
    ending = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spellings(day: date, today: date) -> list[str]:
    """Ways to write a day within the coming sixty."""
    weekday, month, away = WEEKDAYS[day.weekday()], MONTHS[day.month - 1], (day - today).days
    ways = [
        day.isoformat(),
        f"{day:%Y%m%d}",
        f"{day.day} {month}",
        f"{month[:3]} {ordinal(day.day)}",
        f"{weekday} the {ordinal(day.day)} of {month}",
        f"{weekday[:3]} {day.day} {month[:3]} {day.year}",
        f"by {month} {day.day}, {day.year}",
    ]
    if away > 0:
        ways += [f"in {away} days", f"{away}d", f"{away - 1} days from tomorrow"]
    if 0 < away <= 7:
        ways += [weekday, weekday[:3], f"on {weekday}"]
    if 7 < away <= 14:
        ways += [f"{weekday} week", f"a week on {weekday}", f"a week from {weekday[:3]}"]
    return ways


@settings(max_examples=200, deadline=None)
@given(today=some_day, away=st.integers(0, 60), data=st.data())
def test_a_day_written_out_is_read_back_as_that_day(today: date, away: int, data: st.DataObject) -> None:
    day = today + timedelta(days=away)
    phrase = data.draw(st.sampled_from(spellings(day, today)))
    assert day_of(phrase, today) == day
    assert day_of(f"  {phrase.upper()}.", today) == day


@settings(max_examples=100, deadline=None)
@given(today=some_day, weekday=st.integers(0, 6), week_start=a_week_start)
def test_next_weekday_is_in_next_week(today: date, weekday: int, week_start: int) -> None:
    read = day_of(f"next {WEEKDAYS[weekday]}", today, week_start)
    assert isinstance(read, date)
    assert read.weekday() == weekday
    next_week = today - timedelta(days=(today.weekday() - week_start) % 7) + timedelta(weeks=1)
    assert next_week <= read < next_week + timedelta(weeks=1)


@settings(max_examples=100, deadline=None)
@given(today=some_day, months=st.integers(1, 24))
def test_months_keep_the_day_or_clamp_to_the_last(today: date, months: int) -> None:
    day = plus_months(today, months)
    assert (day.year * 12 + day.month) - (today.year * 12 + today.month) == months
    assert day.day == today.day or (day + timedelta(days=1)).day == 1
