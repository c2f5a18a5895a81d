"""Prompt 1: the slip, when it was, what kind of moment, who was there, how much it stings."""

from __future__ import annotations

from recalibrate.ui.screens.reframing.panes.pane import PromptPane


class HappenedPane(PromptPane):
    """One line is enough; everything else can stay empty."""

    def suggestions(self, field: str) -> tuple[str, ...]:
        """Known situations complete as one types."""
        if field != "situation":
            return ()
        return tuple(each.name for each in self.desk.known.situations if each.archived_at is None)
