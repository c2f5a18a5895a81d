"""The median slope between all pairs of points."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from itertools import groupby

from recalibrate.domain.statistics.median import median

# Up to here every pair is looked at (20,000 slopes); a longer series is searched instead.
_LIST_UP_TO = 200
_CLOSE_ENOUGH = 1e-14


def theil_sen(points: Sequence[tuple[float, float]]) -> float:
    """The median of the slopes of all pairs of (day, value) points on different days, per day.

    Theil (1950), Proc. KNAW 53:386–392; Sen (1968), JASA 63:1379–1389. ValueError without two different days.
    """
    if len({day for day, _ in points}) < 2:
        raise ValueError("a slope needs two different days")
    ordered = sorted(points)
    if len(ordered) > _LIST_UP_TO:
        return _searched_median(ordered)
    return median(
        (later - earlier) / (end - start)
        for at, (start, earlier) in enumerate(ordered)
        for end, later in ordered[at + 1 :]
        if end > start
    )


def _searched_median(ordered: Sequence[tuple[float, float]]) -> float:
    """The same median without listing the pairs, to twelve decimals.

    A pair is less steep than m when the residual value − m·day falls between its points, so counting
    inversions tells how many pairs lie below m
    (Cole, Salowe, Steiger & Szemerédi 1989, SIAM J. Comput. 18:792–810).
    """
    groups = [(day, [value for _, value in group]) for day, group in groupby(ordered, key=lambda point: point[0])]
    pairs = (len(ordered) ** 2 - sum(len(values) ** 2 for _, values in groups)) // 2
    spread = max(value for _, value in ordered) - min(value for _, value in ordered)

    def below(slope: float) -> int:
        seen: list[float] = []
        count = 0
        for day, values in groups:
            residuals = [value - slope * day for value in values]
            count += sum(len(seen) - bisect_right(seen, residual) for residual in residuals)
            for residual in residuals:
                insort(seen, residual)
        return count

    def ranked(rank: int) -> float:
        high: float = max(spread, 1.0) / (groups[-1][0] - groups[0][0])
        while below(high) <= rank or below(-high) > rank:
            high *= 2
        low = -high
        while high - low > _CLOSE_ENOUGH * max(1.0, abs(low)):
            middle = (low + high) / 2
            low, high = (middle, high) if below(middle) <= rank else (low, middle)
        return (low + high) / 2

    middle = pairs // 2
    slope = ranked(middle) if pairs % 2 else (ranked(middle - 1) + ranked(middle)) / 2
    return float(round(slope, 12)) + 0.0  # never a minus zero
