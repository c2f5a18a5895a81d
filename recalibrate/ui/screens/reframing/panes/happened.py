"""Prompt 1: the slip, when it was, what kind of moment, who was there, how much it stings."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.reframing.panes.pane import PromptPane


class HappenedPane(PromptPane):
    """One line is enough; everything else may stay empty."""

    def more(self) -> Iterable[Widget]:
        """How to pass over the rest."""
        yield Static(Content(in_keys("{reframe.on} goes on from any field; the rest may stay empty")), classes="hint")

    def suggestions(self, field: str) -> tuple[str, ...]:
        """Known situations complete as one types."""
        if field != "situation":
            return ()
        return tuple(each.name for each in self.desk.known.situations if each.archived_at is None)
