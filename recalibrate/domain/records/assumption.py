"""An assumption: something one is fairly sure of about oneself, tested by an experiment."""

from __future__ import annotations

from dataclasses import dataclass

from recalibrate.domain.records.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption(Record):
    """A sentence about oneself; how sure before and after are 0–100 in tens."""

    text: str
    sure_before: int | None = None
    expect_if_not: str = ""
    sure_after: int | None = None
