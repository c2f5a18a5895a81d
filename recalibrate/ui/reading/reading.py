"""What is read: a story with the names around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from recalibrate.domain.journaling.story import Story
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.search import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A story to be read on the local date `today`.

    `habits` maps keys to names and definitions, `people` ids to aliases; `situation` is the name to show, merges
    followed; `is_told` asks for the story told as an experiment.
    """

    story: Story
    today: date
    situation: str = ""
    habits: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    assumption: Assumption | None = None
    query: Query = field(default_factory=Query)
    is_told: bool = False
