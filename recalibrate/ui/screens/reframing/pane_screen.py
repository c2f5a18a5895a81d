"""A draft with the pane of its prompt on the screen, and what a pane asks for beyond its answers."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.triaging import with_counts
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.reframing.draft_screen import DraftScreen
from recalibrate.ui.screens.reframing.keeping import known_now
from recalibrate.ui.screens.reframing.panes.habit import HabitPane
from recalibrate.ui.screens.reframing.panes.pane import Desk, PromptPane
from recalibrate.ui.screens.reframing.panes.panes import pane_for
from recalibrate.ui.screens.reframing.panes.scope import ScopePane
from recalibrate.ui.screens.reframing.slip_head import SlipHead
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.save_mark import SaveMark
from recalibrate.ui.widgets.trail import Trail
from recalibrate.ui.widgets.writing import Writing

PATIENCE = 1.0
"""Seconds that a key waits for a pane; then it has nothing to answer."""


class PaneScreen(DraftScreen):
    """Builds the pane of the prompt and lays its desk; opens the pages and keeps the habits and words it asks for."""

    # one column in the middle, the answer line the brightest thing on it
    SCOPED_CSS = False  # the rules are for the screens made of this one
    DEFAULT_CSS = """
    PaneScreen { align: center top; }
    PaneScreen #reframe { width: 80; max-width: 100%; height: 1fr; padding: 1 2 0 2; }
    PaneScreen.-tall #reframe { padding: 4 2 0 2; }
    PaneScreen.-tall SlipHead, PaneScreen.-tall #reframe-pane { margin-top: 2; }
    PaneScreen #reframe-top { height: 1; }
    PaneScreen Trail { width: 1fr; margin-right: 2; }
    PaneScreen SlipHead { margin-top: 1; color: $quiet; }
    PaneScreen #reframe-pane { height: 1fr; margin-top: 1; }
    PaneScreen PromptPane { height: 1fr; padding: 0; scrollbar-size-vertical: 1; background: $background; }
    PaneScreen .title { text-style: bold; }
    PaneScreen .lead { color: $quiet; }
    PaneScreen .label { width: 24; color: $quiet; }
    PaneScreen .row { height: 1; }
    PaneScreen .echo { margin-left: 26; color: $quiet; height: auto; min-height: 1; }
    PaneScreen .hint { color: $quiet; margin-top: 1; }
    PaneScreen .folded { display: none; }
    PaneScreen Writing { margin: 1 0; }
    PaneScreen Choices { margin-top: 1; }
    PaneScreen #pause { color: $accent; margin-top: 1; }
    PaneScreen #reframe-aside { color: $accent; height: auto; }
    PaneScreen OneOf { margin-left: 2; }
    PaneScreen #cues { color: $quiet; margin-top: 1; }
    PaneScreen #ticks { color: $quiet; height: 1; margin-bottom: 1; }
    PaneScreen .one-question { text-style: bold; text-align: center; color: $accent; padding: 1 0 0 0; width: 1fr; }
    PaneScreen.-tall .one-question { padding: 5 0 1 0; }
    PaneScreen.-tall .under-question { margin-bottom: 2; }
    PaneScreen .under-question { text-align: center; color: $quiet; width: 1fr; }
    PaneScreen .which { margin-top: 1; text-style: bold; }
    PaneScreen #habit-list { height: 1fr; min-height: 5; margin-top: 1; scrollbar-size-vertical: 1; }
    PaneScreen #habit-list Choices { margin: 0; }
    PaneScreen #habit-meaning { color: $quiet; height: auto; margin-top: 1; }
    PaneScreen FiveQuestions { margin-top: 1; }
    PaneScreen #suggestion { color: $accent; height: auto; }
    PaneScreen #counts { color: $quiet; }
    PaneScreen HabitPane { padding-bottom: 1; }
    PaneScreen .prompt-plan .lead { margin-bottom: 1; }
    PaneScreen Sentences { height: auto; margin: 1 0; }
    PaneScreen .plan-date { text-style: bold; }
    PaneScreen .plan-note { color: $quiet; margin-top: 1; }
    PaneScreen #written { padding: 3 0; }
    PaneScreen #written .lead { margin-top: 1; }
    """

    def __init__(self, session: Session, draft: Draft) -> None:
        super().__init__(session, draft)
        self._pane_stands = asyncio.Event()

    def compose(self) -> ComposeResult:
        """The trail, the slip and the voice, the pane, the keys."""
        with Vertical(id="reframe"):
            with Horizontal(id="reframe-top"):
                yield Trail()
                yield SaveMark()
            yield SlipHead()
            yield Vertical(id="reframe-pane")
            yield Static(id="reframe-aside", classes="folded")
        yield KeysLine(self.draft.place, in_column=True)

    async def stand_here(self) -> bool:
        """Show the pane of the prompt the draft stands at; False where one has left meanwhile."""
        self._pane_stands.clear()
        if not self.is_open:
            return False
        with self.app.batch_update():
            if self.draft.at is Prompt.TRIAGE:
                self.draft = with_counts(self.draft, known_now(self.session, Prompt.TRIAGE), self.session.now)
            self.query_one(Trail).movement = self.draft.step.movement
            self.show_head()
            self.query_one(KeysLine).say(self.draft.place)
            self.query_one("#reframe-aside").add_class("folded")
            place = self.query_one("#reframe-pane", Vertical)
            await place.remove_children()
            if self.is_open:
                await place.mount(pane_for(self.desk()))
            if not self.is_open:
                return False
            for writing in self.pane.query(Writing):
                writing.move_cursor(writing.document.end)
        self.set_focus(next(iter(self.pane.answers()), None))
        self._pane_stands.set()
        return True

    async def is_standing(self) -> bool:
        """Wait until the pane of this prompt is built; False where one has left, or where it takes too long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self._pane_stands.wait()
        return self._pane_stands.is_set() and self.is_open

    @property
    def pane(self) -> PromptPane:
        """The pane of the prompt one stands at."""
        return self.query_one("#pane", PromptPane)

    def desk(self) -> Desk:
        """What the pane is shown: the draft, what the journal knows, the time."""
        return Desk(self.draft, known_now(self.session, self.draft.at), self.session.now)

    def show_head(self) -> None:
        """Show the slip and the voice as this prompt may see them."""
        self.query_one(SlipHead).show(self.draft, self.session.settings)

    def action_why(self) -> None:
        """What this prompt is for, with what is known and what is not."""
        from recalibrate.ui.screens.reframing.why import WhyScreen

        self.app.push_screen(WhyScreen(self.draft.step))

    def on_habit_pane_read_asked(self, event: HabitPane.ReadAsked) -> None:
        """Open the page of a habit."""
        from recalibrate.ui.screens.learning.habit_page import LearnHabitScreen

        self.app.push_screen(LearnHabitScreen(event.key, known_now(self.session, Prompt.HABIT).habits))

    @work(exclusive=True, group="reframe-habit")
    async def on_habit_pane_add_asked(self) -> None:
        """Ask for a habit of one's own, keep it, and name it here."""
        from recalibrate.ui.screens.learning.own_habit import OwnHabitScreen

        habit = await self.app.push_screen_wait(OwnHabitScreen())
        if habit is None or await self.save(habit) is None:
            return
        self.draft = self.draft.with_habit(habit.id)
        self.keeper.changed()
        self.pane.renew(self.desk())
        if isinstance(self.pane, HabitPane):
            self.pane.stand_at(habit.id)

    @work(exclusive=True, group="reframe-cue")
    async def on_scope_pane_dismissed(self, event: ScopePane.Dismissed) -> None:
        """Remember that a word is fine for this user."""
        settings = self.session.settings
        cues = (*settings.dismissed_cues, event.words.casefold())
        try:
            await self.session.keep_settings(replace(settings, dismissed_cues=cues))
        except JournalError as error:
            self.say(str(error), wrong=True)
            return
        self.pane.renew(self.desk())
        self.show_head()
        self.say("“{words}” is no longer marked. Settings lists it.", words=event.words)
