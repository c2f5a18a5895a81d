"""A question in the middle of the screen with a few lines to answer it on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import work
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import keys_said
from recalibrate.ui.screens.confirm import leaves_words
from recalibrate.ui.widgets.line import Line

Answer = TypeVar("Answer")


class AskScreen(ModalScreen[Answer | None]):
    """The base of small questions: `fields` are (id, label, placeholder); Enter goes on, Esc leaves.

    A subclass turns the typed lines into its answer in `answer`, raising ValueError with a sentence to refuse.
    """

    SCOPED_CSS = False  # the rules are for the screens made of this one
    DEFAULT_CSS = """
    AskScreen { align: center middle; background: $background 70%; }
    AskScreen > Vertical { width: 80; max-width: 100%; height: auto; background: $panel; padding: 1 3; }
    AskScreen .question { text-style: bold; }
    AskScreen .label { margin-top: 1; }
    AskScreen .refusal { color: $warning; margin-top: 1; display: none; }
    AskScreen .keys { color: $quiet; margin-top: 1; }
    AskScreen Line, AskScreen Line:focus { background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next_field", "on", tooltip="On to the next line", show=False, priority=True, id="ask.on"),
        Binding("escape", "leave", "leave", id="ask.leave"),
        Binding("ctrl+s", "finish", "done", id="ask.finish"),
    ]

    question: str = ""
    keys: str = "{ask.on} on   {ask.leave} leave it"
    fields: tuple[tuple[str, str, str], ...] = ()

    def compose(self) -> ComposeResult:
        """The question, its lines, a place for what is missing."""
        with Vertical():
            yield Static(Content(display_safe(self.question)), classes="question")
            for name, label, placeholder in self.fields:
                yield Static(Content(label), classes="label")
                yield self.line(name, placeholder)
                yield Static(Content(self.echo(name, self.initial(name))), id=f"{name}-echo", classes="keys")
            yield Static(classes="refusal")
            yield Static(keys_said(self.keys), classes="keys")

    def on_mount(self) -> None:
        """Hide the echoes that have nothing to say."""
        for name, _, _ in self.fields:
            self._say_echo(name, self.initial(name))

    def initial(self, name: str) -> str:
        """What stands in a field at first."""
        return ""

    def line(self, name: str, placeholder: str) -> Line:
        """The place to write a field's answer."""
        return Line(self.initial(name), placeholder=placeholder, suggestions=self.suggestions(name), id=name)

    def suggestions(self, name: str) -> Sequence[str]:
        """What completes a field as one types; none for most."""
        return ()

    def echo(self, name: str, text: str) -> str:
        """A line under a field that says what the text means; empty for none."""
        return ""

    def answer(self, typed: dict[str, str]) -> Answer:
        """The answer the lines make. Raises ValueError with a sentence to refuse."""
        raise ValueError("There is nothing to answer here.")

    def on_input_changed(self, event: Line.Changed) -> None:
        """Say what the text means as it is typed."""
        self._say_echo(event.input.id or "", event.value)

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Answer after the last line, with what stood in it then."""
        if event.input.id == self.fields[-1][0]:
            self._finish(self._typed() | {event.input.id: event.value})

    def action_next_field(self) -> None:
        """Go on at once, so that words typed ahead reach the line they were meant for."""
        field = self.focused
        if not isinstance(field, Line):
            raise SkipAction
        if field.id == self.fields[-1][0]:
            field.call_later(field.action_submit)  # after the keys that still wait for it
        else:
            self.focus_next()

    def action_finish(self) -> None:
        """Answer with what stands here, or say what is missing."""
        self._finish(self._typed())

    @work
    async def action_leave(self) -> None:
        """Leave everything as it is; asks first when something was typed."""
        if not await self.holds_back_quit():
            self.dismiss(None)

    async def holds_back_quit(self) -> bool:
        """Whether something was typed that the user, when asked, would rather go on with."""
        changed = any(text != self.initial(name) for name, text in self._typed().items())
        return changed and not await self.app.push_screen_wait(leaves_words())

    def _typed(self) -> dict[str, str]:
        return {name: self.query_one(f"#{name}", Line).value for name, _, _ in self.fields}

    def _finish(self, typed: dict[str, str]) -> None:
        try:
            answer = self.answer(typed)
        except ValueError as refused:
            place = self.query_one(".refusal", Static)
            place.update(Content(display_safe(str(refused))))
            place.display = True
            return
        self.dismiss(answer)

    def _say_echo(self, name: str, text: str) -> None:
        words = self.echo(name, text)
        for place in self.query(f"#{name}-echo").results(Static):  # none where a key typed ahead has left already
            place.update(Content(display_safe(words)))
            place.display = bool(words)
