"""Whatever is typed as a deadline: a near day or a reason, and each day as it was written."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.dates.calendar_days import plus_months
from recalibrate.domain.dates.deadlines import Deadline, echo, read_deadline
from tests.domain.dates.days import day_of

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    *["January", "February", "March", "April", "May", "June"],
    *["July", "August", "September", "October", "November", "December"],
]

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
