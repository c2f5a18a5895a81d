"""The reframe's draft on disk: opened, kept within a second of each key, discarded when it has become records."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress

from textual.screen import Screen
from textual.timer import Timer

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.continued import continued
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.documents import decode, encode
from recalibrate.store.errors import JournalError
from recalibrate.ui.save_state import SaveState
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.save_mark import SaveMark

KEEP_WITHIN = 0.6
"""Seconds from the first unsaved key to the draft's file; typing on does not put it off."""

TRY_AGAIN = 5.0
"""Seconds after which a draft that did not reach the disk is written once more; a key tries it sooner."""

NEEDS_ENTRIES = frozenset({Prompt.HABIT, Prompt.TRIAGE, Prompt.CLOSE})


def opened(session: Session, draft_id: str = "", entry_id: str = "", *, assumption: bool = False) -> Draft:
    """The unfinished draft of that id, the parked slip of that id as a draft, or a fresh one.

    A slip that was gone on with before comes back with the words of that time.
    """
    for id, document in session.drafts.all() if draft_id or entry_id else ():
        if id == draft_id or (entry_id and document.get("entry_id") == entry_id):
            with suppress(ValueError, TypeError):  # a file that holds no draft stays as it is
                return decode(Draft, {**document, "id": id})
    entry = session.journal.get(Entry, entry_id) if entry_id else None
    if entry:
        return continued(entry, known_now(session, Prompt.CLOSE), session.now)
    return Draft.for_an_assumption(session.now) if assumption else Draft.for_a_slip(session.now)


def known_now(session: Session, at: Prompt) -> Known:
    """What the journal holds as far as this prompt needs it; all entries are read only where they count."""
    journal = session.journal
    everything = at in NEEDS_ENTRIES
    return Known(
        entries=journal.all(Entry) if everything else (),
        experiments=journal.all(Experiment) if everything else (),
        overhauls=journal.all(Overhaul) if everything else (),
        assumptions=journal.all(Assumption) if everything else (),
        situations=journal.all(Situation),
        people=journal.all(Person),
        habits=journal.all(OwnHabit),
        settings=session.settings,
    )


ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What a machine that shuts down or a terminal that is closed sends; Windows has no SIGHUP."""


class DraftKeeper:
    """Writes the draft of a screen in the writer thread, at most `KEEP_WITHIN` seconds after a key."""

    def __init__(self, screen: Screen[None], session: Session) -> None:
        self._screen = screen
        self._session = session
        self._timer: Timer | None = None
        self._again: Timer | None = None
        self._dirty = False
        self._handed_over = 0
        self._over = False

    def changed(self) -> None:
        """The draft is not on disk as it is now."""
        if self._over:
            return
        if not self._dirty:
            self._dirty = True
            self._mark(SaveState(saving=True))
        if self._timer is None:
            self._timer = self._screen.set_timer(KEEP_WITHIN, self.keep_now)

    def keep_now(self) -> None:
        """Hand the draft to the writer thread."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._dirty and not self._over:
            self._dirty = False
            self._handed_over += 1
            self._screen.run_worker(self._write_what_was_handed_over(), group="draft")

    async def secured(self) -> str:
        """Bring the draft to disk as it is now, and wait for it; the sentence why that failed, or nothing."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._over or not (self._dirty or self._handed_over):
            return ""
        self._dirty = False
        return await self._write()

    async def discard(self) -> None:
        """Forget the draft's file, after everything that was handed over."""
        self._over = True
        with suppress(OSError):  # a disk that takes no writing keeps the file; there is nothing to lose in it
            await self._session.run(self._session.drafts.discard, self._draft.id)

    def watch_for_the_end(self) -> None:
        """Keep the last keys when the program is told to end; undone when the screen goes."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # no signals here: Windows, or another thread
            loop = asyncio.get_running_loop()
            for ending in ENDINGS:
                loop.add_signal_handler(ending, self._end)

    def _end(self) -> None:
        self._dirty = True
        self.keep_at_the_end()
        self._screen.app.exit()

    def forget_the_end(self) -> None:
        """Leave signals as they are elsewhere."""
        with suppress(NotImplementedError, RuntimeError, ValueError):
            loop = asyncio.get_running_loop()
            for ending in ENDINGS:
                loop.remove_signal_handler(ending)

    def keep_at_the_end(self) -> None:
        """Write what is not on disk yet, here and now; never raises, a full disk was told of on the screen."""
        if (self._dirty or self._handed_over) and not self._over and not self._draft.is_empty:
            self._dirty = False
            with suppress(JournalError):
                self._session.drafts.save(self._draft.id, encode(self._draft))

    @property
    def _draft(self) -> Draft:
        draft = getattr(self._screen, "draft", None)
        assert isinstance(draft, Draft)
        return draft

    @property
    def state(self) -> SaveState:
        """What the save mark should say of the draft and the journal together."""
        return SaveState(saving=True) if self._dirty else self._session.state

    async def _write_what_was_handed_over(self) -> None:
        await self._write()
        self._handed_over -= 1  # not where it was cut off: then it is written when the screen goes

    async def _write(self) -> str:
        try:
            await self._session.run(self._save)
        except JournalError as error:
            self._dirty = True
            self._mark(SaveState(reason=str(error)))
            if self._again is not None:
                self._again.stop()
            self._again = self._screen.set_timer(TRY_AGAIN, self.keep_now)
            return str(error)
        self._mark(self.state)
        return ""

    def _save(self) -> None:
        """In the writer thread; the draft as it is when its turn comes, so that an older one never lands last."""
        draft = self._draft
        if not self._over and not draft.is_empty:
            self._session.drafts.save(draft.id, encode(draft))

    def _mark(self, state: SaveState) -> None:
        for mark in self._screen.query(SaveMark):
            mark.state = state
