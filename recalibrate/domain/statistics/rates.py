"""How often per stretch of time: the ratio of two rates with its exact interval."""

from __future__ import annotations

import math
from dataclasses import dataclass

from recalibrate.domain.statistics.interval import Interval

_TAIL = 0.025


@dataclass(frozen=True, slots=True)
class RateRatio:
    """The later rate as a multiple of the earlier; `ratio` is None when the earlier count is zero.

    `interval.high` is infinite where the data set no upper limit.
    """

    ratio: float | None
    interval: Interval

    @property
    def excludes_none(self) -> bool:
        """Say whether the interval leaves out "no change"."""
        return not self.interval.holds(1.0)


def rate_ratio(before: int, exposure_before: float, after: int, exposure_after: float) -> RateRatio:
    """Compare two counts, each over its own exposure (days, or attempts; the same unit for both).

    Given the total, the later count is binomial; the exact limits of its share (`clopper_pearson`) turn into
    limits of the ratio. Przyborowski & Wilenski (1940), Biometrika 31:313–323; Cox & Lewis (1966), ch. 9.
    ValueError when a count is negative or an exposure not above zero.
    """
    if before < 0 or after < 0 or exposure_before <= 0 or exposure_after <= 0:
        raise ValueError("counts start at 0 and exposures above it")
    scale = exposure_before / exposure_after
    share = clopper_pearson(after, before + after)
    interval = Interval(scale * _odds(share.low), scale * _odds(share.high))
    return RateRatio(scale * after / before if before else None, interval)


def clopper_pearson(happened: int, cases: int) -> Interval:
    """The exact 95 % interval for `happened` out of `cases`; with no cases it is 0 to 1.

    Clopper & Pearson (1934), Biometrika 26:404–413, through quantiles of the beta distribution.
    """
    if not 0 <= happened <= cases:
        raise ValueError(f"{happened} of {cases} cannot be")
    missed = cases - happened
    low = _beta_quantile(_TAIL, happened, missed + 1) if happened else 0.0
    high = 1 - _beta_quantile(_TAIL, missed, happened + 1) if missed else 1.0
    return Interval(low, high)


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else math.inf


def _beta_quantile(probability: float, a: float, b: float) -> float:
    """The x at which the regularised incomplete beta function reaches `probability`, by halving."""
    low, high = 0.0, 1.0
    while True:
        middle = (low + high) / 2
        if middle in (low, high) or high - low <= 1e-15 * high:
            return middle
        if _incomplete_beta(middle, a, b) < probability:
            low = middle
        else:
            high = middle


def _incomplete_beta(x: float, a: float, b: float) -> float:
    """I_x(a, b) by its continued fraction (DLMF 8.17.22), evaluated the way of Lentz (1976)."""
    if x > (a + 1) / (a + b + 2):  # the fraction converges fast on the other side only
        return 1 - _incomplete_beta(1 - x, b, a)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    tiny = 1e-300
    numerator, denominator = 1.0, 1 / ((1 - (a + b) * x / (a + 1)) or tiny)
    fraction, m = denominator, 1
    while True:
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        for term in (even, odd):
            denominator = 1 / ((1 + term * denominator) or tiny)
            numerator = (1 + term / numerator) or tiny
            fraction *= numerator * denominator
        if abs(numerator * denominator - 1) < 1e-15 or m > 10_000:
            return math.exp(front) * fraction / a
        m += 1
