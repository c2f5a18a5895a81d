"""An app over a session: its screens follow what is saved, and are heard by keys of one's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import work

from recalibrate.domain.text import display_safe
from recalibrate.ui.calm_app import CalmApp
from recalibrate.ui.key_words import say_keys
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.save_mark import SaveMark

READING_TIME = 12
"""Seconds that a sentence about the settings or the journal's files stays."""


class SessionApp(CalmApp[None]):
    """Each commit and each change from elsewhere shows on every screen there is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        say_keys({})

    def follow_session(self) -> None:
        """Show from now on what the session saves, and how its saving goes."""
        self.session.on_change = self._renew
        self.session.on_state = self._mark_state

    def _renew(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, NotebookScreen) and screen.is_mounted:
                screen.renew()

    def _mark_state(self) -> None:
        for screen in self.screen_stack:
            for mark in screen.query(SaveMark):
                mark.state = self.session.state

    def _say_notices(self) -> None:
        for sentence in self.session.journal.take_notices():
            self.notify(display_safe(sentence), timeout=READING_TIME, markup=False)

    def say_ignored(self, sentences: Sequence[str]) -> None:
        """Say which settings are passed over, all at once and long enough to be read."""
        if sentences:
            said = "\n".join(map(display_safe, sentences))
            self.notify(said, severity="warning", timeout=READING_TIME, markup=False)

    def take_own_keys(self) -> None:
        """Take the keys of the settings."""
        from recalibrate.ui.keymap import written_keys

        keys, wrong = written_keys(self.session.settings.keymap)
        self.take_keys(keys)
        self.say_ignored(wrong)
        self._check_own_keys(keys)

    def take_keys(self, keys: Mapping[str, str]) -> None:
        """Hear these keys of one's own from now on, and say them in every sentence."""
        say_keys(keys)
        self.set_keymap(keys)
        self._renew()

    @work(thread=True)
    def _check_own_keys(self, keys: dict[str, str]) -> None:
        """Hold the keys against all screens; that imports them, so it happens beside the first keys."""
        from recalibrate.ui.key_places import key_places
        from recalibrate.ui.keymap import fitting_keys

        fitting, wrong = fitting_keys(keys, key_places(type(self)))
        if fitting != keys:
            self.call_from_thread(self.take_keys, fitting)
        self.call_from_thread(self.say_ignored, wrong)
