"""An overhaul: what in the set-up must change, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from recalibrate.domain.records.experiment import Extension
from recalibrate.domain.records.record import Record


class Ending(StrEnum):
    """How an overhaul was closed."""

    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overhaul(Record):
    """A change to the set-up rather than to oneself; `deadline` is a local date, due at its end."""

    what_must_change: str
    entry_id: str | None = None
    experiment_id: str | None = None
    first_step: str = ""
    who_must_agree: str = ""
    deadline: date | None = None
    extension: Extension | None = None
    ending: Ending | None = None
    closed_at: datetime | None = None
    why: str = ""

    def is_due(self, today: date) -> bool:
        """Whether its date has passed and it is still open."""
        return self.ending is None and self.deadline is not None and today > self.deadline
