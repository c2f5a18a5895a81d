"""Whether values go up or down over time, and how steeply, without believing single values."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from recalibrate.domain.statistics.slope import theil_sen

# The exact distribution comes from a product of polynomials, not from listing orders, so ten values cost
# less than a millisecond.
EXACT_UP_TO = 10

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Trend:
    """The direction of a series: median slope per 30 days, Kendall's `s`, and how likely by chance.

    `p` is two-sided; `exact` tells whether it was counted out or approximated.
    """

    slope_per_30_days: float
    s: int
    p: float
    exact: bool


def trend(points: Sequence[Point]) -> Trend:
    """The trend of (day, value) points in any order. ValueError when they lie on fewer than two days.

    Slope: Theil–Sen (see `theil_sen`). Test: Mann (1945), Econometrica 13:245–259; Kendall (1970), Rank
    Correlation Methods, ch. 4. Exact up to `EXACT_UP_TO` points at different times, else normal.
    """
    slope = theil_sen(points) * 30
    s = kendall_s(points)
    days = Counter(day for day, _ in points)
    exact = len(points) <= EXACT_UP_TO and len(days) == len(points)
    p = exact_p(s, [value for _, value in points]) if exact else normal_p(s, points)
    return Trend(slope, s, p, exact)


def kendall_s(points: Sequence[Point]) -> int:
    """Pairs that rise over time minus pairs that fall; equal values or times count as neither."""
    seen: list[float] = []
    s = 0
    for _, together in groupby(sorted(points), key=lambda point: point[0]):
        values = [value for _, value in together]
        for value in values:
            s += bisect_left(seen, value) - (len(seen) - bisect_right(seen, value))
        for value in values:
            insort(seen, value)
    return s


def exact_p(s: int, values: Sequence[float]) -> float:
    """The share of all orders of `values`, ties included, whose S is at least as far from 0 as `s`.

    Times must differ. Counted by inversions of a multiset (MacMahon 1916, Combinatory Analysis, vol. 1).
    """
    ties = tuple(sorted(Counter(values).values()))
    orders = _orders_by_inversions(ties)
    pairs = len(orders) - 1  # pairs of different values; S = pairs − 2 · inversions
    far = sum(count for inversions, count in enumerate(orders) if abs(pairs - 2 * inversions) >= abs(s))
    return far / sum(orders)


def normal_p(s: int, points: Sequence[Point]) -> float:
    """The two-sided p of `s` by the normal approximation, corrected for ties and for continuity.

    Kendall (1970), section 4.9 (variance with ties in both rankings). With every value equal it is 1.
    """
    n = len(points)
    days = list(Counter(day for day, _ in points).values())
    values = list(Counter(value for _, value in points).values())

    def tied(sizes: list[int]) -> tuple[int, int, int]:
        return (
            sum(t * (t - 1) for t in sizes),
            sum(t * (t - 1) * (t - 2) for t in sizes),
            sum(t * (t - 1) * (2 * t + 5) for t in sizes),
        )

    (d1, d2, d3), (v1, v2, v3) = tied(days), tied(values)
    variance = (n * (n - 1) * (2 * n + 5) - d3 - v3) / 18
    if n > 1:
        variance += d1 * v1 / (2 * n * (n - 1))
    if n > 2:
        variance += d2 * v2 / (9 * n * (n - 1) * (n - 2))
    if variance <= 0 or s == 0:
        return 1.0
    return math.erfc((abs(s) - 1) / math.sqrt(2 * variance))


@lru_cache(maxsize=256)
def _orders_by_inversions(ties: tuple[int, ...]) -> tuple[int, ...]:
    """How many different orders of values tied in groups of these sizes have 0, 1, 2 … inversions.

    The coefficients of the q-multinomial [n]! / Π [t]!, where [t]! is the product of 1 + q + … + q^(i−1).
    """
    orders = [1]
    for factor in range(2, sum(ties) + 1):
        orders = [sum(orders[max(0, k - factor + 1) : k + 1]) for k in range(len(orders) + factor - 1)]
    for size in ties:
        for factor in range(2, size + 1):
            quotient: list[int] = []
            for k in range(len(orders) - factor + 1):
                quotient.append(orders[k] - sum(quotient[max(0, k - factor + 1) : k]))
            orders = quotient
    return tuple(orders)
