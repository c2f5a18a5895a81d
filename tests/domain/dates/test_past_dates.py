"""Past dates in words: the days they span, turned to the most recent, never beyond today."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.dates.deadlines import Refusal
from recalibrate.domain.dates.past_dates import Span, read_past

SUNDAY_22_NOV = date(2026, 11, 22)
WEDNESDAY_4_MAR = date(2026, 3, 4)
SUNDAY_FIRST = 6


def span_of(phrase: str, today: date = WEDNESDAY_4_MAR, week_start: int = 0) -> tuple[date, date]:
    read = read_past(phrase, today, week_start=week_start)
    assert isinstance(read, Span), read.reason
    return read.first, read.last


# Wed 4 March 2026: the single day each phrase means.
ONE_DAY = {
    date(2026, 3, 4): (
        "today|now|just now|this morning|tonight|4 mar|2026-03-04|the 4th|wed 4 mar|0 days ago|earlier today"
    ),
    date(2026, 3, 3): (
        "yesterday|last night|yesterday evening|tue|last tuesday|on tuesday|this tuesday|a day ago|1 day ago|3rd"
    ),
    date(2026, 3, 2): (
        "the day before yesterday|the night before last|day before yesterday|2 days ago|monday|"
        "monday this week|a couple of days ago"
    ),
    date(2026, 2, 27): (
        "fri|last friday|friday just gone|this past friday|friday|on friday|last fri|friday last week|"
        "last week friday|fri 27 feb|friday evening"
    ),
    date(2026, 2, 25): (
        "wed|last wednesday|week ago|a week ago today|a week ago|1w ago|25 feb|february 25th|the 25th|"
        "25th of last month|7 days back"
    ),
    date(2026, 2, 20): "friday before last|20 feb 2026|the friday before last|20 feb '26",
    date(2026, 2, 18): "a fortnight ago|two weeks ago|fortnight ago|about 2 weeks ago|14 days ago",
    date(2026, 2, 11): "3 weeks ago|three weeks ago|around three weeks ago|3 wks ago",
    date(2026, 2, 4): "a month ago|1 month ago|4 feb|wednesday 4 february",
    date(2025, 12, 25): "25 dec|dec 25|december the 25th|thu 25 dec",
    date(2025, 3, 5): "5 mar|5th of march 2025|2025-03-05|20250305",
    date(2025, 3, 4): "a year ago|4 march last year|12 months ago",
    date(2026, 2, 6): "first friday of february|first friday of last month|first friday in feb",
}


@pytest.mark.parametrize(
    ("phrase", "day"), [(phrase, day) for day, phrases in ONE_DAY.items() for phrase in phrases.split("|")]
)
def test_a_day_gone_by_is_the_most_recent_one(phrase: str, day: date) -> None:
    assert span_of(phrase) == (day, day)


@pytest.mark.parametrize(
    ("phrase", "first", "last"),
    [
        ("march", date(2026, 3, 1), date(2026, 3, 4)),
        ("last march", date(2025, 3, 1), date(2025, 3, 31)),
        ("february", date(2026, 2, 1), date(2026, 2, 28)),
        ("in february", date(2026, 2, 1), date(2026, 2, 28)),
        ("april", date(2025, 4, 1), date(2025, 4, 30)),
        ("march 2025", date(2025, 3, 1), date(2025, 3, 31)),
        ("mar '25", date(2025, 3, 1), date(2025, 3, 31)),
        ("late march 2025", date(2025, 3, 21), date(2025, 3, 31)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 3, 4)),
        ("last year", date(2025, 1, 1), date(2025, 12, 31)),
        ("this month", date(2026, 3, 1), date(2026, 3, 4)),
        ("last month", date(2026, 2, 1), date(2026, 2, 28)),
        ("the month before last", date(2026, 1, 1), date(2026, 1, 31)),
        ("this week", date(2026, 3, 2), date(2026, 3, 4)),
        ("last week", date(2026, 2, 23), date(2026, 3, 1)),
        ("week before last", date(2026, 2, 16), date(2026, 2, 22)),
        ("last weekend", date(2026, 2, 28), date(2026, 3, 1)),
        ("at the weekend", date(2026, 2, 28), date(2026, 3, 1)),
        ("weekend before last", date(2026, 2, 21), date(2026, 2, 22)),
        ("past 3 days", date(2026, 3, 1), date(2026, 3, 4)),
        ("in the last 2 weeks", date(2026, 2, 18), date(2026, 3, 4)),
        ("past week", date(2026, 2, 25), date(2026, 3, 4)),
        ("early february", date(2026, 2, 1), date(2026, 2, 10)),
        ("mid feb", date(2026, 2, 11), date(2026, 2, 20)),
        ("end of february", date(2026, 2, 21), date(2026, 2, 28)),
        ("late last month", date(2026, 2, 21), date(2026, 2, 28)),
        ("early this month", date(2026, 3, 1), date(2026, 3, 4)),
    ],
)
def test_a_stretch_ends_today_at_the_latest(phrase: str, first: date, last: date) -> None:
    assert span_of(phrase) == (first, last)


def test_the_week_starts_where_the_settings_say() -> None:
    assert span_of("last week", week_start=SUNDAY_FIRST) == (date(2026, 2, 22), date(2026, 2, 28))


def test_on_a_sunday_the_weekend_is_under_way() -> None:
    assert span_of("this weekend", SUNDAY_22_NOV) == (date(2026, 11, 21), SUNDAY_22_NOV)
    assert span_of("last weekend", SUNDAY_22_NOV) == (date(2026, 11, 14), date(2026, 11, 15))
    assert span_of("sunday", SUNDAY_22_NOV) == (date(2026, 11, 15), date(2026, 11, 15))


@pytest.mark.parametrize(
    ("phrase", "because"),
    [
        ("tomorrow", "still to come"),
        ("next week", "still to come"),
        ("2027", "still to come"),
        ("5 mar 2026", "still to come"),
        ("this friday", "still to come"),
        ("this weekend", "still to come"),
        ("spring", "Seasons"),
        ("a few days ago", "Write a number"),
        ("the other day", "Write a number"),
        ("recently", "Write a number"),
        ("3/4", "Day or month first"),
        ("yesterday at 5pm", "Write yesterday."),
        ("3 hours ago", "today or yesterday"),
        ("3m ago", "Minutes or months"),
        ("29 feb", "no 29 February in 2026"),
        ("2026-13", "no month 13"),
        ("2026-02-30", "no 2026-02-30"),
        ("fri 3 mar", "is a Tuesday, not a Friday"),
        ("9999 years ago", "does not reach"),
        ("99999 years ago", "too far"),
        ("0000", "does not reach"),
        ("", "No date yet"),
        ("x" * 101, "too long"),
    ],
)
def test_a_refused_past_date_says_why(phrase: str, because: str) -> None:
    read = read_past(phrase, WEDNESDAY_4_MAR)
    assert isinstance(read, Refusal), read
    assert because in read.reason


GARBAGE = [
    *["banana", "during month", "fri fri", "ago", "3 ago"],
    *["last", "3", "of march", "🙂", "'; --", "week", "-3d", "\x1b[31mfri"],
]


@pytest.mark.parametrize("phrase", GARBAGE)
def test_garbage_is_no_past_date(phrase: str) -> None:
    assert isinstance(read_past(phrase, WEDNESDAY_4_MAR), Refusal)


PIECES = """
the of in a on last this past before ago fri march 14 14th 2w 3 days week weekend month 2025 yesterday early end mid
2026-03-14 2026-02 today year night first - / 0 back
"""
phrases_of_date_words = st.lists(st.sampled_from(PIECES.split()), max_size=6).map(" ".join)
some_day = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))


@settings(max_examples=300, deadline=None)
@given(phrase=st.one_of(st.text(max_size=110), phrases_of_date_words), today=some_day, week_start=st.integers(0, 6))
def test_any_text_gives_past_days_or_a_reason(phrase: str, today: date, week_start: int) -> None:
    read = read_past(phrase, today, week_start=week_start)
    if isinstance(read, Span):
        assert read.first <= read.last <= today
    else:
        assert read.reason.endswith((".", "?"))


@settings(max_examples=150, deadline=None)
@given(today=some_day, ago=st.integers(0, 360))
def test_a_past_day_written_out_is_read_back(today: date, ago: int) -> None:
    day = today - timedelta(days=ago)
    for phrase in (day.isoformat(), f"{ago} days ago", f"{day:%a} {day.day} {day:%B} {day.year}"):
        assert span_of(phrase, today) == (day, day)
    if (day.month, day.day) != (2, 29):  # named without a year, a leap day may fall in a year that has none
        assert span_of(f"{day.day} {day:%b}", today) == (day, day)
