"""The five questions of triage in one field: y, n or s beside each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from recalibrate.domain.experimenting.triage import QUESTIONS, Answer
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.widgets.own_keys import took_own_key

WORDS = {Answer.YES: "yes", Answer.NO: "no", Answer.NOT_SURE: "?"}
ASIDE = 8

KEYS = "{five.yes} {five.no} {five.not_sure}"


class FiveQuestions(Widget, can_focus=True):
    """Each answer goes to the next question; Enter, on the screen, leaves them as they are."""

    DEFAULT_CSS = """
    FiveQuestions { height: auto; width: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('yes')", "yes", show=False, id="five.yes"),
        Binding("n", "answer('no')", "no", show=False, id="five.no"),
        Binding("s", "answer('not_sure')", "not sure", show=False, id="five.not_sure"),
        Binding("backspace,delete", "answer('')", "clear", show=False, id="five.clear"),
        Binding("down,j", "move(1)", "down", show=False, id="five.down"),
        Binding("up,k", "move(-1)", "up", show=False, id="five.up"),
    ]

    cursor: reactive[int] = reactive(0)
    given: reactive[dict[str, str]] = reactive(dict)

    @dataclass
    class Answered(Message):
        """One of the five was answered, or an answer taken back."""

        questions: FiveQuestions
        answers: Mapping[str, str]

    def __init__(self, answers: Mapping[str, Answer], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(FiveQuestions.given, {key: str(answer) for key, answer in answers.items()})

    async def on_key(self, event: events.Key) -> None:
        """Take the keys of the five where they arrive."""
        await took_own_key(self, event)

    def action_answer(self, answer: str) -> None:
        """Answer the question under the cursor and go to the next."""
        key = QUESTIONS[self.cursor].key
        others = {each: said for each, said in self.given.items() if each != key}
        self.given = {**others, key: answer} if answer else others
        self.post_message(self.Answered(self, self.given))
        if answer:
            self.action_move(1)

    def action_move(self, by: int) -> None:
        """One question up or down."""
        self.cursor = min(max(self.cursor + by, 0), len(QUESTIONS) - 1)

    def render(self) -> Content:
        """The answer at the left, its question beside it, as many lines as that takes."""
        lines = []
        width = max((self.content_size.width or 68) - ASIDE, 20)
        for place, question in enumerate(QUESTIONS):
            here = self.has_focus and place == self.cursor
            answer = self.given.get(question.key, "")
            said = WORDS[Answer(answer)] if answer else (in_keys(KEYS) if here else "·")
            first = Content.assemble(
                ("▸ " if here else "  ", "$accent"), (said.ljust(ASIDE - 2), "$accent" if answer or here else "$quiet")
            )
            style = "$foreground" if here else "$quiet"
            for number, part in enumerate(Content(question.text).wrap(width)):
                lead = first if number == 0 else Content(" " * ASIDE)
                lines.append(Content.assemble(lead, (part.plain, style)))
        return Content("\n").join(lines)
