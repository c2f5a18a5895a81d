"""The card of a moment: how a slip was met, by whom, and what can be borrowed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.company import Moment, MomentKind, Person
from recalibrate.domain.company_words import ASKED, KINDS, initials
from recalibrate.domain.moment_draft import MomentDraft
from recalibrate.domain.rules import Refused
from recalibrate.store.documents import decode
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.writing import Writing

KEEP_EVERY = 0.6
"""Seconds after the last key until what was typed is in the draft's file."""


class MomentScreen(NotebookScreen[None]):
    """A new moment, or the one with `moment_id` edited; what is typed is kept until it is written down."""

    HELP_TITLE = "A moment"

    CSS = """
    MomentScreen { align: center top; }
    MomentScreen .heading { width: 72; max-width: 100%; height: 3; padding: 1 2; text-style: bold; color: $accent; }
    MomentScreen #card { width: 72; max-width: 100%; height: 1fr; padding: 0 2; }
    MomentScreen .label { margin-top: 1; }
    MomentScreen .echo { color: $quiet; padding-left: 2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "keep it", tooltip="Keep the moment with what stands here", id="moment.keep"),
        Binding("ctrl+t", "initials", "initials", tooltip="Take the initials of the name", show=False, priority=True,
                id="moment.initials"),
        Binding("escape", "back", "back", tooltip="Back; what you typed is offered again", id="screen.back"),
        Binding("f2", "app.safety", "safety", show=True, id="app.safety"),
    ]

    def __init__(self, session: Session, moment_id: str | None = None, *, person_id: str | None = None) -> None:
        super().__init__(session)
        self._id, self._person_id = moment_id, person_id
        self._draft_id = f"moment-{moment_id or 'new'}"
        self.draft = MomentDraft()

    @property
    def moment(self) -> Moment | None:
        """The moment that is edited; None for a new one."""
        return self.session.journal.get(Moment, self._id)

    def compose(self) -> ComposeResult:
        """The card from top to bottom."""
        draft = self.draft = self._kept() or self._unchanged()
        kinds = [Option(kind, words, letter=str(place)) for place, (kind, words) in enumerate(KINDS.items(), start=1)]
        aliases = [each.alias for each in self.session.journal.all(Person) if each.archived_at is None]
        yield Static(Content("A moment with a slip in it"), classes="heading")
        with VerticalScroll(id="card", can_focus=False):
            yield Choices(kinds, chosen=[draft.kind] if draft.kind else [], enter_chooses=True, id="kind")
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
        yield KeysLine()

    def on_mount(self) -> None:
        """Stand at the kind, or in the words when that is known."""
        self.query_one("#what_happened" if self.draft.kind else "#kind").focus()
        self._echo()

    @on(Choices.Chosen)
    def _kind(self, event: Choices.Chosen) -> None:
        self._take("kind", MomentKind(event.key) if event.chosen else None)

    @on(Writing.Written)
    def _written(self, event: Writing.Written) -> None:
        self._take(event.control.id or "", event.text)

    @on(Line.Changed)
    def _line(self, event: Line.Changed) -> None:
        event.stop()
        self._take(event.input.id or "", event.value)

    @on(Choices.Finished)
    @on(Writing.Finished)
    def _next_field(self) -> None:
        self.focus_next()

    @on(Line.Submitted)
    def _next_line(self, event: Line.Submitted) -> None:
        event.stop()
        if event.input.id == "when":
            self.action_keep()
        else:
            self.focus_next()

    def action_initials(self) -> None:
        """Take the initials of the name that was typed."""
        who = self.query_one("#who", Line)
        who.value = initials(who.value) or who.value
        who.cursor_position = len(who.value)

    @work
    async def action_keep(self) -> None:
        """Keep the moment, or say what is missing."""
        session = self.session
        people = session.journal.all(Person)
        try:
            records = self.draft.records(self.moment, people, session.now, session.settings.week_start)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            for field in self.query(f"#{refused.field}"):
                field.focus()
            return
        if await self.save(*records, said="Written down. u undoes it.") is None:
            return
        self.draft = MomentDraft()
        await session.run(session.drafts.discard, self._draft_id)
        self.dismiss()

    def action_back(self) -> None:
        """Leave; what was typed is offered again."""
        self._keep()
        self.dismiss()

    def _unchanged(self) -> MomentDraft:
        people = self.session.journal.all(Person)
        if moment := self.moment:
            return MomentDraft.of(moment, people)
        return MomentDraft(who=next((each.alias for each in people if each.id == self._person_id), ""))

    def _take(self, name: str, value: object) -> None:
        if getattr(self.draft, name) != value:
            self.draft = replace(self.draft, **{name: value})  # type: ignore[arg-type] # a field's own type comes with its widget
            self._echo()
            self.set_timer(KEEP_EVERY, self._keep)

    def _echo(self) -> None:
        asked = ASKED[self.draft.kind] if self.draft.kind else "What happened?"
        self.query_one("#asked", Static).update(Content(asked))
        short = initials(self.draft.who)
        who = self.query_one("#who-echo", Static)
        who.update(Content(f"or {short}: ctrl+t takes the initials"))
        who.display = bool(short)
        said = self.draft.echo(self.moment, self.session.now, self.session.settings.week_start)
        self.query_one("#when-echo", Static).update(Content(said))

    def _keep(self) -> None:
        if self.draft == MomentDraft() or not self.is_attached:
            return
        drafts, document = self.session.drafts, {"kind": "moment", "answers": self.draft}
        if self.draft == self._unchanged():
            kept = self.session.run(drafts.discard, self._draft_id)
        else:
            kept = self.session.run(drafts.save, self._draft_id, document)
        self.app.run_worker(kept, group="keep")  # not the screen's, which may be on its way out

    def _kept(self) -> MomentDraft | None:
        for id, document in self.session.drafts.all():
            if id == self._draft_id:
                return decode(MomentDraft, document.get("answers", {}))
        return None
