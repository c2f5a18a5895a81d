"""The middle value, without loading the standard library's heavier statistics."""

from __future__ import annotations

from collections.abc import Iterable


def median(values: Iterable[float]) -> float:
    """The middle of `values`; between two middles, their mean. ValueError when there are none."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("the median of nothing is not a number")
    middle, odd = divmod(len(ordered), 2)
    return ordered[middle] if odd else (ordered[middle - 1] + ordered[middle]) / 2
