"""At the first start in a new month: close the months that are over, beside whatever else goes on."""

from __future__ import annotations

import asyncio

from recalibrate.ui.session import Session


async def close_months(session: Session) -> None:
    """Work the reviews out in a thread, then keep them in one commit that undo does not touch. Raises JournalError."""
    from recalibrate.store.notebook import keep_reviews, reviews_due  # the look-back, loaded after the first screen

    if session.journal.read_only:
        return
    reviews = await asyncio.to_thread(reviews_due, session.journal, session.now, lambda: session.is_over)
    if not reviews or session.is_over:
        return
    kept = await session.run(keep_reviews, session.journal, reviews)
    if kept:
        session.on_change()
