"""Discarding from Today, after a question: an unfinished draft, a parked slip, a plan that was not started."""

from __future__ import annotations

from recalibrate.domain.journaling.bin import goes_with
from recalibrate.domain.journaling.story import story_of
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.reframing.continued import plan_draft_id
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.confirm import ConfirmScreen

UNDONE = "Discarded. {screen.undo} brings it back."


async def discard(screen: NotebookScreen[None], kind: str, id: str) -> None:
    """Ask, then discard the row; what is a record goes to the bin, and undo brings it back."""
    if kind == "draft":
        await _draft(screen, id)
        return
    journal, app = screen.session.journal, screen.app
    entry = journal.get(Entry, id) if kind == "entry" else None
    plan = journal.get(Experiment, id) if kind == "plan" else None
    gone: tuple[Record, ...] = (plan,) if plan else ()
    if entry:
        everything = journal.all(Experiment), journal.all(Overhaul), journal.all(Rating)
        gone = goes_with(story_of(entry, *everything))
    question = "Discard this parked slip?" if entry else "Discard this plan?"
    if not gone or not await app.push_screen_wait(ConfirmScreen(question, "discard", "keep it")):
        return
    try:
        await screen.session.delete(*gone)
    except JournalError as error:
        screen.say(str(error), wrong=True)
        return
    if plan:
        await screen.session.run(screen.session.drafts.discard, plan_draft_id(plan.id))
    screen.say(UNDONE)


async def _draft(screen: NotebookScreen[None], id: str) -> None:
    """What goes on with a parked slip is discarded alone: the slip stays parked as it was."""
    session = screen.session
    goes_on = dict(session.drafts.all()).get(id, {}).get("entry_id")
    question = "Discard what you added? The slip stays parked as it was." if goes_on else "Discard this draft for good?"
    asked = ConfirmScreen(question, "discard", "keep it", loses_words=True)
    if await screen.app.push_screen_wait(asked):
        await session.run(session.drafts.discard, id)
        session.on_change()
        screen.say("Discarded. The slip stays parked." if goes_on else "Discarded.")
