"""A habit of one's own, named on the spot."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.ui.key_words import keys_said
from recalibrate.ui.screens.confirm import leaves_words
from recalibrate.ui.widgets.line import Line


class OwnHabitScreen(ModalScreen[OwnHabit | None]):
    """Three lines, of which the first is enough; answers the habit, or nothing."""

    DEFAULT_CSS = """
    OwnHabitScreen { align: center middle; background: $background 70%; }
    OwnHabitScreen > Vertical { width: 80; max-width: 100%; height: auto; background: $panel; padding: 1 3; }
    OwnHabitScreen .title { text-style: bold; }
    OwnHabitScreen .label { margin-top: 1; }
    OwnHabitScreen Line, OwnHabitScreen Line:focus { background: $panel; }
    OwnHabitScreen .keys { color: $quiet; margin-top: 1; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", tooltip="Back, nothing is added", id="own_habit.leave"),
        Binding("ctrl+s", "keep", "keep", tooltip="Keep it", id="own_habit.keep"),
    ]

    def __init__(self, habit: OwnHabit | None = None) -> None:
        """`habit` is the one to give other words to; none makes a new one."""
        super().__init__()
        self._habit = habit

    def compose(self) -> ComposeResult:
        """Name, meaning, question."""
        was = self._habit or OwnHabit(name="")
        with Vertical():
            yield Static(Content("A habit of your own"), classes="title")
            yield Static(Content("What do you call it?"), classes="label")
            yield Line(was.name, id="own-name")
            yield Static(Content("What does it do? (may stay empty)"), classes="label")
            yield Line(was.definition, id="own-definition")
            yield Static(Content("A question for it (may stay empty)"), classes="label")
            yield Line(was.question, id="own-question")
            yield Static(keys_said("enter on   {own_habit.keep} keep it   {own_habit.leave} back"), classes="keys")

    @on(Input.Submitted)
    def _on(self, event: Input.Submitted) -> None:
        lines = list(self.query(Line))
        place = lines.index(self.query_one(f"#{event.input.id}", Line)) + 1
        if not self.query_one("#own-name", Line).value.strip():
            lines[0].focus()
        elif place < len(lines):
            lines[place].focus()
        else:
            self.action_keep()

    def action_keep(self) -> None:
        """Answer the habit; without a name there is none."""
        name, definition, question = (line.value.strip() for line in self.query(Line))
        was = self._habit or OwnHabit(name=name)
        self.dismiss(replace(was, name=name, definition=definition, question=question) if name else None)

    @work
    async def action_leave(self) -> None:
        """Answer nothing; asks first when something was typed."""
        if not await self.holds_back_quit():
            self.dismiss(None)

    async def holds_back_quit(self) -> bool:
        """Whether something was typed that the user, when asked, would rather go on with."""
        was = self._habit or OwnHabit(name="")
        changed = [line.value for line in self.query(Line)] != [was.name, was.definition, was.question]
        return changed and not await self.app.push_screen_wait(leaves_words())
