"""A situation: a kind of moment that can recur."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from recalibrate.domain.records.record import Record, Version


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


def ends(situations: Iterable[Situation]) -> dict[str, Situation]:
    """The situation that each id stands for, merges followed to their end."""
    there = {each.id: each for each in situations}
    found: dict[str, Situation] = {}
    for end in there.values():
        id, seen = end.id, {end.id}
        while end.merged_into in there and end.merged_into not in seen:
            end = there[end.merged_into]
            seen.add(end.id)
        found[id] = end
    return found
