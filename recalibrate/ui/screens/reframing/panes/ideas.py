"""Prompt 6: the one question, alone; several lines are several ideas, and one is marked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.wording import one_line
from recalibrate.ui.screens.reframing.panes.pane import Desk, PromptPane
from recalibrate.ui.widgets.choices import Choices, Option


class IdeasPane(PromptPane):
    """The question stands in the middle; which idea to try is asked only where there are several."""

    def question(self) -> Iterable[Widget]:
        """The question, large: with room around it and nothing beside it."""
        step = self.draft.step
        yield Static(Content(step.title), classes="one-question")
        yield Static(Content(step.lead), classes="under-question")

    def more(self) -> Iterable[Widget]:
        """The ideas to choose from, once Enter was pressed with more than one."""
        yield Static(Content("ctrl+j starts another idea"), classes="hint")
        yield Static(Content("Which one will you try?"), classes="which folded")
        chosen = [str(self.draft.chosen)]
        row = Choices(self._options(), chosen=chosen, id="answer-chosen")
        row.add_class("folded")
        yield row

    def renew(self, desk: Desk) -> None:
        """Keep the list of ideas in step with what is written."""
        super().renew(desk)
        self.query_one("#answer-chosen", Choices).options = tuple(self._options())

    def after(self, focused: Widget | None) -> Widget | None:
        """From several ideas to the choice between them."""
        choice = self.query_one("#answer-chosen")
        several = len(self.draft.idea_list) > 1
        for each in (*self.query(".which"), choice):
            each.set_class(not several, "folded")
        return choice if several and focused is not choice else None

    def collected(self) -> dict[str, Any]:
        """The ideas; the one under the cursor is the one to try, once the choice is asked for."""
        found = super().collected()
        choice = self.query_one("#answer-chosen", Choices)
        if self.screen.focused is choice:
            found["chosen"] = choice.cursor
        return found

    def answers(self) -> list[Widget]:
        """The writing comes first; the choice is reached from it."""
        return super().answers()[:1]

    def _options(self) -> list[Option]:
        return [Option(str(place), one_line(idea)) for place, idea in enumerate(self.draft.idea_list)]

    @on(Choices.Chosen)
    def _idea_chosen(self, event: Choices.Chosen) -> None:
        event.stop()
        self.say_answer(event.choices, int(event.key))
