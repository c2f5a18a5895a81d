"""What every kept thing has: an identity, two times, a revision and a soft deletion."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Self

NEVER = datetime.min.replace(tzinfo=UTC)
"""The times of a record that no journal has kept yet."""


def new_id() -> str:
    """A fresh identity, never TinyDB's number: a random UUID (RFC 9562, version 4).

    Made here since the standard module looks at the platform first, and each command would wait for that.
    """
    octets = bytearray(os.urandom(16))
    octets[6] = octets[6] & 0x0F | 0x40
    octets[8] = octets[8] & 0x3F | 0x80
    digits = octets.hex()
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


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
