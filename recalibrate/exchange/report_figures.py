"""Numbers of the look-back as figures that a report can draw: shares on one axis, and values over days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from recalibrate.domain.look_back.doing import TaskDoing
from recalibrate.domain.look_back.dread import Dread
from recalibrate.domain.look_back.first_voice import FirstVoice
from recalibrate.domain.look_back.habits import Habits
from recalibrate.domain.look_back.sections.experiments import Expectations, Followed, feeling_word
from recalibrate.domain.look_back.speech import SHARE_FROM
from recalibrate.domain.statistics import Interval


@dataclass(frozen=True, slots=True)
class ShareLine:
    """`happened` of `cases`; shares (0–1) are drawn from five cases on."""

    label: str
    happened: int
    cases: int
    interval: Interval
    expected: float | None = None

    @property
    def is_drawn(self) -> bool:
        """Whether there are enough cases for a share."""
        return self.cases >= SHARE_FROM


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares one under the other on one 0–100 axis."""

    lines: tuple[ShareLine, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Values from 0 to 100 over days; hollow ones are shown and not counted."""

    points: tuple[tuple[date, int, bool], ...]
    baseline: float | None = None
    recent: float | None = None


def figure_of(facts: Any) -> Shares | Course | None:
    """The figure for a page's facts; None where its table says it as well."""
    if isinstance(facts, Dread):
        points = tuple((each.day, each.value, each.at_slip) for each in facts.ratings)
        baseline, recent = (None, None) if facts.too_early else (facts.baseline, facts.recent)
        return Course(points, baseline, recent)
    if isinstance(facts, TaskDoing):
        rated = tuple((each.day, each.can_do, False) for each in facts.tries if each.can_do is not None)
        return Course(rated) if rated else None
    lines = tuple(_shares(facts))
    return Shares(lines) if lines else None


def _shares(facts: Any) -> Iterator[ShareLine]:
    if isinstance(facts, FirstVoice):
        for voices in facts.months:
            if voices.marked:
                yield ShareLine(voices.words, voices.whole, voices.marked, voices.interval)
    elif isinstance(facts, Habits):
        for row in facts.rows:
            yield ShareLine(row.name, row.named, row.cases, row.interval)
    elif isinstance(facts, Followed):
        through, stuck, ended = facts.follow_through, facts.stuck, facts.rounds
        yield ShareLine("decided in time", through.decided, through.reached, through.interval)
        yield ShareLine("still so", stuck.yes, stuck.cases, stuck.interval)
        yield ShareLine("came to an end", ended.ended, ended.questions, ended.interval)
    elif isinstance(facts, Expectations):
        for each in facts.all:
            if each.score:
                score = each.score
                yield ShareLine(feeling_word(each.feeling), score.happened, score.cases, score.interval, score.expected)
