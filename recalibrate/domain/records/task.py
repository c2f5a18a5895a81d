"""The one small task being tracked, the tries at it, and what is worth repeating."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from recalibrate.domain.records.record import Record


class Doing(StrEnum):
    """What was done in a try."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NO_CHANCE = "no_chance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Record):
    """A small task with three to five graded `levels`, easier to harder; one is in focus, the others rest."""

    name: str
    levels: tuple[str, ...] = ()
    in_focus: bool = False
    situation_id: str | None = None
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt(Record):
    """One try at a level (0 = the easiest); ratings are 0–100 in tens, `done` is empty while it is open."""

    task_id: str
    level: int = 0
    can_do_before: int | None = None
    dread_before: int | None = None
    opened_at: datetime | None = None
    done: Doing | None = None
    difficulty_after: int | None = None
    note: str = ""
    closed_at: datetime | None = None
    improvements_used: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement(Record):
    """Something worth repeating, noted from a try."""

    task_id: str
    text: str
    attempt_id: str | None = None
    archived_at: datetime | None = None
