"""What a rule says when it says no."""

from __future__ import annotations

from collections.abc import Sequence

from recalibrate.domain.records.experiment import Experiment


class Refused(ValueError):
    """A step the rules do not allow; its words are one sentence or two that say what can be done instead.

    `field` names the field to go to when one is missing or wrong; `decide_first` are the experiments that
    hold the places when too many are open.
    """

    def __init__(self, words: str, field: str = "", decide_first: Sequence[Experiment] = ()) -> None:
        super().__init__(words)
        self.field = field
        self.decide_first = tuple(decide_first)
