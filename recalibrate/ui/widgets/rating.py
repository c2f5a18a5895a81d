"""One value on the 0–100 scale, given with one key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from recalibrate.ui.key_words import in_keys
from recalibrate.ui.widgets.own_keys import took_own_key

VALUE = 5
"""The cells of a value after the scale, with the gap before it."""


class Rating(Widget, can_focus=True):
    """Starts empty; `0`–`9` give 0–90, `t` 100, arrows move by ten, Backspace clears, `-` says rather not."""

    DEFAULT_CSS = """
    Rating { height: 1; width: 1fr; color: $quiet; }
    Rating:focus { color: $foreground; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,down", "move(-10)", "less", show=False, id="rating.less"),
        Binding("right,up", "move(10)", "more", show=False, id="rating.more"),
        Binding("t", "rate(100)", "100", show=False, id="rating.hundred"),
        Binding("backspace,delete", "clear", "clear", show=False, id="rating.clear"),
        Binding("minus", "rather_not", "rather not", show=False, id="rating.rather_not"),
        Binding("enter", "finish", "on", show=False, id="rating.finish"),
    ]

    value: reactive[int | None] = reactive(None)
    declined: reactive[bool] = reactive(False)
    said: reactive[str] = reactive("")

    @dataclass
    class Rated(Message):
        """The value changed; None when it was cleared or declined."""

        rating: Rating
        value: int | None

        @property
        def control(self) -> Rating:
            """The rating that changed."""
            return self.rating

    @dataclass
    class Finished(Message):
        """Enter was pressed: on to what comes next."""

        rating: Rating

        @property
        def control(self) -> Rating:
            """The rating that was left."""
            return self.rating

    def __init__(
        self, label: str, value: int | None = None, *, label_width: int | None = None, id: str | None = None
    ) -> None:
        """`label_width` is the column at which the scale begins, to stand in line with other fields."""
        super().__init__(id=id)
        self.label = label
        self._label_width = label_width
        self.set_reactive(Rating.value, value)

    async def on_key(self, event: events.Key) -> None:
        """A digit is a value."""
        if await took_own_key(self, event):
            return
        if event.character and event.character in "0123456789":
            event.stop()
            self.action_rate(int(event.character) * 10)

    def action_rate(self, value: int) -> None:
        """Give a value, 0–100 in tens."""
        self._take(value)

    def action_move(self, by: int) -> None:
        """Ten up or down; the first press starts in the middle."""
        self._take(50 if self.value is None else min(max(self.value + by, 0), 100))

    def action_clear(self) -> None:
        """Empty again."""
        self._take(None)

    def action_rather_not(self) -> None:
        """No value, on purpose."""
        self._take(None, declined=True)

    def action_finish(self) -> None:
        """Go on with what there is."""
        self.post_message(self.Finished(self))

    def _take(self, value: int | None, *, declined: bool = False) -> None:
        self.value, self.declined = value, declined
        self.post_message(self.Rated(self, value))

    def render(self) -> Content:
        """The label, eleven places, the value as a number; `said` (an earlier value) only after an answer."""
        here = "$accent" if self.has_focus else ""
        places = []
        for place in range(0, 101, 10):
            mark = ("▮", here or "$foreground") if place == self.value else ("·", "")
            places.append(Content.assemble(mark))
        if self.declined:
            answer = Content("rather not")
        elif self.value is None:
            answer = Content(in_keys("0–9, {rating.hundred} = 100") if self.has_focus else "")
        else:
            answer = Content.assemble((str(self.value), "bold $foreground"), f"   {self.said}" if self.said else "")
        width = self.content_size.width
        scale = Content.assemble("0 ", Content(" ").join(places), " 100")
        if width - scale.cell_length - VALUE < (self._label_width or len(self.label) + 2):
            scale = Content.assemble("0 ", Content("").join(places), " 100")  # closer, so that the value is seen
        label = Content.assemble((self.label, "$foreground" if self.has_focus else ""))
        if self._label_width is not None:
            start = min(self._label_width, max(width - scale.cell_length - VALUE, 10))
            label = label.truncate(max(start - 1, 0), ellipsis=True)
            return Content.assemble(label, self._pointed(start - label.cell_length), scale, "  ", answer)
        room = width - scale.cell_length - answer.cell_length - 4
        label = label.truncate(max(room, 8), ellipsis=True)
        pad = self._pointed(max(min(room, 30) - label.cell_length, 2))
        return Content.assemble(label, pad, scale, "  ", answer)

    def _pointed(self, width: int) -> Content:
        """The space before the scale; in focus it points there, so that one sees it without colour."""
        if not self.has_focus:
            return Content(" " * width)
        pointer = "▸ " if width > 1 else "▸"
        return Content.assemble(" " * (width - len(pointer)), (pointer, "$accent"))
