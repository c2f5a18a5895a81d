"""Someone, by an alias, and how they meet a slip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.company.company_words import MEETS, initials, noted_person
from recalibrate.domain.records.company import Meeting, Person
from recalibrate.ui.key_words import key_for
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.line import Line


class PersonScreen(AskScreen[Person]):
    """Answers a new person, or `person` changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+t", "initials", "initials", tooltip="Take the initials instead", priority=True, id="person.initials"
        ),
    ]

    question = "Someone, by an alias"
    fields = (("alias", "Initials will do, or any name that is yours", "M. K."),)

    def __init__(self, people: Sequence[Person], person: Person | None = None) -> None:
        super().__init__()
        self._people, self._person = people, person

    def on_mount(self) -> None:
        """Ask how they meet a slip, under the alias."""
        options = [Option(meeting, words) for meeting, words in MEETS.items()]
        chosen = [self._person.meets] if self._person else []
        self.query_one(Vertical).mount(
            Static(Content("How do they meet a slip, so far?"), classes="label"),
            Choices(options, chosen=chosen, enter_chooses=False, id="meets"),
            after=self.query_one("#alias-echo"),
        )

    def initial(self, name: str) -> str:
        """The alias so far."""
        return self._person.alias if self._person else ""

    def echo(self, name: str, text: str) -> str:
        """The initials of a name that looks like a whole one."""
        short = initials(text)
        return f"or {short}: {key_for('person.initials')} takes the initials" if short else ""

    def action_initials(self) -> None:
        """Take the initials instead."""
        alias = self.query_one("#alias", Line)
        alias.value = initials(alias.value) or alias.value
        alias.cursor_position = len(alias.value)

    def action_next_field(self) -> None:
        """From the alias to how they meet a slip; from there to the end."""
        field = self.focused
        if isinstance(field, Choices):
            field.call_later(field.action_finish)  # after the keys that still wait for it
        elif field is not None:
            self.focus_next()

    @on(Choices.Finished)
    def _done(self) -> None:
        self.action_finish()

    def answer(self, typed: dict[str, str]) -> Person:
        """The person. Refused without an alias, or with one that is taken."""
        chosen = next(iter(self.query_one("#meets", Choices).chosen), Meeting.NOT_SURE)
        return noted_person(typed["alias"], Meeting(chosen), self._people, self._person)
