"""Marks in the journal's list, and what is done with all that is marked at once."""

from __future__ import annotations

from textual import work
from textual.binding import Binding

from recalibrate.domain.records.entry import Entry
from recalibrate.ui.screens.journaling.browse import BrowseScreen

MARK_KEYS = (
    Binding("space", "mark", "mark", tooltip="Mark this entry, and go on to the next", show=False, id="journal.mark"),
    Binding("A", "mark_all", "mark all", tooltip="Mark all that are shown, or none", show=False, id="journal.mark_all"),
    Binding(
        "m",
        "bulk",
        "marked",
        tooltip="Tag, situation, export or delete what is marked",
        show=False,
        id="journal.bulk",
    ),
    Binding("t", "tag", "tag", tooltip="Tag what is marked, or this entry", show=False, id="journal.tag"),
    Binding(
        "x,delete",
        "delete",
        "delete",
        tooltip="Delete what is marked, or this entry; it can be undone",
        show=False,
        id="entry.delete",
    ),
)
"""The keys of marking, in their order."""


class MarkingScreen(BrowseScreen):
    """The list with marks: tags, exports or deletes the marked entries, else the one here."""

    @property
    def chosen(self) -> list[Entry]:
        """The marked entries, in their order; without marks the one under the cursor."""
        ids = [id for id in self.finder.catalogue.ids if id in self._marked] or [self.rows.key]
        found = (self.session.journal.get(Entry, id) for id in ids)
        return [entry for entry in found if entry is not None]

    def action_mark(self) -> None:
        """Mark the entry under the cursor, or take the mark away, and go on to the next."""
        if key := self.rows.key:
            self._mark(self._marked ^ {key})
            self.rows.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all that are shown; when they are, none."""
        everything = frozenset(self._ids)
        self._mark(self._marked - everything if everything <= self._marked else self._marked | everything)

    @work
    async def action_bulk(self) -> None:
        """Ask what to do with what is marked."""
        from recalibrate.ui.screens.journaling.bulk import ask_what, done_with

        entries = self.chosen
        what = await ask_what(self.app, entries) if entries else None
        if what == "delete":
            self.delete(entries)
        elif what == "unmark":
            self._mark(frozenset())
        elif what:
            await done_with(self, what, entries)

    @work
    async def action_tag(self) -> None:
        """Tag what is marked, or this entry."""
        from recalibrate.ui.screens.journaling.bulk import done_with

        if entries := self.chosen:
            await done_with(self, "tag", entries)

    def _mark(self, marked: frozenset[str]) -> None:
        self._marked = marked
        self._show_rows()

    def action_delete(self) -> None:
        """Put what is marked, or this entry, into the bin, with what hangs on it."""
        if entries := self.chosen:
            self.delete(entries)

    def deleted(self) -> None:
        """The marks went with the entries."""
        self._mark(frozenset())
