"""The keys of the screen one is on, made from its bindings."""

from __future__ import annotations

from textwrap import wrap
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from recalibrate.ui.key_table import key_table
from recalibrate.ui.key_words import keys_said
from recalibrate.ui.screens.base import NotebookScreen

LEAVE, LEARN = "{help.leave} back", "   {help.learn} why it is as it is"

WIDTH, PADDING = 80, 3
"""Of the box, in columns, as in its styles below."""

WIDEST_KEYS = 11
"""Keys that take more columns stand on a line of their own, so that the words have the room."""


class HelpScreen(ModalScreen[None]):
    """A two-column table of keys; `about` is the screen it was opened on, whose `HELP_MARKS` say its signs."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 70%; }
    HelpScreen VerticalScroll { width: 80; max-width: 100%; height: auto; max-height: 90%; background: $panel;
        padding: 1 3;
        scrollbar-size-vertical: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "leave", "back", id="help.leave"),
        Binding("h", "learn", "learn", tooltip="Why it is as it is, and what is known", id="help.learn"),
    ]

    def __init__(self, about: Screen[Any]) -> None:
        super().__init__()
        self._title = getattr(about, "HELP_TITLE", "") or "Keys"
        self._rows = key_table(about)
        self._width = 0
        self._marks: str = getattr(about, "HELP_MARKS", "")
        self._session = about.session if isinstance(about, NotebookScreen) else None

    def compose(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(can_focus=True):
            yield Static(self._page(self.app.size.width))  # one widget, so that help opens at once

    def on_resize(self, event: events.Resize) -> None:
        """Break long words anew for another width."""
        if event.size.width != self._width:
            self.query_one(Static).update(self._page(event.size.width))

    def _page(self, width: int) -> Content:
        """Title, marks, table, how to leave."""
        self._width = width
        title = Content.styled(f"Keys: {self._title}", "bold")
        marks = [Content(self._marks)] if self._marks else []
        leave = keys_said(LEAVE + LEARN if self._session else LEAVE).stylize_before("$quiet")
        return Content("\n\n").join([title, *marks, self._table(width), leave])

    def _table(self, width: int) -> Content:
        """Keys and words in two columns; what is too long for a line goes on under the words."""
        column = min(max((len(row.keys) for row in self._rows), default=0), WIDEST_KEYS) + 3
        room = max(min(width, WIDTH) - 2 * PADDING - column - 2, 10)
        lines = []
        for row in self._rows:
            first, *others = wrap(row.words, room) or [""]
            if len(row.keys) > WIDEST_KEYS:
                lines.append(Content.assemble((row.keys, "$accent")))
                lines.append(Content(" " * column + first))
            else:
                lines.append(Content.assemble((row.keys.ljust(column), "$accent"), first))
            lines += [Content(" " * column + other) for other in others]
        return Content("\n").join(lines)

    def action_learn(self) -> None:
        """Open what there is to learn, in place of the keys."""
        if self._session:
            from recalibrate.ui.screens.learning.learn import LearnScreen

            self.app.switch_screen(LearnScreen(self._session))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()
