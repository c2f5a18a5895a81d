"""At the first start in a new month: close the months that are over, beside whatever else goes on."""

from __future__ import annotations

import asyncio
import time
from datetime import date, timedelta

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.review import Review
from recalibrate.ui.session import Session

QUIET = 0.4
"""Seconds without a key after which the work goes on: beside it each key would wait twice as long."""


async def close_months(session: Session) -> None:
    """Work the reviews out in a thread, then keep them in one commit that undo does not touch. Raises JournalError."""
    if session.journal.read_only or not _may_be_due(session):
        return
    from recalibrate.store.notebook import keep_reviews, reviews_due  # the look-back, a tenth of a second to load

    reviews = await asyncio.to_thread(
        reviews_due, session.journal, session.now, lambda: session.is_over, _KeysFirst(session).let_pass
    )
    if not reviews or session.is_over:
        return
    kept = await session.run(keep_reviews, session.journal, reviews)
    if kept:
        session.on_change()


def _may_be_due(session: Session) -> bool:
    """Whether anything was written that a month could close on, and last month is not closed as the latest."""
    journal = session.journal
    if not journal.latest(Entry, 1) and not journal.latest(Experiment, 1):
        return False
    closed = journal.latest(Review, 1)
    return not closed or closed[-1].month < f"{_last_month(session.today):%Y-%m}"


def _last_month(today: date) -> date:
    return today.replace(day=1) - timedelta(days=1)


class _KeysFirst:
    """Holds a thread back while keys come."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._seen = 0

    def let_pass(self) -> None:
        """Wait until no key has come for a moment; at once when none came since the last time."""
        while self._seen != self._session.keys_heard and not self._session.is_over:
            self._seen = self._session.keys_heard
            time.sleep(QUIET)
