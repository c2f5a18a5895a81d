"""The list of the journal and the line above it in which one searches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import VimRows


class EntryList(VimRows):
    """The rows of the journal; says when there is another width to draw them for."""

    @dataclass
    class Widened(Message):
        """The list has another width now."""

    def on_resize(self) -> None:
        """Have the rows made for the new width."""
        self.post_message(self.Widened())


class SearchLine(Line):
    """The line one searches in; enter and down go to the list, up brings the last search back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # at once, so that a key typed right after it is already the list's
        Binding(
            "enter",
            "screen.to_list",
            "to the list",
            tooltip="From the search to the list",
            show=False,
            priority=True,
            id="search.enter",
        ),
        Binding(
            "down", "screen.to_list", "to the list", tooltip="From the search to the list", show=False, id="search.down"
        ),
        Binding(
            "up",
            "screen.last_query",
            "last search",
            tooltip="In an empty search: the one before",
            show=False,
            id="search.up",
        ),
    ]
