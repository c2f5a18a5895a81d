"""The company that makes correcting mistakes normal: people, and moments of how a slip was met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from recalibrate.domain.records.record import Record


class Meeting(StrEnum):
    """How a person meets a slip; a note, never a score."""

    CURIOUS = "curious"
    NEUTRAL = "neutral"
    AGAINST = "against"
    NOT_SURE = "not_sure"


class MomentKind(StrEnum):
    """What was seen in one moment."""

    SAW_CALM = "saw_calm"
    MET_ME = "met_me"
    I_MET = "i_met"
    USED_AGAINST = "used_against"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone, by an alias; initials will do."""

    alias: str
    meets: Meeting = Meeting.NOT_SURE
    archived_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Record):
    """One instance of how a slip was met, and what can be borrowed from it."""

    kind: MomentKind
    what_happened: str = ""
    person_id: str | None = None
    borrow: str = ""
    happened_at: datetime | None = None
    entry_id: str | None = None
