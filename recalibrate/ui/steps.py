"""What was done since the app was opened, so that it can be taken back and done again."""

from __future__ import annotations

from datetime import datetime

from recalibrate.domain.settings import Settings
from recalibrate.store.journal import Commit, Journal


class Steps:
    """The commits done and those undone, the last one last; something new makes the undone ones void."""

    def __init__(self) -> None:
        self._done: list[Commit] = []
        self._undone: list[Commit] = []

    @property
    def last(self) -> Commit | None:
        """The commit that would be taken back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Commit | None:
        """The commit that takes back what was last undone."""
        return self._undone[-1] if self._undone else None

    def did(self, commit: Commit) -> Commit:
        """Something new was done."""
        self._done.append(commit)
        self._undone.clear()
        return commit

    def went_back(self, inverse: Commit) -> Commit:
        """The last commit was taken back, by this one."""
        self._done.pop()
        self._undone.append(inverse)
        return inverse

    def went_on(self, again: Commit) -> Commit:
        """What was undone was done again, by this one."""
        self._undone.pop()
        self._done.append(again)
        return again

    def forget(self) -> None:
        """Another journal: nothing of what was done can be taken back."""
        self._done.clear()
        self._undone.clear()


def as_allowed(commit: Commit, journal: Journal, now: datetime, settings: Settings) -> Commit:
    """The commit as it may be taken back by the rules of experiments. Raises Refused."""
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.rules import stepped_back  # loaded only where something is changed

    if not any(isinstance(each, Experiment | Overhaul) for each in commit.records):
        return commit
    pairs = list(zip(commit.records, commit.before, strict=True))
    before = stepped_back(pairs, journal.all(Experiment), journal.all(Overhaul), now, settings)
    return commit._replace(before=before)
