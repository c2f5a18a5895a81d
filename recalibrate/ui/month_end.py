"""At the first start in a new month: close the months that are over, beside whatever else goes on."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.review import Review
from recalibrate.ui.keys_first import KeysFirst
from recalibrate.ui.session import Session

QUIET = 0.4
"""Seconds without a key after which the work goes on."""


async def close_months(session: Session) -> None:
    """Work the reviews out in a thread, then keep them in one commit that undo does not touch. Raises JournalError."""
    if session.journal.read_only or not _may_be_due(session):
        return
    from recalibrate.store.notebook import keep_reviews, reviews_due  # the look-back, a tenth of a second to load

    keys = KeysFirst(session)
    reviews = await asyncio.to_thread(
        reviews_due, session.journal, session.now, lambda: session.is_over, lambda: keys.let_pass(QUIET)
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
