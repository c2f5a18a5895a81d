"""One entry on a screen of its own: the whole story."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.search import Query
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.reading.story_lines import story_lines
from recalibrate.ui.screens.journaling.entry_desk import EntryDesk
from recalibrate.ui.screens.journaling.reading import reading_of
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.story_view import StoryView


class EntryScreen(EntryDesk):
    """The story of one entry from top to bottom."""

    HELP_TITLE = "An entry"

    DEFAULT_CSS = """
    EntryScreen { align: center top; }
    EntryScreen StoryView { width: 100%; max-width: 96; padding: 1 2 0 2; }
    EntryScreen KeysLine { width: 100%; max-width: 96; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", "edit", tooltip="Edit a field of this entry", id="entry.edit"),
        Binding("y", "tell", "told as an experiment", tooltip="Told as an experiment, and back", id="entry.tell"),
        Binding("D", "decide", "decide", tooltip="Decide what waits here, or early", id="entry.decide"),
        Binding("x,delete", "delete", "delete", tooltip="Delete; it can be undone", id="entry.delete"),
        Binding("escape,q", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def __init__(self, session: Session, entry_id: str, *, query: Query | None = None) -> None:
        super().__init__(session)
        self._entry_id, self._lit = entry_id, query or Query()

    @property
    def entry(self) -> Entry | None:
        """The entry as the journal has it now."""
        return self.session.journal.get(Entry, self._entry_id)

    def compose(self) -> ComposeResult:
        """The story, the keys."""
        yield StoryView()
        yield KeysLine(in_column=True)

    def show(self) -> None:
        """The story as it is now, at the place one had read to."""
        self._read()

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        finder, journal = self.finder, self.session.journal
        if finder.catalogue.revision != journal.revision:
            finder.take(*await self.session.run(finder.read, journal))
        if self.is_open:
            self.show_story()

    def show_story(self) -> None:
        """Lay the story out again."""
        entry = self.entry
        view = self.query_one(StoryView)
        if entry is None:
            gone = Content(in_keys("This entry is in the bin. {screen.undo} undoes it."))
            view.show(lambda width: [gone], self._entry_id)
            return
        reading = reading_of(self.session, self.finder.catalogue, entry, self._lit, is_told=self.is_told)
        view.show(partial(story_lines, reading), self._entry_id)

    def deleted(self) -> None:
        """There is nothing left to read here."""
        self.dismiss()
