"""A range that probably holds the true number."""

from __future__ import annotations

from dataclasses import dataclass

Z95 = 1.959963984540054  # the normal quantile of 0.975; numbers quoted as "z = 1.96" are this, rounded


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed range from `low` to `high`, in the unit of the number it surrounds."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Say whether `value` is one the data leave possible."""
        return self.low <= value <= self.high
