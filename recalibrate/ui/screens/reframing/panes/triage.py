"""Prompt 7: five short questions, the counts behind `?`, and a choice that is the user's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.experimenting.triage import QUESTIONS
from recalibrate.domain.reframing.questions import PATHS
from recalibrate.domain.reframing.triaging import counts, given_answers, suggestion
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.reframing.panes.five_questions import FiveQuestions
from recalibrate.ui.screens.reframing.panes.pane import Desk, PromptPane
from recalibrate.ui.widgets.choices import Choices, Option

WAYS = (
    "Each is optional: {five.yes} yes · {five.no} no · {five.not_sure} not sure · {triage.counts} the counts · "
    "{reframe.enter} on"
)
NO_COUNTS = "No counts here: they need a situation, named at the first prompt."
UNCHOSEN = "With nothing chosen it goes on as a small experiment."
FIRST_HERE = "The first slip in this situation, so nothing is counted yet."


class TriagePane(PromptPane):
    """Signal or structure: answers are optional, the suggestion is said once there is one, Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark", "counts", "counts", tooltip="What the notebook counts here", show=False, id="triage.counts"
        ),
        Binding(
            "e",
            "send('experiment')",
            "a small experiment",
            show=False,
            id="triage.experiment",
            tooltip="A small experiment, also from the five questions",
        ),
        Binding(
            "o",
            "send('overhaul')",
            "an overhaul",
            show=False,
            id="triage.overhaul",
            tooltip="An overhaul, also from the five questions",
        ),
        Binding(
            "l",
            "send('let_go')",
            "let it go",
            show=False,
            id="triage.let_go",
            tooltip="Let it go, also from the five questions",
        ),
    ]

    def question(self) -> Iterable[Widget]:
        """The title; beneath it how to answer, or the counts in its place."""
        yield Static(Content(self.draft.step.title), classes="title")
        yield Static(Content(in_keys(WAYS)), classes="lead", id="ways")
        yield Static(self._counts(), id="counts", classes="folded")

    def fields(self) -> Iterable[Widget]:
        """The five, then where to send it."""
        yield FiveQuestions(given_answers(self.draft), id="answer-answers")
        words = suggestion(self.draft).words
        yield Static(Content(words), id="suggestion", classes="" if words else "folded")
        options = [Option(each.value, each.words, note=each.more, letter=each.key) for each in PATHS]
        yield Choices(options, chosen=[self.draft.path] if self.draft.path else (), id="answer-path")
        yield Static(Content(UNCHOSEN), id="unchosen", classes="hint folded" if self.draft.path else "hint")

    def collected(self) -> dict[str, Any]:
        """The answers to the five, and where to send it."""
        return {"answers": self._given(), "path": next(iter(self.query_one(Choices).chosen), None)}

    def renew(self, desk: Desk) -> None:
        """Say what the answers suggest."""
        super().renew(desk)
        words, said = suggestion(self.draft).words, self.query_one("#suggestion", Static)
        said.update(Content(words))
        said.set_class(not words, "folded")
        self.query_one("#unchosen", Static).set_class(self.draft.path is not None, "folded")

    def action_counts(self) -> None:
        """Show what the notebook counts here, or fold it away."""
        self.query_one("#ways", Static).toggle_class("folded")
        self.query_one("#counts", Static).toggle_class("folded")

    def action_send(self, path: str) -> None:
        """Choose where to send it without going through the five; "not mine" is below them, as n says no here."""
        choices = self.query_one(Choices)
        choices.focus()
        if path not in choices.chosen:
            choices.cursor = [each.key for each in choices.options].index(path)
            choices.action_choose()

    def _counts(self) -> Content:
        found = counts(self.draft, self.desk.known, self.desk.now)
        if found is None:
            return Content(FIRST_HERE if self.draft.situation.strip() else NO_COUNTS)
        return Content(" ".join(found.words.values()))

    def _given(self) -> tuple[tuple[str, str], ...]:
        given = self.query_one(FiveQuestions).given
        return tuple((each.key, given[each.key]) for each in QUESTIONS if each.key in given)

    @on(FiveQuestions.Answered)
    def _answered(self, event: FiveQuestions.Answered) -> None:
        event.stop()
        self.say_answer(event.questions, self._given())

    @on(Choices.Chosen)
    def _sent(self, event: Choices.Chosen) -> None:
        event.stop()
        self.say_answer(event.choices, next(iter(event.chosen), None))
