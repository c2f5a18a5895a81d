"""After keeping: what was written down, and one line of what is next."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.reframing.summary import SAFETY_KEY
from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import in_keys


class WrittenPane(Vertical, can_focus=True):
    """Two sentences; Enter or Esc leaves."""

    def __init__(self, first: str, then: str) -> None:
        super().__init__(id="written")
        self._first, self._then = first, then

    def compose(self) -> ComposeResult:
        """The two sentences."""
        yield Static(Content(display_safe(self._first)), classes="title")
        then = self._then.replace(SAFETY_KEY, in_keys(SAFETY_KEY))
        yield Static(Content(display_safe(then)), classes="lead")
