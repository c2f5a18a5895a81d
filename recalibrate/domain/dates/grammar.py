"""Reads a phrase of plain words as one coming day: the rules in order, the first that fits the whole phrase wins."""

from __future__ import annotations

import re
from datetime import date

from recalibrate.domain.dates.calendar_dates import CALENDAR_DATES
from recalibrate.domain.dates.calendar_days import Standpoint
from recalibrate.domain.dates.lengths import COUNTED_DAYS
from recalibrate.domain.dates.near_days import NEAR_DAYS
from recalibrate.domain.dates.rules import LENGTH

_RULES = (*NEAR_DAYS.listed, *CALENDAR_DATES.listed, *COUNTED_DAYS.listed)


def coming_day(words: str, at: Standpoint) -> date | None:
    """The day a whole phrase means, None if no rule fits; raises `NoDay` where it means one that cannot be."""
    deadline = re.fullmatch(r"(?:due )?(?P<how>by|on|until|latest|due) (?P<day>.+)", words)
    if deadline:
        words = deadline["day"]
        if deadline["how"] == "on" and re.match(rf"{LENGTH}|in |for |within ", words):
            return None
    # A day is due at its end, so a part of the day changes nothing.
    in_the_evening = re.fullmatch(r"(?P<day>.+?)(?: in the| at)? (?:daypart|eod|latest)", words)
    if in_the_evening and in_the_evening["day"] not in ("this", "eod"):
        words = in_the_evening["day"]
    return _day(words, at)


def _day(words: str, at: Standpoint) -> date | None:
    for pattern, meaning in _RULES:
        found = re.fullmatch(pattern, words)
        if found and (day := meaning(found, at, lambda inner: _day(inner, at))) is not None:
            return day
    return None
