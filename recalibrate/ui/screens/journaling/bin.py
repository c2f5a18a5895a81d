"""The bin: deleted entries, to be brought back or taken out for good."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.journaling.bin import came_with
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.wording import counted
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.list_rows import BLANK, line, margin
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import WIDEST, VimRows


class BinScreen(NotebookScreen[None]):
    """What was deleted, the last first."""

    HELP_TITLE = "Bin"
    FOLLOWS_WIDTH = True

    DEFAULT_CSS = """
    BinScreen .heading { height: 2; padding: 1 2 0 2; text-style: bold; color: $accent; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "restore", "bring back", tooltip="Bring it back, with what was deleted with it", id="bin.restore"
        ),
        Binding("x,delete", "purge", "take out", tooltip="Take this one out for good", id="bin.purge"),
        Binding("E", "empty", "empty the bin", tooltip="Take everything out for good", id="bin.empty"),
        Binding("escape,q", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def compose(self) -> ComposeResult:
        """The heading, the entries, the keys."""
        yield Static(Content("Bin"), classes="heading")
        yield VimRows(id="bin-rows")
        yield KeysLine()

    @property
    def _entries(self) -> list[Entry]:
        binned = [each for each in self.session.journal.binned(Entry) if each.deleted_at]
        return sorted(binned, key=lambda each: each.deleted_at or each.updated_at, reverse=True)

    def show(self) -> None:
        """The deleted entries as they are."""
        today = self.session.today
        width = min(self.size.width or 80, WIDEST)
        rows = [line(each.id, each.what_happened, width, short_day(each.happened_on, today)) for each in self._entries]
        self.query_one(VimRows).show([BLANK, *(rows or [Row(margin("The bin is empty."))])])

    def on_rows_opened(self) -> None:
        """Bring back what was clicked."""
        self.action_restore()

    @work
    async def action_restore(self) -> None:
        """Bring the entry back, with what was deleted with it."""
        entry = self._here()
        if entry is None:
            return
        try:
            await self.session.restore(*came_with(entry, self._binned()))
        except JournalError as error:
            self.say(str(error), wrong=True)
            return
        self.say("Brought back. {screen.undo} undoes it.")

    @work
    async def action_purge(self) -> None:
        """Take the entry under the cursor out for good, after asking."""
        if entry := self._here():
            await self._purge([entry], "Take this entry out for good? Backups may still hold it.")

    @work
    async def action_empty(self) -> None:
        """Take everything out for good, after asking."""
        if entries := self._entries:
            what = counted(len(entries), "entry", "entries")
            await self._purge(entries, f"Take {what} out for good? Backups may still hold them.")

    async def _purge(self, entries: Sequence[Entry], question: str) -> None:
        if not await self.app.push_screen_wait(ConfirmScreen(question, "take out", "keep")):
            return
        binned = self._binned()
        gone = {each.id: each for entry in entries for each in came_with(entry, binned)}
        try:
            await self.session.run(self.session.journal.purge, *gone.values())
        except JournalError as error:
            self.say(str(error), wrong=True)
            return
        self.session.on_change()
        self.say("Taken out for good.")

    def _here(self) -> Entry | None:
        key = self.query_one(VimRows).key
        return next((each for each in self._entries if each.id == key), None)

    def _binned(self) -> list[Record]:
        journal = self.session.journal
        return [*journal.binned(Experiment), *journal.binned(Overhaul), *journal.binned(Rating)]
