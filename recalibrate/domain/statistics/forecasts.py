"""What was expected against what came: calibration, Brier score and skill."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from recalibrate.domain.statistics.interval import Z95, Interval
from recalibrate.domain.statistics.proportions import wilson


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a set of stated probabilities fared; all shares from 0 to 1.

    `bias` is z-distributed, above zero when things happened more often than expected; None when every
    expectation was 0 or 1. `skill` is None when all outcomes were the same.
    """

    cases: int
    expected: float
    happened: int
    interval: Interval
    brier: float
    reference: float
    skill: float | None
    bias: float | None

    @property
    def share(self) -> float:
        """The share that happened."""
        return self.happened / self.cases

    @property
    def is_biased(self) -> bool:
        """Say whether the gap between expected and happened is beyond chance (|z| above 1.96)."""
        return self.bias is not None and abs(self.bias) > Z95


def calibration(forecasts: Iterable[tuple[float, bool]]) -> Calibration:
    """Score (probability, happened) pairs, unfolded. ValueError when there are none or one is not in 0–1.

    Brier (1950), Monthly Weather Review 78:1–3; skill against the base rate: Murphy (1973), J. Applied
    Meteorology 12:595–600; z = Σ(o−p)/√Σp(1−p): Spiegelhalter (1986), Statistics in Medicine 5:421–433.
    """
    pairs = list(forecasts)
    if not pairs:
        raise ValueError("no forecasts to score")
    if any(not 0 <= probability <= 1 for probability, _ in pairs):
        raise ValueError("a probability lies between 0 and 1")
    cases = len(pairs)
    happened = sum(came for _, came in pairs)
    brier = math.fsum((probability - came) ** 2 for probability, came in pairs) / cases
    spread = math.fsum(probability * (1 - probability) for probability, _ in pairs)
    reference = happened * (cases - happened) / cases**2
    excess = math.fsum(came - probability for probability, came in pairs)
    return Calibration(
        cases=cases,
        expected=math.fsum(probability for probability, _ in pairs) / cases,
        happened=happened,
        interval=wilson(happened, cases),
        brier=brier,
        reference=reference,
        skill=1 - brier / reference if reference else None,
        bias=excess / math.sqrt(spread) if spread else None,
    )
