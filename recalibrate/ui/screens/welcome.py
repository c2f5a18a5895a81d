"""The first-run page, shown once."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from recalibrate.domain.safety import WHAT_IT_IS
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.page import PageScreen


class WelcomeScreen(PageScreen):
    """Three short paragraphs: what it is, where it is kept, what it is not; `begins` when one went on with Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "begin", tooltip="On to the first slip", id="welcome.begin"),
    ]

    LEAVE = "{welcome.begin} begin   {page.leave} look around"

    def __init__(self, journal: Path | None) -> None:
        self.begins = False
        kept = f"in {journal}" if journal else "in memory, for now"
        super().__init__(
            (
                "# Welcome",
                "You slip, and the voice in your head passes sentence. In about a minute recalibrate walks you from "
                "that verdict to one thing you will try, with a date on which you decide.",
                "Nothing leaves this machine: there is no network code in here. What you write is kept "
                f"{kept}, in a file only you can read.",
                in_keys(f"{WHAT_IT_IS} The safety page opens with {{app.safety}} from anywhere."),
            )
        )

    def action_begin(self) -> None:
        """Go on, to the first slip where there is none."""
        self.begins = True
        self.dismiss()
