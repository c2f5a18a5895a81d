"""Clock times said with a past day."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from recalibrate.domain.dates.deadlines import Refusal
from recalibrate.domain.dates.past_times import PastTime, read_past_time
from recalibrate.domain.records.entry import Precision

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("phrase", "day", "clock"),
    [
        ("yesterday 6pm", 21, time(18)),
        ("6:15 pm yesterday", 21, time(18, 15)),
        ("last friday at 18:30", 20, time(18, 30)),
        ("fri 9.15", 20, time(9, 15)),
        ("2026-11-21T18:00", 21, time(18)),
        ("14:30", 22, time(14, 30)),
        ("last night 1am", 22, time(1)),
        ("last night at 11pm", 21, time(23)),
    ],
)
def test_a_clock_time_is_kept_with_its_day(phrase: str, day: int, clock: time) -> None:
    read = read_past_time(phrase, NOW.date())
    assert isinstance(read, PastTime), read
    moment = datetime(2026, 11, day, clock.hour, clock.minute, tzinfo=UTC)
    assert read.moment(NOW) == (moment, Precision.MINUTE)
    assert f"{clock:%H:%M}" in read.echo(NOW)


def test_a_day_alone_is_known_to_the_day() -> None:
    read = read_past_time("yesterday", NOW.date())
    assert isinstance(read, PastTime)
    assert read.moment(NOW) == (datetime(2026, 11, 21, 12, tzinfo=UTC), Precision.DAY)


def test_today_alone_is_not_before_what_was_noted_this_afternoon() -> None:
    read = read_past_time("today", NOW.date())
    assert isinstance(read, PastTime)
    assert read.moment(NOW) == (NOW, Precision.DAY)


def test_a_time_still_to_come_leaves_its_day_and_says_so() -> None:
    read = read_past_time("today 23:00", NOW.date())
    assert isinstance(read, PastTime)
    assert read.moment(NOW)[1] is Precision.DAY
    assert "still to come" in read.echo(NOW)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("yesterday at 6", "Morning or evening"),
        ("yesterday 25:00", "no such time"),
        ("yesterday 13pm", "no such time"),
        ("last week 6pm", "which day"),
        ("yesterday midnight", "two midnights"),
        ("3.10", "Day or month"),
        ("tomorrow 6pm", "still to come"),
    ],
)
def test_a_time_that_cannot_be_told_is_refused_with_its_reason(phrase: str, reason: str) -> None:
    read = read_past_time(phrase, NOW.date())
    assert isinstance(read, Refusal)
    assert reason in read.reason
