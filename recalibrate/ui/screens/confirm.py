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
    """Asks `question`; y or Enter answers yes, n or Esc no. Where one is on the way out, Esc goes on out."""

    CSS = """
    ConfirmScreen { align: center middle; background: $background 70%; }
    ConfirmScreen > Vertical { width: 72; max-width: 100%; height: auto; background: $panel; padding: 1 3; }
    ConfirmScreen .question { text-style: bold; }
    ConfirmScreen .answers { color: $quiet; margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "yes", id="confirm.yes"),
        Binding("n", "answer(False)", "no", id="confirm.no"),
        Binding("escape", "escape", "esc", id="confirm.escape"),
    ]

    def __init__(self, question: str, yes: str = "yes", no: str = "no", *, escape_is_yes: bool = False) -> None:
        """`escape_is_yes` for questions that Esc itself brought up, so that Esc alone always gets out."""
        super().__init__()
        self._question, self._yes, self._no, self._escape_is_yes = question, yes, no, escape_is_yes

    def compose(self) -> ComposeResult:
        """The question, and its two answers under it."""
        with Vertical():
            yield Static(Content(display_safe(self._question)), classes="question")
            yes = "{confirm.yes} or {confirm.escape}" if self._escape_is_yes else "{confirm.yes}"
            yield Static(keys_said(f"{yes} {self._yes}   {{confirm.no}} {self._no}"), classes="answers")

    def action_answer(self, answer: bool) -> None:
        """Go back with the answer."""
        self.dismiss(answer)

    def action_escape(self) -> None:
        """Answer as Esc means here."""
        self.dismiss(self._escape_is_yes)
