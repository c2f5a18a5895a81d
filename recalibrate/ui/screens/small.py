"""A small question in the middle of the screen that is answered with one widget."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import in_keys, keys_said
from recalibrate.ui.screens.confirm import ConfirmScreen

Answer = TypeVar("Answer")


class SmallScreen(ModalScreen[Answer | None]):
    """The base: `question`, a quiet line `about` it, the widget that answers, the keys; Esc answers None."""

    SCOPED_CSS = False  # the rules are for the screens made of this one
    DEFAULT_CSS = """
    SmallScreen { align: center middle; background: $background 70%; }
    SmallScreen > Vertical { width: 80; max-width: 100%; height: auto; max-height: 100%; background: $panel;
        padding: 1 3; }
    SmallScreen VerticalScroll { height: auto; max-height: 16; margin-top: 1; background: $panel; }
    SmallScreen .question { text-style: bold; }
    SmallScreen .about { color: $quiet; }
    SmallScreen .keys { color: $quiet; margin-top: 1; }
    SmallScreen Writing, SmallScreen Writing:focus, SmallScreen Writing .text-area--cursor-line { background: $panel; }
    SmallScreen Writing { max-height: 14; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "leave", tooltip="Leave it as it is", id="small.leave"),
    ]

    question: str = ""
    about: str = ""
    keys: str = "enter on   {small.leave} leave it"

    def answering(self) -> Widget:
        """The widget that answers."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Question, answer, keys."""
        with Vertical():
            yield Static(Content(display_safe(self.question)), classes="question")
            if self.about:
                yield Static(Content(display_safe(in_keys(self.about))), classes="about")
            with VerticalScroll(can_focus=False):
                yield self.answering()
            yield Static(keys_said(self.keys), classes="keys")

    @property
    def is_changed(self) -> bool:
        """Whether an answer stands here that is not kept yet."""
        return False

    @work
    async def action_leave(self) -> None:
        """Leave everything as it is; asks first when something was changed."""
        if not await self.holds_back_quit():
            self.dismiss(None)

    async def holds_back_quit(self) -> bool:
        """Whether something was changed that the user, when asked, would rather go on with."""
        if not self.is_changed:
            return False
        asked = "Leave without keeping what you changed?"
        return not await self.app.push_screen_wait(ConfirmScreen(asked, "leave", "go on", loses_words=True))
