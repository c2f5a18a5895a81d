"""Past dates in words: the days that `last friday`, `3 weeks ago` or `march` mean, to search and to say when it was."""

from __future__ import annotations

import re
from datetime import date

from recalibrate.domain.dates import refusals
from recalibrate.domain.dates.calendar_days import Span, Standpoint
from recalibrate.domain.dates.deadlines import LONGEST_PHRASE, Refusal, short_day
from recalibrate.domain.dates.past_rules import past_span
from recalibrate.domain.dates.rules import NoDay
from recalibrate.domain.dates.words import UnknownWord, plain, tidy

__all__ = ["Span", "read_past"]

_EXAMPLES = "write a date like yesterday, 3 weeks ago, march or 2026-03-14."

# About is fine here: the day is kept as it was understood.
_ABOUT = r"^(?:(?:about|around|roughly|circa|sometime in|some time in|earlier) )"

_REASONS = (
    (
        r"\b(?:few|several|some|many|recently|lately|the other day|a while|once|long ago|ages)\b",
        "How long ago? Write a number, like 3 days ago.",
    ),
    (r"\b(?:spring|summer|autumn|fall|winter)\b", "Seasons differ from place to place; write a month, like march."),
    (r"\b(?:hours?|hrs?|minutes?|mins?)\b", "Write the day it was: today or yesterday."),
    (r"\b(?:tomorrow|next|in \w+ (?:days?|weeks?|months?))\b", f"That is still to come; {_EXAMPLES}"),
    (r"\b\d+ ?m\b", "Minutes or months? Write 1 month ago."),
    (r"\b(?:xmas|christmas|easter|new year|halloween|thanksgiving)", "Holidays are not known here; write the date."),
)


def read_past(phrase: str, today: date, *, week_start: int = 0) -> Span | Refusal:
    """The past days a phrase means, the last of them today at the latest.

    `week_start` is the weekday that weeks begin with, 0 for Monday.
    """
    today = date(today.year, today.month, today.day)
    at = Standpoint(today, week_start % 7)
    if len(phrase) > LONGEST_PHRASE:
        return Refusal(f"That is too long for a date; {_EXAMPLES}")
    text = re.sub(_ABOUT, "", tidy(phrase))
    if not text:
        return Refusal(f"No date yet; {_EXAMPLES}")

    def readable(words: str) -> bool:
        try:
            return _span(words, at) is not None
        except (ValueError, OverflowError):
            return False

    if reason := refusals.reason_for_shape(text, readable):
        return Refusal(reason)
    try:
        span = _span(text, at)
    except UnknownWord:
        span = None
    except NoDay as no_day:
        return Refusal(str(no_day))
    except (ValueError, OverflowError):
        return Refusal(f"The calendar does not reach that far; {_EXAMPLES}")
    if span is None:
        known = next((reason for pattern, reason in _REASONS if re.search(pattern, text)), None)
        return Refusal(known or f"That is not a past date this notebook can read; {_EXAMPLES}")
    if span.first > today:
        return Refusal(f"{short_day(span.first, today)} is still to come; {_EXAMPLES}")
    return Span(span.first, min(span.last, today))


def _span(text: str, at: Standpoint) -> Span | None:
    # A year and month has no word in it for the vocabulary to know.
    return past_span(text if re.fullmatch(r"\d{4}-\d\d?", text) else plain(text), at)
