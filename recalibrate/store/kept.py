"""A record as a table holds it."""

from __future__ import annotations

from typing import Generic, TypeVar

from recalibrate.domain.records.record import Record

R = TypeVar("R", bound=Record)


class Kept(Generic[R]):
    """A record, the number it stands under, and its line."""

    __slots__ = ("line", "number", "record")

    def __init__(self, number: int, record: R, line: bytes) -> None:
        self.number = number
        self.record = record
        self.line = line
