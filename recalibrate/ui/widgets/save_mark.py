"""The save mark: says whether what one wrote is on disk."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from recalibrate.ui.save_state import SaveState


class SaveMark(Widget):
    """`saved ✓`, `saving …`, `not saved !` or `read-only !`, always in the same corner."""

    DEFAULT_CSS = """
    SaveMark { width: 11; height: 1; color: $quiet; text-align: right; }
    """

    state: reactive[SaveState] = reactive(SaveState())

    @property
    def said(self) -> str:
        """The mark with its word, so that it never hangs on colour."""
        if self.state.read_only:
            return "read-only !"
        if self.state.reason:
            return "not saved !"
        return "saving …" if self.state.saving else "saved ✓"

    def render(self) -> Content:
        """The mark in its corner."""
        return Content(self.said)
