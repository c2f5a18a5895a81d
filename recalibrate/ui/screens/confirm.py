"""A question with two answers."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import keys_said


class ConfirmScreen(ModalScreen[bool]):
    """Asks `question`; y or Enter answers yes, n or Esc no. Where words would be lost only y does that.

    It lies over the whole of a box it is asked from, so that no key of that one is read as an answer here.
    """

    DEFAULT_CSS = """
    ConfirmScreen { align: center middle; background: $background 70%; }
    ConfirmScreen > Vertical { width: 80; max-width: 100%; height: auto; background: $panel; padding: 1 3;
        align-vertical: middle; }
    ConfirmScreen .question { text-style: bold; }
    ConfirmScreen .answers { color: $quiet; margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", id="confirm.yes"),
        Binding("enter", "enter", "yes, where nothing is lost", show=False, id="confirm.enter"),
        Binding("n,escape", "answer(False)", "no", id="confirm.no"),
    ]

    def __init__(self, question: str, yes: str = "yes", no: str = "no", *, loses_words: bool = False) -> None:
        """`loses_words` where yes leaves what was typed: a second Esc, or an Enter in haste, goes back to it."""
        super().__init__()
        self._question, self._yes, self._no, self._loses_words = question, yes, no, loses_words

    def compose(self) -> ComposeResult:
        """The question, and its two answers under it."""
        with Vertical():
            yield Static(Content(display_safe(self._question)), classes="question")
            no = "{confirm.no} or esc" if self._loses_words else "{confirm.no}"
            yield Static(keys_said(f"{{confirm.yes}} {self._yes}   {no} {self._no}"), classes="answers")

    def on_mount(self) -> None:
        """Be as high as the box beneath."""
        below = self.app.screen_stack[-2]
        if isinstance(below, ModalScreen) and (boxes := below.query(Vertical)):
            self.query_one(Vertical).styles.min_height = boxes.first().outer_size.height

    async def holds_back_quit(self) -> bool:
        """Where words would be lost that is asked here already, and answered here."""
        return self._loses_words

    def action_answer(self, answer: bool) -> None:
        """Go back with the answer."""
        self.dismiss(answer)

    def action_enter(self) -> None:
        """Yes, or back to the words that would be lost."""
        self.dismiss(not self._loses_words)


def leaves_words() -> ConfirmScreen:
    """The question before typed words are left."""
    return ConfirmScreen("Leave without keeping what you typed?", "leave", "go on", loses_words=True)
