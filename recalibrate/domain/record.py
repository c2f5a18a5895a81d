"""What every kept thing has: an identity, two times, a revision and a soft deletion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Self
from uuid import uuid4

NEVER = datetime.min.replace(tzinfo=UTC)
"""The times of a record that no journal has kept yet."""


def new_id() -> str:
    """A fresh identity, never TinyDB's number."""
    return str(uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The base of all records; the journal stamps the times (with offset) and counts `rev` on each save."""

    id: str = field(default_factory=new_id)
    created_at: datetime = NEVER
    updated_at: datetime = NEVER
    rev: int = 0
    deleted_at: datetime | None = None

    def stamped(self, now: datetime) -> Self:
        """The same record as saved at `now`."""
        return replace(
            self,
            created_at=now if self.created_at == NEVER else self.created_at,
            updated_at=now,
            rev=self.rev + 1,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """An earlier wording of one field, kept when it was written over."""

    field: str
    text: str
    replaced_at: datetime
