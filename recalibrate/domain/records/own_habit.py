"""A habit of judgement that the user named; archived, never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from recalibrate.domain.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnHabit(Record):
    """A habit beside the catalogue; its `id` stands in an entry's `habits` as a catalogue key does."""

    name: str
    definition: str = ""
    question: str = ""
    archived_at: datetime | None = None
