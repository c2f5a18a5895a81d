"""Noticing on Today: offers the first plan after the first entry, and marks a plan as tried when it has led to one."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.base import NotebookScreen


class Noticing:
    """Looks each time Today is seen; the offer comes once, in the session that wrote the first entry."""

    def __init__(self, screen: NotebookScreen[None], notice: Callable[[], object]) -> None:
        """`notice` begins a slip from the offer."""
        self._screen = screen
        self._session = screen.session
        self._notice = notice
        self._was_new: bool | None = None
        self._is_put_off = False

    def look(self) -> None:
        """Offer the plan, or mark it, when the entries say so."""
        if not self._session.journal.is_loaded:
            return
        entries = self._session.journal.latest(Entry, 2)
        if self._was_new is None:
            self._was_new = not entries
        if not entries or self._session.journal.read_only:
            return
        plan = self._untried()
        if plan and entries[-1].created_at > plan.created_at:
            self._screen.run_worker(self._mark(plan, entries[-1].created_at), group="noticing")
        elif self._was_new:
            self._was_new = False
            if (len(entries) == 1 or self._is_put_off) and not self._session.journal.all(NoticingPlan):
                self._screen.run_worker(self._offer(entries[-1]), group="noticing")

    def tried(self) -> None:
        """The plan has just been followed."""
        if (plan := self._untried()) and not self._session.journal.read_only:
            self._screen.run_worker(self._mark(plan, self._session.now), group="noticing")

    def _untried(self) -> NoticingPlan | None:
        return next((each for each in self._session.journal.all(NoticingPlan) if each.tried_at is None), None)

    async def _mark(self, plan: NoticingPlan, when: datetime) -> None:
        """Kept beside the undo history, which is there for what one does on purpose."""
        with suppress(JournalError):  # said when something of the user's is saved; the next look tries again
            await self._session.run(self._session.journal.put, replace(plan, tried_at=when))
            self._session.on_change()

    async def _offer(self, entry: Entry) -> None:
        from recalibrate.domain.learning.noticing_cue import suggested_cue
        from recalibrate.ui.screens.today.noticing import NoticingScreen

        if self._screen.app.screen is not self._screen:  # a key was quicker: after the next slip, then
            self._was_new = self._is_put_off = True
            return
        cue = suggested_cue(entry.voice.text if entry.voice else "", self._session.settings)
        question = NoticingScreen(cue, self._notice)
        plan = await self._screen.app.push_screen_wait(question)
        self._was_new = self._is_put_off = question.is_put_off
        if plan:
            await self._screen.save(plan)
