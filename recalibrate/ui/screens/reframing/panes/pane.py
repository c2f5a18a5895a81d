"""What all panes share: a question, its fields in a row, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.entry_of import when_echo
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.plan import deadline_echo
from recalibrate.domain.reframing.questions import Kind, Question, earlier_value, questions
from recalibrate.domain.text import display_safe
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.one_of import OneOf
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing

SCALE_AT = 26
"""The column of a rating's scale: under the text of the lines, whose labels and bar the stylesheet sets."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies before a pane: the draft, what the journal knows, and the time it is."""

    draft: Draft
    known: Known
    now: datetime


class PromptPane(VerticalScroll, can_focus=False):
    """One prompt: title, a line beneath it, its fields. Says each answer; decides nothing."""

    @dataclass
    class Answered(Message):
        """A field of the draft was answered."""

        pane: PromptPane
        field: str
        value: Any

    def __init__(self, desk: Desk) -> None:
        super().__init__(id="pane", classes=f"prompt-{desk.draft.at}")
        self.desk = desk

    @property
    def draft(self) -> Draft:
        """The answers so far."""
        return self.desk.draft

    def compose(self) -> ComposeResult:
        """The question and what answers it."""
        yield from self.question()
        yield from self.fields()
        yield from self.more()
        yield Static(id="pause", classes="folded")

    def question(self) -> Iterable[Widget]:
        """The title and the line beneath it."""
        step = self.draft.step
        yield Static(Content(step.title), classes="title")
        if step.lead:
            yield Static(Content(step.lead), classes="lead")

    def fields(self) -> Iterable[Widget]:
        """A field for each question of the prompt; folded ones wait to be unfolded."""
        for asked in questions(self.draft):
            yield from self.field(asked)

    def more(self) -> Iterable[Widget]:
        """What else the pane shows under its fields."""
        return ()

    def field(self, asked: Question) -> Iterable[Widget]:
        """The widgets of one question: its label at the left, its answer at the right, an echo beneath a date."""
        value = getattr(self.draft, asked.field)
        id = f"answer-{asked.field}"
        folded = asked.folded and not value
        if asked.kind is Kind.WRITING:
            yield Writing(value, placeholder=asked.hint, id=id)
        elif asked.kind is Kind.RATING:
            rating = Rating(asked.label, value, label_width=SCALE_AT, id=id)
            rating.said = earlier_value(self.draft, asked.field)
            yield rating
        elif asked.kind is Kind.CHOICE:
            answers = [(each.value, each.key, each.words) for each in asked.options]
            yield self._row(asked, OneOf(answers, value or "", id=id), folded)
        elif asked.kind in (Kind.LINE, Kind.PAST, Kind.DEADLINE):
            hint = "" if asked.kind is Kind.PAST and self.draft.entry_id else asked.hint  # its echo says what holds
            line = Line(value, placeholder=hint, suggestions=self.suggestions(asked.field), id=id)
            yield self._row(asked, line, folded)
            if asked.kind is not Kind.LINE:
                yield Static(self._echo(asked), id=f"echo-{asked.field}", classes="echo")

    def suggestions(self, field: str) -> tuple[str, ...]:
        """What a line can be completed with."""
        return ()

    def _row(self, asked: Question, answer: Widget, folded: bool) -> Horizontal:
        label = Static(Content(asked.label), classes="label")
        return Horizontal(label, answer, classes="row folded" if folded else "row")

    def _echo(self, asked: Question) -> Content:
        today, week_start = self.desk.now.date(), self.desk.known.settings.week_start
        if asked.kind is Kind.PAST:
            return Content(display_safe(when_echo(self.draft, self.desk.now, week_start)))
        return Content(display_safe(deadline_echo(self.draft, today, week_start)))

    def renew(self, desk: Desk) -> None:
        """Show what follows from a changed draft: echoes, and an earlier value once the new one is given."""
        self.desk = desk
        for asked in questions(self.draft):
            if asked.kind in (Kind.PAST, Kind.DEADLINE):
                self.tell(f"#echo-{asked.field}", self._echo(asked))
                self._show_echo_in_focus()
            elif asked.kind is Kind.RATING:
                self.query_one(f"#answer-{asked.field}", Rating).said = earlier_value(self.draft, asked.field)

    def tell(self, selector: str, content: Content) -> None:
        """Show other words in a line, and send nothing to the terminal where they are the same."""
        line = self.query_one(selector, Static)
        if line.content != content:
            line.update(content)

    def on_descendant_focus(self) -> None:
        """Where a date is typed, show what it is read as, too."""
        self._show_echo_in_focus()

    def _show_echo_in_focus(self) -> None:
        focused = self.screen.focused
        field = (focused.id or "").removeprefix("answer-") if focused else ""
        for echo in self.query(".echo"):
            if echo.id == f"echo-{field}":
                self.call_after_refresh(echo.scroll_visible, animate=False)  # once the field itself was scrolled to

    def pause(self, sentence: str) -> None:
        """Say one sentence, without leaving."""
        said = self.query_one("#pause", Static)
        said.update(Content(display_safe(sentence)))
        said.remove_class("folded")
        self.call_after_refresh(said.scroll_visible, animate=False)  # a long plan may reach below the window

    def pause_is_over(self) -> None:
        """Take the sentence away once it is no longer so."""
        self.query_one("#pause", Static).add_class("folded")

    def answers(self) -> list[Widget]:
        """The fields in their order, without folded ones."""
        return [each for each in self.query("*") if (each.id or "").startswith("answer-") and self._shown(each)]

    def _shown(self, answer: Widget) -> bool:
        return not (answer.parent is not None and answer.parent.has_class("folded"))

    def after(self, focused: Widget | None) -> Widget | None:
        """The field that Enter leads to from the one in focus; None when it leads on to the next prompt."""
        fields = self.answers()
        place = fields.index(focused) + 1 if focused in fields else len(fields)
        return fields[place] if place < len(fields) else None

    def took_back(self) -> bool:
        """Whether Esc had something to leave inside this prompt, and left it."""
        return False

    def collected(self) -> dict[str, Any]:
        """What stands in the fields now, also what no message has told yet."""
        found: dict[str, Any] = {}
        for asked in questions(self.draft):
            for answer in self.query(f"#answer-{asked.field}"):
                if isinstance(answer, Writing):
                    found[asked.field] = answer.text
                elif isinstance(answer, (Input, Rating)):
                    found[asked.field] = answer.value
                elif isinstance(answer, OneOf):
                    found[asked.field] = answer.chosen or None
        return found

    def say_answer(self, answer: Widget, value: Any) -> None:
        """Tell the screen what stands in a field now."""
        self.post_message(self.Answered(self, (answer.id or "").removeprefix("answer-"), value))

    @on(Writing.Written)
    def _written(self, event: Writing.Written) -> None:
        event.stop()
        self.say_answer(event.writing, event.text)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if (event.input.id or "").startswith("answer-"):
            self.say_answer(event.input, event.value)

    @on(Rating.Rated)
    def _rated(self, event: Rating.Rated) -> None:
        event.stop()
        self.say_answer(event.rating, event.value)

    @on(OneOf.Chosen)
    def _one_chosen(self, event: OneOf.Chosen) -> None:
        event.stop()
        self.say_answer(event.one_of, event.value or None)
