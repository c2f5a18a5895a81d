"""Withdrawing an experiment before its date."""

from __future__ import annotations

from datetime import datetime

from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.rules import withdraw
from recalibrate.ui.screens.ask import AskScreen


class WithdrawScreen(AskScreen[Experiment]):
    """Answers the withdrawn experiment."""

    question = "Withdraw this experiment?"
    fields = (("reason", "Why, in a line", ""),)

    def __init__(self, experiment: Experiment, now: datetime) -> None:
        super().__init__()
        self._experiment, self._now = experiment, now

    def answer(self, typed: dict[str, str]) -> Experiment:
        """The withdrawn experiment; refused without a reason or after its date."""
        return withdraw(self._experiment, typed["reason"], self._now)
