"""How many out of how many: a share with its interval, and the difference of two shares."""

from __future__ import annotations

import math
from dataclasses import dataclass

from recalibrate.domain.statistics.interval import Z95, Interval


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much a later share differs from an earlier one (later − earlier, −1 to 1)."""

    change: float
    interval: Interval

    @property
    def excludes_none(self) -> bool:
        """Say whether the interval leaves out "no change"."""
        return not self.interval.holds(0.0)


def wilson(happened: int, cases: int) -> Interval:
    """The 95 % score interval for `happened` out of `cases`, as shares from 0 to 1.

    Wilson (1927), JASA 22:209–212. With no cases nothing is known and the interval is 0 to 1.
    ValueError when the counts cannot be.
    """
    if not 0 <= happened <= cases:
        raise ValueError(f"{happened} of {cases} cannot be")
    if cases == 0:
        return Interval(0.0, 1.0)
    share = happened / cases
    shrink = 1 + Z95 * Z95 / cases
    centre = (share + Z95 * Z95 / (2 * cases)) / shrink
    half = Z95 * math.sqrt(share * (1 - share) / cases + Z95 * Z95 / (4 * cases * cases)) / shrink
    # At the ends the formula gives exactly 0 and 1; floats would miss them by a hair.
    low = 0.0 if happened == 0 else max(0.0, centre - half)
    high = 1.0 if happened == cases else min(1.0, centre + half)
    return Interval(low, high)


def newcombe(earlier: tuple[int, int], later: tuple[int, int]) -> Difference:
    """The change between two shares, each given as (happened, cases), with its 95 % interval.

    Newcombe (1998), Statistics in Medicine 17:873–890, method 10: the root-sum-square of the two Wilson
    intervals. ValueError when either side has no cases.
    """
    if not earlier[1] or not later[1]:
        raise ValueError("a difference needs cases on both sides")
    before, after = wilson(*earlier), wilson(*later)
    first, second = earlier[0] / earlier[1], later[0] / later[1]
    change = second - first
    down = math.hypot(second - after.low, before.high - first)
    up = math.hypot(after.high - second, first - before.low)
    return Difference(change, Interval(change - down, change + up))
