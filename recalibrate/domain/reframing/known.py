"""What a draft may meet in the journal and the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.settings import Settings

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the journal holds, as it is read now, and the settings."""

    entries: Sequence[Entry] = ()
    experiments: Sequence[Experiment] = ()
    overhauls: Sequence[Overhaul] = ()
    situations: Sequence[Situation] = ()
    people: Sequence[Person] = ()
    assumptions: Sequence[Assumption] = ()
    habits: Sequence[OwnHabit] = ()
    settings: Settings = field(default_factory=Settings)


def with_id(records: Sequence[R], id: str | None) -> R | None:
    """The record with that id, if it is there."""
    return next((each for each in records if each.id == id), None) if id else None
