"""The card of a moment: how a slip was met, by whom, and what can be borrowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from recalibrate.domain.company.company_words import ASKED, KINDS, initials
from recalibrate.domain.company.moment_draft import MomentDraft
from recalibrate.domain.records.company import Moment, MomentKind, Person
from recalibrate.domain.records.record import Record
from recalibrate.ui.key_words import key_for
from recalibrate.ui.screens.card import CardScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.writing import Writing


class Kinds(Choices):
    """The kinds of moment, by number; who begins to write at once is taken to the words, with the first letter."""

    @dataclass
    class Begun(Message):
        """A letter was typed."""

        letter: str

    async def on_key(self, event: events.Key) -> None:
        """A letter is no answer here."""
        if (event.character or "").isalpha():
            event.stop()
            event.prevent_default()
            self.post_message(self.Begun(event.character or ""))


class MomentScreen(CardScreen[MomentDraft]):
    """A new moment, or the one with `moment_id` edited."""

    HELP_TITLE = "A moment"
    KIND = "moment"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next_field", "on", tooltip="On to the next field", priority=True, id="card.on"),
        Binding("ctrl+s", "keep", "keep it", tooltip="Keep it with what stands here", id="card.keep"),
        Binding(
            "ctrl+t",
            "initials",
            "initials",
            tooltip="Take the initials of the name",
            show=False,
            priority=True,
            id="moment.initials",
        ),
        Binding("escape", "back", "back", tooltip="Back; what you gave is offered again", id="screen.back"),
        Binding("question_mark,f1", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
        Binding("f2", "app.safety", "safety", show=True, id="app.safety"),
    ]

    def __init__(self, session: Session, moment_id: str | None = None, *, person_id: str | None = None) -> None:
        super().__init__(session, f"moment-{moment_id or 'new'}", MomentDraft())
        self._id, self._person_id = moment_id, person_id

    @property
    def last_field(self) -> str:
        """When it was."""
        return "when"

    @property
    def moment(self) -> Moment | None:
        """The moment that is edited; None for a new one."""
        return self.session.journal.get(Moment, self._id)

    def compose(self) -> ComposeResult:
        """The card from top to bottom."""
        draft = self.draft = self.kept() or self.unchanged()
        kinds = [Option(kind, words, letter=str(place)) for place, (kind, words) in enumerate(KINDS.items(), start=1)]
        aliases = [each.alias for each in self.session.journal.all(Person) if each.archived_at is None]
        yield Static(Content("A moment with a slip in it"), classes="heading")
        with VerticalScroll(id="card", can_focus=False):
            yield Kinds(kinds, chosen=[draft.kind] if draft.kind else [], enter_chooses=True, id="kind")
            yield Static(classes="label", id="asked")
            yield Writing(draft.what_happened, id="what_happened")
            yield Static(Content("Who? Initials will do, or nobody"), classes="label")
            yield Line(draft.who, placeholder="M. K.", suggestions=aliases, id="who")
            yield Static(classes="echo", id="who-echo")
            yield Static(Content("What can I borrow?"), classes="label")
            yield Writing(draft.borrow, id="borrow")
            yield Static(Content("When was it? About is fine."), classes="label")
            yield Line(draft.when, placeholder="now", id="when")
            yield Static(classes="echo", id="when-echo")
        yield KeysLine(in_column=True)

    def on_mount(self) -> None:
        """Stand at the kind, or in the words when that is known."""
        self.query_one("#what_happened" if self.draft.kind else "#kind").focus()
        self._echo()

    @on(Kinds.Begun)
    def _begun(self, event: Kinds.Begun) -> None:
        writing = self.query_one("#what_happened", Writing)
        self.set_focus(writing)
        writing.insert(event.letter, writing.document.end)

    @on(Choices.Chosen)
    def _kind(self, event: Choices.Chosen) -> None:
        self.take("kind", MomentKind(event.key) if event.chosen else None)

    @on(Writing.Written)
    def _written(self, event: Writing.Written) -> None:
        self.take(event.control.id or "", event.text)

    @on(Line.Changed)
    def _line(self, event: Line.Changed) -> None:
        event.stop()
        self.take(event.input.id or "", event.value)

    @on(Line.Submitted, "#when")
    def _last(self, event: Line.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_initials(self) -> None:
        """Take the initials of the name that was typed."""
        who = self.query_one("#who", Line)
        who.value = initials(who.value) or who.value
        who.cursor_position = len(who.value)

    def records(self) -> tuple[Record, ...]:
        """The moment, and the person when the alias is new."""
        session = self.session
        people = session.journal.all(Person)
        return self.draft.records(self.moment, people, session.now, session.settings.week_start)

    def unchanged(self) -> MomentDraft:
        """The moment as the journal has it, or a new one."""
        people = self.session.journal.all(Person)
        if moment := self.moment:
            return MomentDraft.of(moment, people)
        return MomentDraft(who=next((each.alias for each in people if each.id == self._person_id), ""))

    def take(self, name: str, value: object) -> bool:
        """Take what a field says, and say what that means."""
        changed = super().take(name, value)
        if changed:
            self._echo()
        return changed

    def _echo(self) -> None:
        asked = ASKED[self.draft.kind] if self.draft.kind else "What happened?"
        self.query_one("#asked", Static).update(Content(asked))
        short = initials(self.draft.who)
        who = self.query_one("#who-echo", Static)
        words = f"or {short}: {key_for('moment.initials')} takes the initials" if short else ""
        if self.draft.who and self.draft.who == self.unchanged().who and self._id is None:
            words = "the person you stood on; another name, or none, replaces it"
        who.update(Content(words))
        who.display = bool(words)
        said = self.draft.echo(self.moment, self.session.now, self.session.settings.week_start)
        self.query_one("#when-echo", Static).update(Content(said))
