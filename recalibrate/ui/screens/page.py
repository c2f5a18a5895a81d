"""A page to read: a heading and paragraphs, left with Esc."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import keys_said


class PageScreen(ModalScreen[None]):
    """Paragraphs in one column; a paragraph that starts with "# " is a heading."""

    DEFAULT_CSS = """
    PageScreen { align: center top; background: $background; }
    PageScreen VerticalScroll { width: 80; max-width: 100%; height: 1fr; padding: 1 0 0 2; background: $background;
        scrollbar-size-vertical: 1; }
    PageScreen Static { margin-bottom: 1; max-width: 68; }
    PageScreen .heading { text-style: bold; color: $accent; }
    PageScreen .leave { width: 80; max-width: 100%; height: 2; padding: 1 2 0 2; margin: 0;
        color: $quiet; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "leave", "back", id="page.leave"),
        Binding("j,down", "scroll('down')", "down", show=False, id="page.down"),
        Binding("k,up", "scroll('up')", "up", show=False, id="page.up"),
    ]

    LEAVE: ClassVar[str] = "{page.leave} back"

    def __init__(self, paragraphs: Sequence[str]) -> None:
        super().__init__()
        self._paragraphs = paragraphs

    def compose(self) -> ComposeResult:
        """The paragraphs, top to bottom."""
        with VerticalScroll(can_focus=True):
            for paragraph in self._paragraphs:
                heading = paragraph.startswith("# ")
                text = Content(display_safe(paragraph.removeprefix("# ")))
                yield Static(text, classes="heading" if heading else "")
        yield Static(keys_said(self.LEAVE), classes="leave")

    def action_scroll(self, way: str) -> None:
        """Move the page by a line."""
        page = self.query_one(VerticalScroll)
        page.scroll_down(animate=False) if way == "down" else page.scroll_up(animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()
