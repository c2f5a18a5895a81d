"""A year of days, a column a week."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.ui.charts import Day, calendar, plain
from recalibrate.ui.charts.lines import line_width

SUNDAY = date(2026, 11, 22)


def rows(drawn):
    return {line[:3]: line[5:] for line in plain(drawn).splitlines()[1:8]}


def test_the_latest_weeks_stand_under_their_months():
    days = {
        date(2026, 11, 22): Day(entries=4),
        date(2026, 11, 21): Day(entries=1, decisions=1),
        date(2026, 11, 20): Day(decisions=1),
        date(2026, 11, 16): Day(entries=2),
        date(2026, 10, 1): Day(entries=3),
    }
    assert plain(calendar(days, SUNDAY, 15)).splitlines()[:9] == [
        "       Oct Nov",
        "Mon  ·········▒",
        "Tue  ··········",
        "Wed  ··········",
        "Thu  ··▓·······",
        "Fri  ·········◇",
        "Sat  ·········◇",
        "Sun  ·········█",
        "",
    ]


def test_days_to_come_are_blank():
    wednesday = date(2026, 11, 18)
    drawn = rows(calendar({}, wednesday, 58))
    assert [len(drawn[name]) for name in ("Mon", "Wed", "Thu", "Sun")] == [53, 53, 52, 52]


@pytest.mark.parametrize(("width", "columns"), [(40, 35), (60, 53), (80, 53), (120, 106), (200, 158)])
def test_it_shows_a_year_where_there_is_room_and_the_latest_weeks_where_not(width, columns):
    days = {SUNDAY - timedelta(days=n): Day(entries=4) for n in range(400)}
    assert max(map(len, rows(calendar(days, SUNDAY, width)).values())) == columns


def test_with_room_the_decision_stands_beside_its_shade():
    days = {SUNDAY: Day(entries=1, decisions=1), SUNDAY - timedelta(days=1): Day(decisions=2)}
    drawn = rows(calendar(days, SUNDAY, 120))
    assert drawn["Sun"].endswith("░◇")
    assert drawn["Sat"].endswith("◇")


def test_the_shades_step_with_the_fullest_day_and_say_so():
    drawn = plain(calendar({SUNDAY: Day(entries=100), SUNDAY - timedelta(days=7): Day(entries=25)}, SUNDAY, 80))
    assert "· none   ░ 1–25   ▒ 26–50   ▓ 51–75   █ 76 or more   ◇ something decided" in drawn
    assert drawn.splitlines()[7].endswith("░█")


def test_a_week_may_start_on_sunday():
    lines = plain(calendar({SUNDAY: Day(entries=1)}, SUNDAY, 60, week_start=6)).splitlines()
    assert [line[:3] for line in lines[1:8]] == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    assert lines[1].endswith("░")


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.dates(date(2025, 1, 1), date(2027, 1, 1)),
        st.builds(Day, st.integers(0, 90), st.integers(0, 3)),
        max_size=40,
    ),
    st.dates(date(2025, 6, 1), date(2026, 12, 31)),
    st.integers(1, 200),
    st.integers(0, 6),
)
def test_it_never_outgrows_its_width_and_shows_every_day_in_range(days, until, width, week_start):
    drawn = calendar(days, until, width, week_start=week_start)
    assert all(line_width(line) <= width for line in drawn)
    if width >= 60:
        text = "".join(line[5:] for line in plain(drawn).splitlines()[1:8])
        in_range = [d for d, day in days.items() if until - timedelta(days=364) <= d <= until and day.decisions]
        assert text.count("◇") >= len(in_range)
