"""When a slip was, as a phrase: this minute, a past day read from words, or why no day can be read."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from recalibrate.domain.deadlines import Refusal

if TYPE_CHECKING:
    from recalibrate.domain.past_dates import Span

_NOW = frozenset({"", "now", "just now"})
_CLOCK_BEHIND = re.compile(
    r"[\s,]+(?:(?:at|around|about)\s+)?(?:\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|noon|midday|midnight)$",
    re.IGNORECASE,
)


def is_this_minute(phrase: str) -> bool:
    """Whether the phrase names no day but the minute the draft was begun."""
    return " ".join(phrase.split()).casefold() in _NOW


def day_of_slip(phrase: str, today: date, week_start: int = 0) -> Span | Refusal:
    """The past days a phrase means; a clock time behind a day is passed over, since a day is all that is kept."""
    from recalibrate.domain.past_dates import read_past  # only here: few slips need a phrase

    read = read_past(phrase, today, week_start=week_start)
    day_alone = _CLOCK_BEHIND.sub("", phrase.rstrip())
    if isinstance(read, Refusal) and day_alone.strip() and day_alone != phrase.rstrip():
        without_clock = read_past(day_alone, today, week_start=week_start)
        return read if isinstance(without_clock, Refusal) else without_clock
    return read


def unread_when(phrase: str, today: date, week_start: int = 0) -> str:
    """Why the phrase is no time a slip can have had, as a sentence; empty where it is one."""
    if is_this_minute(phrase):
        return ""
    read = day_of_slip(phrase, today, week_start)
    return read.reason if isinstance(read, Refusal) else ""
