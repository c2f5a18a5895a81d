"""A card to fill in: fields one under the other, Enter to the next, what is given kept until it is written down."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, Generic, TypeVar

from textual import work
from textual.actions import SkipAction
from textual.binding import Binding, BindingType

from recalibrate.domain.records.record import Record
from recalibrate.domain.rules import Refused
from recalibrate.store.documents import decode
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.own_keys import keys_taken

Draft = TypeVar("Draft")

KEEP_EVERY = 0.6
"""Seconds after the last key until what was given is in the draft's file."""


class CardScreen(NotebookScreen[None], Generic[Draft]):
    """The base: a subclass has a `draft` (a frozen dataclass), its fields, and the `records` it becomes."""

    DEFAULT_CSS = """
    CardScreen { align: center top; }
    CardScreen .heading { width: 80; max-width: 100%; height: 3; padding: 1 2; text-style: bold; color: $accent; }
    CardScreen #card { width: 80; max-width: 100%; height: 1fr; padding: 0 0 0 2; }
    CardScreen #card > * { max-width: 76; }
    CardScreen .label { margin-top: 1; }
    CardScreen .echo { color: $quiet; padding-left: 2; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next_field", "on", tooltip="On to the next field", priority=True, id="card.on"),
        Binding(
            "ctrl+n",
            "on",
            "on",
            tooltip="On to the next field; from the last one, keep it",
            show=False,
            priority=True,
            id="card.next",
        ),
        Binding("ctrl+s", "keep", "keep it", tooltip="Keep it with what stands here", id="card.keep"),
        Binding("escape", "back", "back", tooltip="Back; what you gave is offered again", id="screen.back"),
        Binding("question_mark,f1", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
        Binding("f2", "app.safety", "safety", show=True, id="app.safety"),
    ]

    IS_FORM = True

    KIND: ClassVar[str] = ""
    """What the draft's file says it is."""

    def __init__(self, session: Session, draft_id: str, empty: Draft) -> None:
        super().__init__(session)
        self._draft_id, self._empty = draft_id, empty
        self.draft = empty

    def unchanged(self) -> Draft:
        """The draft before anything was given."""
        return self._empty

    def records(self) -> tuple[Record, ...]:
        """What the draft becomes. Raises Refused with the field to go to."""
        raise NotImplementedError

    @property
    def said(self) -> str:
        """What is said when it is on disk."""
        return "Written down. {screen.undo} undoes it."

    @property
    def last_field(self) -> str:
        """The id of the field in which Enter keeps the card."""
        raise NotImplementedError

    def kept(self) -> Draft | None:
        """What was given before and not written down yet."""
        for id, document in self.session.drafts.all():
            if id == self._draft_id:
                try:
                    return decode(type(self._empty), document.get("answers", {}))
                except (ValueError, TypeError):
                    return None
        return None

    def take(self, name: str, value: object) -> bool:
        """Take what a field says into the draft; whether that changed it."""
        if getattr(self.draft, name) == value:
            return False
        changes: dict[str, Any] = {name: value}
        self.draft = replace(self.draft, **changes)  # type: ignore[type-var] # any frozen dataclass will do
        self.set_timer(KEEP_EVERY, self._keep)
        return True

    def action_next_field(self) -> None:
        """Go on at once, so that keys typed ahead reach the field they were meant for."""
        field = self.focused
        if field is None or field.id == self.last_field:
            raise SkipAction
        if isinstance(field, Choices):
            field.call_later(field.action_finish)  # after the keys that still wait for it
        self.focus_next()

    async def action_on(self) -> None:
        """On from any field; the last one keeps the card."""
        field = self.focused
        if field is not None and field.id != self.last_field:
            self.action_next_field()
            return
        if field is not None:
            await keys_taken(field)
        self.action_keep()

    @work
    async def action_keep(self) -> None:
        """Write it down, or say what is missing."""
        try:
            records = self.records()
        except Refused as refused:
            self.say(str(refused), wrong=True)
            for field in self.query(f"#{refused.field}"):
                field.focus()
            return
        if records and await self.save(*records, said=self.said):
            self.draft = self._empty
            await self.session.run(self.session.drafts.discard, self._draft_id)
            self.dismiss()

    def action_back(self) -> None:
        """Leave; what was given is offered again."""
        self.leave_in_step()

    async def holds_back_quit(self) -> bool:
        """Stay while what was given cannot reach the disk; asked a second time, one may leave without it."""
        trouble = await self._secured()
        return bool(trouble) and not await self.leaves_without_it(trouble)

    async def _keep(self) -> None:
        """Let the disk have what was given, and say once where it does not take it."""
        trouble = await self._secured() if self.is_attached else ""
        if trouble and not self._told_of_the_disk:
            self.say(trouble, wrong=True)
            self._told_of_the_disk = True

    async def _secured(self) -> str:
        """Bring the draft to disk as it is now; the sentence why that failed, or nothing."""
        if self.draft == self._empty:
            return ""
        session, document = self.session, {"kind": self.KIND, "answers": self.draft}
        try:
            if self.draft == self.unchanged():
                await session.run(session.drafts.discard, self._draft_id)
            else:
                await session.run(session.drafts.save, self._draft_id, document)
        except JournalError as error:
            return str(error)
        return ""
