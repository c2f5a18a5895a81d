"""Prompt 4: suggested habits with the words that suggest them, one's own most-named, then all; several, or none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from recalibrate.domain.reframing.naming import Naming, naming
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.reframing.panes.pane import Desk, PromptPane
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.line import Line

WAYS = "{habit.search} search all · {habit.add} add my own · {habit.read} read · {choices.choose} choose · none is fine"


class HabitPane(PromptPane):
    """A list to choose from and, for the habit under the cursor, its definition, example and question."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", tooltip="Search all habits", show=False, id="habit.search"),
        Binding("a", "add", "add my own", tooltip="Add a habit of your own", show=False, id="habit.add"),
        Binding("r", "read", "read", tooltip="A page about this habit", show=False, id="habit.read"),
    ]

    class AddAsked(Message):
        """A habit of one's own is wanted."""

    class ReadAsked(Message):
        """A page about a habit is wanted."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._offered = naming(desk.draft, desk.known)

    def compose(self) -> ComposeResult:
        """Title, search, list, the habit under the cursor, the keys."""
        yield from self.question()
        search = Line(placeholder="part of a name, or of what it means", id="habit-search")
        search.add_class("folded")
        yield search
        with VerticalScroll(id="habit-list", can_focus=False):
            yield Choices(self._options(self._offered), chosen=self.draft.habits, many=True, id="answer-habits")
        yield Static(id="habit-meaning")
        yield Static(Content(in_keys(WAYS)), classes="hint")
        yield Static(id="pause", classes="folded")

    def on_mount(self) -> None:
        """Say what the first one means."""
        self._say_meaning()

    def after(self, focused: Widget | None) -> Widget | None:
        """From the search to the list; from the list on."""
        return self.query_one("#answer-habits") if focused is self.query_one("#habit-search") else None

    def collected(self) -> dict[str, Any]:
        """The habits, in the order in which they were named."""
        chosen = self.query_one("#answer-habits", Choices).chosen
        kept = [key for key in self.draft.habits if key in chosen]
        return {"habits": (*kept, *(key for key in sorted(chosen) if key not in kept))}

    def renew(self, desk: Desk) -> None:
        """Show what is named now, and a habit that was just added."""
        super().renew(desk)
        offered = naming(desk.draft, desk.known)
        choices = self.query_one("#answer-habits", Choices)
        if [each.key for each in offered] != [each.key for each in self._offered]:
            self._offered = offered
            choices.options = tuple(self._options(self._found()))
        choices.chosen = frozenset(self.draft.habits)

    def action_search(self) -> None:
        """Search among all."""
        search = self.query_one("#habit-search", Line)
        search.remove_class("folded")
        search.focus()

    def took_back(self) -> bool:
        """From the search back to the whole list."""
        search = self.query_one("#habit-search", Line)
        if not search.has_focus:
            return False
        search.value = ""
        search.add_class("folded")
        self.query_one("#answer-habits").focus()
        return True

    def action_add(self) -> None:
        """Ask for a habit of one's own."""
        self.post_message(self.AddAsked())

    def action_read(self) -> None:
        """Ask for the page of the habit under the cursor."""
        current = self.query_one("#answer-habits", Choices).current
        if current:
            self.post_message(self.ReadAsked(current.key))

    def stand_at(self, key: str) -> None:
        """Put the cursor on a habit."""
        choices = self.query_one("#answer-habits", Choices)
        keys = [each.key for each in choices.options]
        if key in keys:
            choices.cursor = keys.index(key)
        choices.focus()

    def _found(self) -> Iterable[Naming]:
        wanted = self.query_one("#habit-search", Line).value.casefold().split()
        return [each for each in self._offered if all(word in each.searched for word in wanted)]

    def _options(self, offered: Iterable[Naming]) -> list[Option]:
        return [Option(each.key, one_line(each.name), note=one_line(each.why)) for each in offered]

    def _say_meaning(self) -> None:
        current = self.query_one("#answer-habits", Choices).current
        found = next((each for each in self._offered if current and each.key == current.key), None)
        lines = [Content(in_keys("Nothing has that name yet. {habit.add} adds it."))] if found is None else []
        if found:
            parts = ((found.definition, "$foreground"), (found.example, ""), (found.question, "bold $foreground"))
            lines = [Content.assemble((display_safe(one_line(text)), style)) for text, style in parts if text]
        self.query_one("#habit-meaning", Static).update(Content("\n").join(lines))

    @on(Input.Changed, "#habit-search")
    def _narrow(self, event: Input.Changed) -> None:
        event.stop()
        self.query_one("#answer-habits", Choices).options = tuple(self._options(self._found()))
        self._say_meaning()

    @on(Choices.Highlighted)
    def _looked_at(self, event: Choices.Highlighted) -> None:
        event.stop()
        self._say_meaning()

    @on(Choices.Chosen)
    def _named(self, event: Choices.Chosen) -> None:
        event.stop()
        self.say_answer(event.choices, self.collected()["habits"])
