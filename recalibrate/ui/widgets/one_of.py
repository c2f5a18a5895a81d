"""One of a few short answers on one line, each with a letter that chooses it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from recalibrate.ui.widgets.own_keys import took_own_key


class OneOf(Widget, can_focus=True):
    """`● hoped for   ○ feared`: a letter or the arrows choose, Backspace takes it back, Enter goes on."""

    DEFAULT_CSS = """
    OneOf { height: 1; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "move(-1)", "before", show=False, id="one_of.before"),
        Binding("right,down,space", "move(1)", "next", show=False, id="one_of.next"),
        Binding("backspace,delete", "clear", "clear", show=False, id="one_of.clear"),
        Binding("enter", "finish", "on", show=False, id="one_of.finish"),
    ]

    chosen: reactive[str] = reactive("")

    @dataclass
    class Chosen(Message):
        """Another answer was chosen; empty when it was taken back."""

        one_of: OneOf
        value: str

        @property
        def control(self) -> OneOf:
            """The line that changed."""
            return self.one_of

    @dataclass
    class Finished(Message):
        """Enter was pressed: on to what comes next."""

        one_of: OneOf

        @property
        def control(self) -> OneOf:
            """The line that was left."""
            return self.one_of

    def __init__(self, answers: Sequence[tuple[str, str, str]], chosen: str = "", *, id: str | None = None) -> None:
        """`answers` are (value, letter, words)."""
        super().__init__(id=id)
        self._answers = tuple(answers)
        self.set_reactive(OneOf.chosen, chosen)

    async def on_key(self, event: events.Key) -> None:
        """A letter chooses its answer."""
        if await took_own_key(self, event):
            return
        for value, letter, _ in self._answers:
            if event.character == letter:
                event.stop()
                self._take(value)

    def action_move(self, by: int) -> None:
        """The answer before or after; the first press takes the first."""
        values = [value for value, _, _ in self._answers]
        place = values.index(self.chosen) + by if self.chosen in values else 0
        self._take(values[place % len(values)])

    def action_clear(self) -> None:
        """No answer again."""
        self._take("")

    def action_finish(self) -> None:
        """Go on with what there is."""
        self.post_message(self.Finished(self))

    def _take(self, value: str) -> None:
        self.chosen = value
        self.post_message(self.Chosen(self, value))

    def render(self) -> Content:
        """The answers in a row."""
        parts = []
        for value, letter, words in self._answers:
            here = value == self.chosen
            glyph = ("● ", "$accent") if here else ("○ ", "$quiet")
            key = (f"{letter} ", "$accent") if self.has_focus else ("", "")
            style = "bold $foreground" if here else ("$foreground" if self.has_focus else "$quiet")
            parts.append(Content.assemble(glyph, key, (words, style)))
        return Content("   ").join(parts)
