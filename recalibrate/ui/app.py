"""The app: opens on Today, and has the pages that are a key away from everywhere."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.settings import Settings
from recalibrate.domain.text import display_safe
from recalibrate.store.at_hand import take_to_hand
from recalibrate.store.errors import JournalError
from recalibrate.ui.key_order import KeyOrder
from recalibrate.ui.motion import animation_level
from recalibrate.ui.saying import hush
from recalibrate.ui.screens.leaving import HoldsBackQuit
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.session import Session
from recalibrate.ui.theme import NIGHT, usual_theme
from recalibrate.ui.watchful_app import WatchfulApp

if TYPE_CHECKING:
    from textual.command import Provider

LOAD_AFTER = 0.03
"""Seconds after the first picture at which a long journal is read: a key that was waiting is answered before."""

SETTLED_AFTER = 2.0
"""Seconds after the start at which the first keys are answered, and what can wait for that is done."""


def _notebook_commands() -> type[Provider]:
    """The palette's commands, loaded when it is first opened; Textual's own, all but the theme, mean nothing here."""
    from recalibrate.ui.palette import NotebookCommands

    return NotebookCommands


class RecalibrateApp(WatchfulApp):
    """The notebook in the terminal, over one session."""

    TITLE = "recalibrate"
    CSS_PATH: ClassVar[str | Path] = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_notebook_commands}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "safety", "safety", tooltip="The safety page", show=False, priority=True, id="app.safety"),
        Binding("ctrl+l", "cover", "cover", tooltip="Hide the screen", show=False, priority=True, id="app.cover"),
        Binding("ctrl+q", "quit", "quit", tooltip="Leave recalibrate", show=False, priority=True, id="app.quit"),
    ]

    def __init__(
        self,
        session: Session,
        opening: Callable[[Session], Screen[Any]] | None = None,
        ignored: Sequence[str] = (),
    ) -> None:
        """`opening` makes a screen to begin with, above Today; `ignored` says which settings cannot be used."""
        super().__init__(session)
        self._opening = opening
        self._ignored = ignored
        self.animation_level = animation_level(session.settings)
        self.trouble: JournalError | None = None
        self._key_order = KeyOrder(self)
        self._is_leaving = False
        wanted = "" if self.no_color else session.settings.theme
        usual = usual_theme(wanted, self)
        chosen = wanted if wanted in self.available_themes else usual
        if chosen == NIGHT.name:  # the usual one, set before the start so that all styles are made once
            self.set_reactive(RecalibrateApp.theme, chosen)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = chosen
        if wanted and wanted != chosen:
            self._ignored = (*ignored, f"There is no theme called {wanted} here; {chosen} is used.")
        self._theme_kept = chosen

    def get_default_screen(self) -> Screen[Any]:
        """Today, so that nothing is laid out before it; nothing at all while the journal is locked."""
        return super().get_default_screen() if self.session.is_locked else TodayScreen(self.session)

    def on_mount(self) -> None:
        """Go on from Today: the welcome when this is the first time, or the screen that was asked for."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.follow_session()
        if self.session.is_locked:
            self._begin_locked()
        else:
            self._begin()

    @work
    async def _begin_locked(self) -> None:
        from recalibrate.ui.screens.unlock import UnlockScreen

        gc.enable()  # it may stand there for days
        await self.push_screen_wait(UnlockScreen(self.session))
        self.push_screen(TodayScreen(self.session))
        self._begin()

    def _begin(self) -> None:
        self._idle.touched(self.session.now)
        if self.session.journal.is_loaded:
            self._look_after_it()
        else:
            self.call_after_refresh(self.set_timer, LOAD_AFTER, self._load)
        if self._opening is not None:
            try:
                self.push_screen(self._opening(self.session))
            except JournalError as error:  # there is no such record, which an encrypted journal tells only now
                self.trouble = error
                self.exit()
                return
        why_not = self.session.journal.read_only
        ignored = (why_not, *self._ignored) if why_not else self._ignored
        if self.session.settings.seen_welcome:
            self.say_ignored(ignored)
        else:
            self._welcome(ignored)
        if self.session.settings.keymap:
            self.take_own_keys()

    @work
    async def _load(self) -> None:
        """Read a long journal behind the first screen; where that fails, leave as if it had been read before."""
        try:
            await self.session.load(take_to_hand)
        except JournalError as error:
            self.trouble = error
            self.exit(return_code=1)
            return
        self._look_after_it()

    def _look_after_it(self) -> None:
        self._say_notices()
        self.watch_outside()
        self.set_timer(SETTLED_AFTER, self._settle)

    def _settle(self) -> None:
        gc.enable()  # the first picture and the first keys do without
        self._close_months()

    def _keep_theme(self, theme: Theme) -> None:
        """Keep a theme that was chosen in the palette; the settings' page has kept its own by now."""
        if theme.name not in (self._theme_kept, self.session.settings.theme):
            self._keep(replace(self.session.settings, theme=theme.name))
        self._theme_kept = theme.name

    @work
    async def _welcome(self, ignored: Sequence[str]) -> None:
        """The first page, with nothing above it; what is passed over is said when it has been read.

        Where nothing was written yet, it leads to the first slip: whoever types on at once types that.
        """
        from recalibrate.ui.screens.welcome import WelcomeScreen

        page = WelcomeScreen(self.session.journal.path)
        await self.push_screen_wait(page)
        self._keep(replace(self.session.settings, seen_welcome=True))
        journal = self.session.journal
        if page.begins and self._opening is None and journal.is_loaded and not journal.latest(Entry, 1):
            from recalibrate.ui.screens.reframing.reframe import ReframeScreen

            self.push_screen(ReframeScreen(self.session))
        self.say_ignored(ignored)

    @work
    async def _keep(self, settings: Settings) -> None:
        try:
            await self.session.keep_settings(settings)
        except JournalError as error:
            self.notify(display_safe(str(error)), severity="error", markup=False)

    @work
    async def _close_months(self) -> None:
        from recalibrate.ui.month_end import close_months

        with suppress(JournalError):  # said when something of the user's is saved; the next start tries again
            await close_months(self.session)

    async def on_event(self, event: events.Event) -> None:
        """Lock before a key is heard when nobody was there for too long; else note that somebody is."""
        if isinstance(event, events.InputEvent) and not event.is_forwarded:
            if self._lock_if_idle():
                return
            self._idle.touched(self.session.now)
            self.session.keys_heard += 1
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            hush(self)
            await self._key_order.take(event, super().on_event)
            return
        await super().on_event(event)

    def action_command_palette(self) -> None:
        """Open the palette, unless the journal is locked."""
        if not self.session.is_locked:
            super().action_command_palette()
            self.call_after_refresh(self._still_cursor)

    def _still_cursor(self) -> None:
        """The palette's own field blinks; none of ours does."""
        from textual.widgets import Input

        for field in self.screen.query(Input):
            field.cursor_blink = False

    async def action_quit(self) -> None:
        """Leave, unless a screen that is open, on top or under a question, holds words that are not on disk."""
        if not self._is_leaving:
            self.run_worker(self._quit())

    async def _quit(self) -> None:
        self._is_leaving = True
        try:
            await self._key_order.settle()
            for screen in tuple(reversed(self.screen_stack)):
                if isinstance(screen, HoldsBackQuit) and await screen.holds_back_quit():
                    return
            self.exit()
        finally:
            self._is_leaving = False

    def action_safety(self) -> None:
        """Open the safety page above whatever is there."""
        from recalibrate.ui.screens.safety import SafetyScreen

        if not isinstance(self.screen, SafetyScreen):
            self.push_screen(SafetyScreen(self.session.settings.safety_contacts))

    def action_cover(self) -> None:
        """Hide the screen at once."""
        from recalibrate.ui.screens.cover import CoverScreen

        if not isinstance(self.screen, CoverScreen):
            self.push_screen(CoverScreen())
