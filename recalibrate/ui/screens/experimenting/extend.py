"""The one extension: a later date and the reason for it."""

from __future__ import annotations

from recalibrate.domain.dates.deadlines import Refusal, read_deadline
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.rules import extend, longest_extension
from recalibrate.domain.wording import counted
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.session import Session


class ExtendScreen(AskScreen[Experiment]):
    """Answers the experiment with its later date."""

    def __init__(self, experiment: Experiment, session: Session) -> None:
        super().__init__()
        self._experiment, self._session = experiment, session
        days = counted(longest_extension(experiment), "day")
        self.question = f"Extend once, by {days} at most"
        self.fields = (("reason", "What needs more time?", "in a line"), ("date", "Decide by", "next friday"))

    def echo(self, name: str, text: str) -> str:
        """What the date means."""
        if name != "date" or not text.strip():
            return ""
        read = read_deadline(text, self._session.today, week_start=self._session.settings.week_start)
        return read.reason if isinstance(read, Refusal) else read.words

    def answer(self, typed: dict[str, str]) -> Experiment:
        """The extended experiment; refused without a reason, too far off, or a second time."""
        read = read_deadline(typed["date"], self._session.today, week_start=self._session.settings.week_start)
        if isinstance(read, Refusal):
            raise ValueError(read.reason)
        return extend(self._experiment, read.date, typed["reason"], self._session.now)
