"""Prompt 8: when …, I will …; what I expect, how I'll know, and the date; or what in the set-up must change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.reframing.panes.pane import PromptPane

UNFOLD, ON = "{plan.unfold} what gets in the way", "{reframe.on} on from any field"


class PlanPane(PromptPane):
    """The plan of an experiment, with the obstacle and its if-then folded away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o", "unfold", "obstacle", tooltip="What gets in the way, and what then", show=False, id="plan.unfold"
        ),
    ]

    def more(self) -> Iterable[Widget]:
        """How to unfold the rest."""
        shown = self.draft.obstacle and self.draft.obstacle_plan and self.draft.leave_out
        yield Static(Content(in_keys(ON if shown else f"{UNFOLD} · {ON}")), classes="hint")

    def action_unfold(self) -> None:
        """Show the obstacle and its if-then, and stand there."""
        for row in self.query(".row.folded"):
            row.remove_class("folded")
        self.query_one(".hint", Static).update(Content(in_keys(ON)))
        self.query_one("#answer-obstacle").focus()
