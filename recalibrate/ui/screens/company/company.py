"""The company that makes correcting mistakes normal: moments worth borrowing from, and people by alias."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.record import Record
from recalibrate.ui.screens.company.person import PersonScreen
from recalibrate.ui.screens.company.rows import company_rows
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.widgets.row import Row


class CompanyScreen(ListScreen):
    """Moments and people; a note about each, never a score."""

    HELP_TITLE = "Company"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "note", "note a moment", tooltip="Note how a slip was met", id="company.note"),
        Binding("a", "add", "add a person", tooltip="Add someone, by an alias", id="company.add"),
        Binding("enter,e", "open", "open", tooltip="Open and edit what is here", id="company.open"),
        Binding("s", "share", "share one", tooltip="Share a slip or an experiment as a card", id="company.share"),
        Binding(
            "z",
            "put_away",
            "archive",
            tooltip="Archive the person here, or bring them back",
            show=False,
            id="company.put_away",
        ),
        Binding(
            "x,delete",
            "remove",
            "delete",
            tooltip="Delete what is here; undo brings it back",
            show=False,
            id="company.remove",
        ),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def rows(self, width: int) -> Sequence[Row]:
        """The moments, then the people."""
        journal = self.session.journal
        return company_rows(journal.all(Person), journal.all(Moment), self.session.today, width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Deleting where something stands, archiving a person."""
        if action in ("remove", "put_away"):
            kind = self.here[0] if self.is_mounted else ""
            return kind == "person" or (bool(kind) and action == "remove")
        return super().check_action(action, parameters)

    def opened(self, kind: str, id: str) -> None:
        """Edit a moment or a person."""
        if kind == "moment":
            self._note(id)
        elif kind == "person":
            self._person(id)

    def action_note(self) -> None:
        """Note a new moment, with the person under the cursor."""
        kind, id = self.here
        self._note(person_id=id if kind == "person" else None)

    def action_add(self) -> None:
        """Add someone."""
        self._person()

    def action_share(self) -> None:
        """Choose what to share."""
        from recalibrate.ui.screens.company.share_which import ShareWhichScreen

        self.app.push_screen(ShareWhichScreen(self.session))

    @work
    async def action_put_away(self) -> None:
        """Archive the person here, or bring them back."""
        kind, id = self.here
        if person := self.session.journal.get(Person, id) if kind == "person" else None:
            gone = None if person.archived_at else self.session.now
            await self.save(replace(person, archived_at=gone), said="Archived." if gone else "Back in the list.")

    @work
    async def action_remove(self) -> None:
        """Put the moment or person here in the bin."""
        kind, id = self.here
        journal = self.session.journal
        record: Record | None = journal.get(Moment, id) if kind == "moment" else None
        record = record or (journal.get(Person, id) if kind == "person" else None)
        if record:
            await self.put_in_bin(record, said="Deleted. {screen.undo} brings it back.")

    @work
    async def _person(self, id: str | None = None) -> None:
        journal = self.session.journal
        person = await self.app.push_screen_wait(PersonScreen(journal.all(Person), journal.get(Person, id)))
        if person:
            await self.save(person, said="Written down. {screen.undo} undoes it.")

    def _note(self, moment_id: str | None = None, person_id: str | None = None) -> None:
        from recalibrate.ui.screens.company.moment import MomentScreen

        self.app.push_screen(MomentScreen(self.session, moment_id, person_id=person_id))
