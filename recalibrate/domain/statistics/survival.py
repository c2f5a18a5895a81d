"""How long things wait, when some are waiting still."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# Shares are products of many fractions; a share that is one half must not miss it by the last bit.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait of `length` (in whatever unit, the same for all) that is over (`done`) or goes on."""

    length: float
    done: bool


def waiting_curve(waits: Iterable[Wait]) -> tuple[tuple[float, float], ...]:
    """Steps (length, share still waiting after it), one for each length at which a wait was over.

    The product-limit estimate of Kaplan & Meier (1958), JASA 53:457–481. A wait that goes on still counts as
    waiting at its own length.
    """
    ordered = sorted(waits, key=lambda wait: wait.length)
    steps: list[tuple[float, float]] = []
    share, at, left = 1.0, 0, len(ordered)
    while at < len(ordered):
        length, over, together = ordered[at].length, 0, 0
        while at < len(ordered) and ordered[at].length == length:
            over += ordered[at].done
            together += 1
            at += 1
        if over:
            share *= (left - over) / left
            steps.append((length, share))
        left -= together
    return tuple(steps)


def median_wait(waits: Iterable[Wait]) -> float | None:
    """The shortest length by which at least half were over; None when the curve never comes down to half."""
    return next((length for length, share in waiting_curve(waits) if share <= 0.5 + _ROUNDING), None)
