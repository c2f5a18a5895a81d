"""One of a few short answers on one line, picked by its first letter."""

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

from recalibrate.domain.wording import listed

HINT = "   ← →"

ONLY_THESE = "{heard} answer here; {pick.finish} goes on."
"""What a screen says of a letter that picks nothing."""


class Pick(Widget, can_focus=True):
    """Starts with none; arrows or a letter pick, Backspace clears, Enter goes on."""

    DEFAULT_CSS = """
    Pick { height: 1; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "move(1)", "next", show=False, id="pick.next"),
        Binding("left", "move(-1)", "before", show=False, id="pick.before"),
        Binding("backspace,delete", "clear", "clear", show=False, id="pick.clear"),
        Binding("enter", "finish", "on", show=False, id="pick.finish"),
    ]

    picked: reactive[str] = reactive("")

    @dataclass
    class Picked(Message):
        """Another answer stands now; empty when it was cleared."""

        pick: Pick
        key: str

        @property
        def control(self) -> Pick:
            """The line that changed."""
            return self.pick

    @dataclass
    class Unheard(Message):
        """A letter was typed that picks nothing; `heard` names those that do."""

        pick: Pick
        heard: str

    @dataclass
    class Finished(Message):
        """Enter was pressed: on to what comes next."""

        pick: Pick

        @property
        def control(self) -> Pick:
            """The line that was left."""
            return self.pick

    def __init__(self, answers: Sequence[tuple[str, str]], picked: str = "", *, id: str | None = None) -> None:
        """`answers` are keys and words; the first letter of the words picks, when no other has it."""
        super().__init__(id=id)
        self._answers = tuple(answers)
        self.set_reactive(Pick.picked, picked)

    def on_key(self, event: events.Key) -> None:
        """A first letter picks; of another one that would do nothing it is told which are heard."""
        letter = event.character or ""
        for key, words in self._answers:
            if letter and words.casefold().startswith(letter.casefold()):
                event.stop()
                self._take(key)
                return
        if letter.isalnum() and event.key not in self.screen.active_bindings:
            event.stop()
            heard = listed([words[0] for _, words in self._answers])
            self.post_message(self.Unheard(self, heard))

    def on_click(self, event: events.Click) -> None:
        """A click picks the answer under it."""
        start = 0
        for key, words in self._answers:
            if start <= event.x < start + len(words) + 2:
                self._take(key)
                return
            start += len(words) + 5

    def action_move(self, by: int) -> None:
        """The next answer, or the one before."""
        keys = [key for key, _ in self._answers]
        place = keys.index(self.picked) + by if self.picked in keys else (0 if by > 0 else len(keys) - 1)
        self._take(keys[min(max(place, 0), len(keys) - 1)])

    def action_clear(self) -> None:
        """None of them."""
        self._take("")

    def action_finish(self) -> None:
        """Go on."""
        self.post_message(self.Finished(self))

    def _take(self, key: str) -> None:
        self.picked = key
        self.post_message(self.Picked(self, key))

    def render(self) -> Content:
        """All answers on one line, the picked one marked; in focus the letters that pick stand out."""
        parts = []
        for key, words in self._answers:
            mine = key == self.picked
            style = "bold $accent" if mine and self.has_focus else "bold $foreground" if mine else "$quiet"
            letter = f"{style} underline" if self.has_focus else style
            parts.append(Content.assemble(("●" if mine else "○", style), " ", (words[0], letter), (words[1:], style)))
        line = Content("   ").join(parts)
        if not self.has_focus or line.cell_length + len(HINT) > self.content_size.width:
            return line
        return Content.assemble(line, (HINT, "$quiet"))
