"""A review: a closed month's statements, frozen, with the user's own note."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from recalibrate.domain.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence of a closed month: its metric (M1 …), level (counts, interval, claim) and words.

    `about` is the id of the situation, habit or task it speaks of; `direction` is lower, higher or empty.
    """

    metric: str
    level: str
    text: str
    about: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Record):
    """What a month (`YYYY-MM`) said when it closed; never recomputed."""

    month: str
    closed_at: datetime
    statements: tuple[Statement, ...] = ()
    note: str = ""
