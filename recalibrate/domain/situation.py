"""A situation: a kind of moment that can recur."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from recalibrate.domain.record import Record, Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(Record):
    """A kind of moment ("questions in meetings"); archived or merged into another, never lost.

    `triage_offered_at` is when the app last offered triage because of the count here.
    """

    name: str
    archived_at: datetime | None = None
    merged_into: str | None = None
    triage_offered_at: datetime | None = None
    history: tuple[Version, ...] = ()
