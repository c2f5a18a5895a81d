"""Past times in words: the day that `yesterday 6pm` or `last friday at 18:30` means, with its clock time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from recalibrate.domain.dates.calendar_days import Span
from recalibrate.domain.dates.deadlines import Refusal, days_away, short_day
from recalibrate.domain.dates.past_dates import read_past
from recalibrate.domain.records.entry import Precision

NOON = time(12)
SMALL_HOURS = 5
"""Before this hour a clock time of a night belongs to the day after."""

_ABOUT = r"(?:(?:at|around|about|from|ca\.?)[ ]+)*"
_CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?[ ]?(?P<half>[ap])\.?m\.?|"
    r"(?P<hours>\d{1,2})[:.](?P<minutes>\d\d)(?::\d\d)?|(?P<bare>\d{1,2})[ ]?h|(?P<noon>noon|midday))"
)
_BEHIND = re.compile(rf"^(?P<day>.*?)(?:[ ,]+|(?<=\d)t){_ABOUT}{_CLOCK}$", re.IGNORECASE)
_BEFORE = re.compile(rf"^{_ABOUT}{_CLOCK}(?:[ ,]+(?:on )?(?P<day>.+))?$", re.IGNORECASE)
_HOUR = re.compile(r"\b(?:at[ ]+\d{1,2}|\d{1,2}[ ]+o.?clock)$", re.IGNORECASE)
_MIDNIGHT = re.compile(r"\bmidnight\b", re.IGNORECASE)
_DAYPART = re.compile(r"\b(?P<part>morning|afternoon|evening|eve|night|tonight)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PastTime:
    """The past days a phrase means, and the clock time said with a single one of them."""

    days: Span
    clock: time | None = None

    def moment(self, now: datetime) -> tuple[datetime, Precision]:
        """When it was, and how closely that is known: a day alone is its noon, some days the middle of them.

        Today alone is as late as it is now. A clock time that is still to come leaves its day alone.
        """
        at = self._at(now)
        if at is not None and at <= now:
            return at, Precision.MINUTE
        day = self.days.first + (self.days.last - self.days.first) // 2
        if self.days.first == now.date():
            return now, Precision.DAY  # noon would place it before what was noted this afternoon
        return min(_combined(day, NOON, now), now), Precision.DAY

    def is_to_come(self, now: datetime) -> bool:
        """Whether the clock time said has not been yet."""
        at = self._at(now)
        return at is not None and at > now

    def echo(self, now: datetime) -> str:
        """The day and time as they are understood."""
        today, first, last = now.date(), self.days.first, self.days.last
        if first != last:
            return f"between {short_day(first, today)} and {short_day(last, today)}"
        if self.is_to_come(now):
            return f"{short_day(first, today)} — {self.clock:%H:%M} is still to come, so the day alone is kept"
        clock = f", {self.clock:%H:%M}" if self.clock else ""
        return f"{short_day(first, today)}{clock} — {days_away(first, today)}"

    def _at(self, now: datetime) -> datetime | None:
        return None if self.clock is None else _combined(self.days.first, self.clock, now)


def read_past_time(phrase: str, today: date, *, week_start: int = 0) -> PastTime | Refusal:
    """The past day a phrase means and its clock time, where it has one; a clock time alone is of today.

    With several days, as in `last week 6pm`, a time says nothing and is refused.
    """
    read = read_past(phrase, today, week_start=week_start)
    if not isinstance(read, Refusal):
        return PastTime(read)
    words = " ".join(phrase.split())
    if _HOUR.search(words):
        return Refusal("Morning or evening? Write 6am, 6pm or 18:00.")
    if _MIDNIGHT.search(words):
        return Refusal("A day has two midnights; write 00:00 or 23:59.")
    for found in filter(None, (_BEHIND.match(words), _BEFORE.match(words))):
        day = (found["day"] or "").strip(" ,")
        if not day and re.search(r"\d\.\d+$", words):
            return read  # 3.10 alone is a date that cannot be told
        days = read_past(day or "today", today, week_start=week_start)
        if not isinstance(days, Refusal):
            return _with_clock(days, found, day, today)
        read = days
    return read


def _with_clock(days: Span, found: re.Match[str], day: str, today: date) -> PastTime | Refusal:
    clock = _clock(found)
    if clock is None:
        return Refusal("There is no such time; write one like 14:30, or leave it out.")
    if days.first != days.last:
        return Refusal("On which day was that time? Write one day, or leave the time out.")
    part = _DAYPART.search(day)
    after_midnight = part and part["part"].casefold() == "night" and clock.hour < SMALL_HOURS
    if after_midnight and days.first < today:
        days = Span(days.first + timedelta(days=1), days.first + timedelta(days=1))
    return PastTime(days, clock)


def _clock(found: re.Match[str]) -> time | None:
    if found["noon"]:
        return NOON
    hour = int(found["hour"] or found["hours"] or found["bare"])
    minute = int(found["minute"] or found["minutes"] or 0)
    if half := (found["half"] or "").casefold():
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _combined(day: date, clock: time, now: datetime) -> datetime:
    return datetime.combine(date(day.year, day.month, day.day), clock, tzinfo=now.tzinfo)
