"""Dread of a situation over time: where it began, where it is, and whether that is more than wobble (M3, M3b)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.situation import ends
from recalibrate.domain.statistics import Trend, median, trend

ENDS = 3
"""So many ratings make the baseline, and as many the recent level."""

RATINGS_NEEDED, DAYS_NEEDED = 6, 42
HIGH, LOW = 60, 30
STEP = 20
"""A smaller difference is within ordinary wobble."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A value (0–100) on a local day; `at_slip` when it was given at the moment of a slip and does not count."""

    day: date
    value: int
    at_slip: bool = False


@dataclass(frozen=True, slots=True)
class Dread:
    """The dread of one situation; levels are None below three counted ratings, the trend on fewer than two days."""

    situation_id: str
    name: str
    ratings: tuple[Rated, ...]
    baseline: float | None
    recent: float | None
    trend: Trend | None
    days: int
    no_longer_dreaded: bool
    has_risen: bool

    @property
    def counted(self) -> tuple[Rated, ...]:
        """The ratings that count: all but those at slips."""
        return tuple(each for each in self.ratings if not each.at_slip)

    @property
    def too_early(self) -> bool:
        """Whether there is too little to compare: fewer than six counted ratings, or under 42 days."""
        return len(self.counted) < RATINGS_NEEDED or self.days < DAYS_NEEDED

    @property
    def change(self) -> float:
        """Recent − baseline; 0 while there is neither."""
        return self.recent - self.baseline if self.baseline is not None and self.recent is not None else 0.0


def dread_of(situation_id: str, name: str, ratings: Iterable[Rating]) -> Dread:
    """M3 and M3b of one situation, from its dread ratings in any order.

    Baseline: median of the first 3 ratings not made at a slip (a situation is usually added on its worst day, so
    that the next ratings fall anyway: regression to the mean); recent: median of the last 3. Slope per 30 days:
    Theil–Sen; trend: Mann–Kendall, exact for few (see `statistics.trend`). "No longer dreaded" is a plain fact: 3 or
    more earlier ratings of 60 and above and the last 3 all 30 or below; "has risen" is the same the other way round.
    """
    ordered = sorted(ratings, key=lambda each: each.rated_at)
    counted = [each for each in ordered if each.context is not Context.SLIP]
    values = [each.value for each in counted]
    days: tuple[float, ...] = ()
    if counted:
        start = counted[0].rated_at
        days = tuple((each.rated_at - start).total_seconds() / 86_400 for each in counted)
    enough = len(values) >= ENDS
    earlier, last = values[:-ENDS], values[-ENDS:]
    return Dread(
        situation_id=situation_id,
        name=name,
        ratings=tuple(Rated(each.rated_at.date(), each.value, each.context is Context.SLIP) for each in ordered),
        baseline=median(values[:ENDS]) if enough else None,
        recent=median(last) if enough else None,
        trend=_trend(tuple(zip(days, values, strict=True))) if len(set(days)) > 1 else None,
        days=(counted[-1].rated_at.date() - counted[0].rated_at.date()).days if counted else 0,
        no_longer_dreaded=sum(value >= HIGH for value in earlier) >= ENDS and max(last) <= LOW,
        has_risen=sum(value <= LOW for value in earlier) >= ENDS and min(last) >= HIGH,
    )


def dread(notebook: Notebook) -> tuple[Dread, ...]:
    """The dread of each situation that was ever rated, the most rated first; merged ones count together."""
    end = ends(notebook.situations)
    groups: dict[str, list[Rating]] = {}
    for each in notebook.ratings:
        if each.measure is Measure.DREAD and each.situation_id in end:
            groups.setdefault(end[each.situation_id].id, []).append(each)
    found = [dread_of(id, end[id].name, ratings) for id, ratings in groups.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.ratings), each.name.casefold(), each.situation_id)))


def once_dreaded(ratings: Iterable[Rating], end: dict[str, str]) -> frozenset[str]:
    """The situations that were rated 60 or above for dread at any time; the sting of a slip is no dread of them."""
    return frozenset(
        end.get(each.situation_id, each.situation_id)
        for each in ratings
        if each.measure is Measure.DREAD and each.context is not Context.SLIP
        if each.value >= HIGH and each.situation_id
    )


@lru_cache(maxsize=512)
def _trend(points: Sequence[tuple[float, float]]) -> Trend:
    """The trend, worked out once for the same ratings."""
    return trend(points)
