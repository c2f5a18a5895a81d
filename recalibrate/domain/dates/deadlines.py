"""Deadlines in words: what a typed phrase means as a day from today on, or why it is refused.

A deadline is a local date and is due at the end of it. One meaning or none: a phrase with two readings is refused
with a sentence that says what to write instead.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

SMALL_EXPERIMENT = 60
FURTHEST = 3660
LONGEST_PHRASE = 100

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Deadline(NamedTuple):
    """A day, and the words that say it back before it is saved."""

    date: date
    words: str


class Refusal(NamedTuple):
    """Why a phrase is no usable date, in a sentence that says what to do instead."""

    reason: str


def read_deadline(
    phrase: str, today: date, *, week_start: int = 0, longest: int | None = SMALL_EXPERIMENT
) -> Deadline | Refusal:
    """The day a phrase means, at most `longest` days from today (None: up to ten years).

    `week_start` is the weekday that weeks begin with, 0 for Monday.
    """
    today = date(today.year, today.month, today.day)
    day = _coming_day(phrase, today, week_start)
    if isinstance(day, Refusal):
        return day
    days = (day - today).days
    if days < 0:
        return Refusal(f"{short_day(day, today)} has passed; write today or a coming day, like fri.")
    if longest is not None and days > longest:
        far = f"{short_day(day, today)} is {days} days away."
        if longest >= SMALL_EXPERIMENT:
            return Refusal(f"{far} Long for a small experiment. Shorter, or is this an overhaul?")
        return Refusal(f"{far} The most is {longest} days here; write a nearer day.")
    if days > FURTHEST:
        return Refusal("That is more than ten years away; write a nearer day.")
    return Deadline(day, echo(day, today))


def echo(day: date, today: date) -> str:
    """`Fri 14 Mar, end of day — in 9 days`."""
    return f"{short_day(day, today)}, end of day — {days_away(day, today)}"


def short_day(day: date, today: date) -> str:
    """`Fri 14 Mar`, with the year if it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}{year}"


def days_away(day: date, today: date) -> str:
    """`today`, `tomorrow`, `in 9 days`, `yesterday`, `3 days ago`."""
    days = day.toordinal() - today.toordinal()
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
        case _:
            return f"in {days} days" if days > 0 else f"{-days} days ago"


def _coming_day(phrase: str, today: date, week_start: int) -> date | Refusal:
    # Imported here: most of the app says dates back and never reads one.
    from recalibrate.domain.dates import refusals
    from recalibrate.domain.dates.calendar_days import Standpoint
    from recalibrate.domain.dates.grammar import coming_day
    from recalibrate.domain.dates.rules import NoDay
    from recalibrate.domain.dates.words import UnknownWord, plain, tidy

    if len(phrase) > LONGEST_PHRASE:
        return Refusal("That is too long for a date; write one like fri, 2 weeks or 14 mar.")
    text = tidy(phrase)
    at = Standpoint(today, week_start % 7)

    def readable(words: str) -> bool:
        try:
            return coming_day(plain(words), at) is not None
        except (ValueError, OverflowError):
            return False

    if reason := refusals.reason_for_shape(text, readable):
        return Refusal(reason)
    try:
        words = plain(text)
        day = coming_day(words, at)
    except UnknownWord as unknown:
        return Refusal(refusals.reason_for_unknown(text, str(unknown), readable))
    except NoDay as no_day:
        return Refusal(str(no_day))
    except (ValueError, OverflowError):  # past the calendar's own ends
        return Refusal("The calendar does not reach that far; write a nearer day.")
    return day or Refusal(refusals.reason_for_words(text, words, readable))
