"""A screen that holds a draft: on disk within a second, kept in one commit, left without a loss."""

from __future__ import annotations

from datetime import datetime

from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.plan import Asked
from recalibrate.domain.reframing.records import Kept
from recalibrate.domain.reframing.summary import A_WHILE_WORDS, been_a_while
from recalibrate.store.errors import JournalError
from recalibrate.ui.key_words import key_for
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.reframing.keeping import DraftKeeper
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.save_mark import SaveMark

LOOK_AT_THE_CLOCK_EVERY = 30
"""Seconds between two looks at how long one has sat with this slip."""


class DraftScreen(NotebookScreen[None]):
    """Knows the draft, what it became, and how long one has sat with it; a subclass asks the questions."""

    IS_FORM = True

    def __init__(self, session: Session, draft: Draft) -> None:
        super().__init__(session)
        self.draft = draft
        self.kept: Kept | None = None
        self.keeper = DraftKeeper(self, session)
        self._keeping = False
        self._sitting_since: datetime = session.now

    def show(self) -> None:
        """Say whether everything is on disk."""
        self.query_one(SaveMark).state = self.keeper.state

    async def commit(self, kept: Kept) -> bool:
        """Keep the records and forget the draft; False where that was done or begun already, or failed."""
        if self._keeping:
            return False
        self._keeping = True
        try:
            await self.session.put(*kept.records)
        except JournalError as error:
            self._keeping = False
            self.say(str(error), wrong=True)
            return False
        await self.keeper.discard()
        return True

    async def leave(self) -> None:
        """Back to where one came from, with the draft kept; an empty one is forgotten.

        A draft that does not reach the disk holds one here; asked a second time, one may leave without it.
        """
        if self.kept is None:
            if self.draft.is_empty:
                await self.keeper.discard()
            elif trouble := await self.keeper.secured():
                if not await self.leaves_without_it(trouble):
                    return
            else:
                section = "Not started" if self.draft.beginning is Beginning.PLAN else "Parked"
                self.say(f"Kept as it is. Today has it under {section}.")
        self.dismiss()

    async def holds_back_quit(self) -> bool:
        """Stay while the words cannot reach the disk; asked a second time, one may leave without them."""
        if self.kept is not None or self.draft.is_empty:
            return False
        trouble = await self.keeper.secured()
        return bool(trouble) and not await self.leaves_without_it(trouble)

    def look_at_the_clock(self) -> None:
        """After a long sitting with one slip, offer once to park it."""
        if Asked.A_WHILE in self.draft.asked or self.kept or not self.draft.can_be_saved:
            return
        if been_a_while(self._sitting_since, self.session.now):
            self.draft = self.draft.having_asked(Asked.A_WHILE)
            aside = self.query_one("#reframe-aside", Static)
            aside.update(Content(f"{A_WHILE_WORDS}  {key_for('reframe.park')} parks it"))
            aside.remove_class("folded")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once it is written down there is nothing to park."""
        return not (self.kept and action in ("park", "why")) and super().check_action(action, parameters)

    def on_unmount(self) -> None:
        """Let the disk have the last keys, however one leaves."""
        self.keeper.forget_the_end()
        self.keeper.keep_at_the_end()
