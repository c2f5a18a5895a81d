"""The hand that writes the made-up year: chance with a seed, identities from it, and the records so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from random import Random
from typing import TypeVar
from uuid import UUID

from recalibrate.domain.records.record import Record

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Diary:
    """Records by id in the order they were written; a later version takes the place of an earlier one."""

    def __init__(self, now: datetime, seed: int) -> None:
        self.now = now
        self.today = now.date()
        self.random = Random(seed)
        self._records: dict[str, Record] = {}

    def new_id(self) -> str:
        """An identity that is the same for the same seed."""
        return str(UUID(int=self.random.getrandbits(128), version=4))

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """A local time; nothing in the diary lies after now."""
        moment = datetime.combine(day, time(hour, minute), tzinfo=self.now.tzinfo)
        return min(moment, self.now)

    def write(self, record: R, when: datetime) -> R:
        """Write a record down as it stood at `when`."""
        known = self._records.get(record.id)
        created = known.created_at if known else when
        kept = replace(record, created_at=created, updated_at=when)
        self._records[kept.id] = kept
        return kept

    def all(self, kind: type[R]) -> list[R]:
        """The records of a kind."""
        return [each for each in self._records.values() if isinstance(each, kind)]

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything, in the order it was first written."""
        return tuple(sorted(self._records.values(), key=lambda each: each.created_at))

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.random.random() < share

    def one_of(self, things: Sequence[T]) -> T:
        """Any of them."""
        return self.random.choice(things)

    def tens(self, middle: float, wobble: int = 10) -> int:
        """A value of the scale around `middle`."""
        value = middle + self.random.choice((-wobble, 0, 0, wobble))
        return min(max(round(value / 10) * 10, 0), 100)
