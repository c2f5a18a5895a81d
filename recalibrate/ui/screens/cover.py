"""The cover: hides the screen at once, until a key is pressed."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class CoverScreen(ModalScreen[None]):
    """A blank screen with one quiet line; it hides, it does not lock."""

    DEFAULT_CSS = """
    CoverScreen { align: center middle; background: $background; }
    CoverScreen Static { width: auto; color: $quiet; }
    """

    def compose(self) -> ComposeResult:
        """One line that says nothing of what lies under it."""
        yield Static(Content("covered · enter"))

    def on_key(self, event: events.Key) -> None:
        """Uncover on Enter, so that a stray key shows nothing."""
        event.stop()
        if event.key == "enter":
            self.dismiss()
