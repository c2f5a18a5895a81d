"""The small plan for noticing the next slip: "when I hear … I open this"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from recalibrate.domain.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticingPlan(Record):
    """The cue one listens for; it stays on Today until it has been tried once."""

    cue: str
    tried_at: datetime | None = None
