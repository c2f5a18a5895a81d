"""A few options, one or several of which can be chosen."""

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

from recalibrate.domain.text import display_safe
from recalibrate.ui.widgets.own_keys import took_own_key


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its key, its words, a quiet line beside or under it, a hot letter and a mark."""

    key: str
    words: str
    note: str = ""
    letter: str = ""
    mark: str = ""


BESIDE, LEAD = 30, 7
"""The column of the notes, and what the pointer, the glyph and the sign of a choice take of the words' room."""

TAKEN = "  ◂"
"""Behind a chosen option that has a mark of its own; the sign is none of the marks."""


class Choices(Widget, can_focus=True):
    """A vertical list with its own glyphs: `●`/`○` for one of them, `■`/`□` for several (`many`)."""

    DEFAULT_CSS = """
    Choices { height: auto; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False, id="choices.down"),
        Binding("up,k", "move(-1)", "up", show=False, id="choices.up"),
        Binding("space", "choose", "choose", show=False, id="choices.choose"),
        Binding("enter", "finish", "on", show=False, id="choices.finish"),
    ]

    options: reactive[tuple[Option, ...]] = reactive((), layout=True)
    chosen: reactive[frozenset[str]] = reactive(frozenset())
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Chosen(Message):
        """What is chosen changed; `key` is the option it changed by."""

        choices: Choices
        key: str
        chosen: frozenset[str]

        @property
        def control(self) -> Choices:
            """The list that changed."""
            return self.choices

    @dataclass
    class Highlighted(Message):
        """The cursor moved to the option `key`."""

        choices: Choices
        key: str

        @property
        def control(self) -> Choices:
            """The list whose cursor moved."""
            return self.choices

    @dataclass
    class Finished(Message):
        """Enter was pressed: on to what comes next."""

        choices: Choices

        @property
        def control(self) -> Choices:
            """The list that was left."""
            return self.choices

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        chosen: Sequence[str] = (),
        many: bool = False,
        enter_chooses: bool = False,
        id: str | None = None,
    ) -> None:
        """`enter_chooses`: Enter takes the option under the cursor before going on (only for one of several)."""
        super().__init__(id=id)
        self._many, self._enter_chooses = many, enter_chooses and not many
        self._walked = False
        self.set_reactive(Choices.options, tuple(options))
        self.set_reactive(Choices.chosen, frozenset(chosen))
        first = next((place for place, option in enumerate(options) if option.key in chosen), 0)
        self.set_reactive(Choices.cursor, first)

    @property
    def current(self) -> Option | None:
        """The option under the cursor."""
        return self.options[self.cursor] if self.cursor < len(self.options) else None

    def watch_options(self, options: tuple[Option, ...]) -> None:
        """Keep the cursor inside the list."""
        self.cursor = min(self.cursor, max(len(options) - 1, 0))

    def watch_cursor(self) -> None:
        """Say which option is looked at."""
        if self.current and self.is_mounted:
            self.post_message(self.Highlighted(self, self.current.key))
            self.scroll_visible(animate=False)

    async def on_key(self, event: events.Key) -> None:
        """A hot letter chooses its option."""
        for place, option in enumerate(self.options):
            if option.letter and event.character == option.letter:
                event.stop()
                self.cursor = place
                self.action_choose()
                return
        await took_own_key(self, event)

    def on_click(self, event: events.Click) -> None:
        """A click chooses the option under it."""
        top = 0
        for place, option in enumerate(self.options):
            height = len(self._lines(place, option))
            if top <= event.y < top + height:
                self.cursor = place
                self.action_choose()
                return
            top += height

    def action_move(self, by: int) -> None:
        """One option up or down."""
        if self.options:
            self.cursor = min(max(self.cursor + by, 0), len(self.options) - 1)
            self._walked = True

    def action_choose(self) -> None:
        """Choose the option under the cursor, or take that back."""
        if self.current is None:
            return
        key = self.current.key
        if self._many:
            self.chosen = self.chosen ^ {key}
        else:
            self.chosen = frozenset() if key in self.chosen else frozenset({key})
        self.post_message(self.Chosen(self, key, self.chosen))

    def takes_walked_to(self) -> bool:
        """Choose the option that one has walked to where none of them is chosen yet; whether that was so."""
        takes = self._walked and not (self._many or self._enter_chooses or self.chosen or self.current is None)
        if takes:
            self.action_choose()
        return takes

    def action_finish(self) -> None:
        """Go on with what is chosen."""
        if self.takes_walked_to():
            return
        if self._enter_chooses and self.current and not self.chosen:
            self.action_choose()
        self.post_message(self.Finished(self))

    def _glyph(self, option: Option) -> str:
        if option.mark:
            return option.mark
        if self._many:
            return "■" if option.key in self.chosen else "□"
        return "●" if option.key in self.chosen else "○"

    def _lines(self, place: int, option: Option) -> list[Content]:
        here = self.has_focus and place == self.cursor
        pointer = ("▸ ", "$accent") if here else ("  ", "")
        chosen = option.key in self.chosen
        style = "bold $foreground" if here or chosen else "$foreground"
        letter = (f"{option.letter} ", "$accent") if option.letter else ("", "")
        words = display_safe(option.words)
        taken = (TAKEN, "$accent") if chosen and option.mark else ("", "")
        line = Content.assemble(
            pointer, (self._glyph(option) + " ", "$accent" if chosen else "$quiet"), letter, (words, style), taken
        )
        if not option.note:
            return [line]
        note = display_safe(option.note)
        width = max(self.content_size.width or 60, 20)
        if self._are_notes_beside(width):
            return [Content.assemble(line, " " * (BESIDE - line.cell_length), (note, "$quiet"))]
        under = [Content.assemble("      ", (part.plain, "$quiet")) for part in Content(note).wrap(width - 6)]
        return [line, *under]

    def _are_notes_beside(self, width: int) -> bool:
        """Whether each note has room beside its words; else all of them go under, so that the list stays even."""
        return all(
            "\n" not in each.note
            and len(each.words) + len(each.letter) + bool(each.letter) + LEAD < BESIDE
            and BESIDE + len(each.note) <= width
            for each in self.options
            if each.note
        )

    def render(self) -> Content:
        """All options, with notes beside or under them."""
        lines = [line for place, option in enumerate(self.options) for line in self._lines(place, option)]
        return Content("\n").join(lines)
