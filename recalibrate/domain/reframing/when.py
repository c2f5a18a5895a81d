"""When a slip was, as a phrase: this minute, a past day or time read from words, or why none can be read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from recalibrate.domain.dates.deadlines import Refusal

if TYPE_CHECKING:
    from recalibrate.domain.dates.past_times import PastTime

_NOW = frozenset({"", "now", "just now"})


def is_this_minute(phrase: str) -> bool:
    """Whether the phrase names no day but the minute the draft was begun."""
    return " ".join(phrase.split()).casefold() in _NOW


def time_of_slip(phrase: str, today: date, week_start: int = 0) -> PastTime | Refusal:
    """The past day or days a phrase means, with the clock time it gives, or why it means none."""
    from recalibrate.domain.dates.past_times import read_past_time  # only here: few slips need a phrase

    return read_past_time(phrase, today, week_start=week_start)


def unread_when(phrase: str, today: date, week_start: int = 0) -> str:
    """Why the phrase is no time a slip can have had, as a sentence; empty where it is one."""
    if is_this_minute(phrase):
        return ""
    read = time_of_slip(phrase, today, week_start)
    return read.reason if isinstance(read, Refusal) else ""
