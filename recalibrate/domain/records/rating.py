"""A rating: a value of dread, can-do or belief, at a time, in a context; append-only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from recalibrate.domain.records.record import Record


class Measure(StrEnum):
    """What is rated."""

    DREAD = "dread"
    CAN_DO = "can_do"
    BELIEF = "belief"


class Context(StrEnum):
    """When the rating was asked for; a rating at a slip never counts as a baseline."""

    SLIP = "slip"
    BEFORE_TRY = "before_try"
    MONTHLY = "monthly"
    REVIEW = "review"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Record):
    """A value of 0–100 in tens, about a situation, task, entry or experiment."""

    measure: Measure
    value: int
    rated_at: datetime
    context: Context
    situation_id: str | None = None
    task_id: str | None = None
    entry_id: str | None = None
    experiment_id: str | None = None
