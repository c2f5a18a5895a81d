"""A full screen with a heading, one list and the keys: the ground of the task, the situations and the company."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.records.record import Record
from recalibrate.domain.text import display_safe
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.widgets.head import Head
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import WIDEST, VimRows


class ListScreen(NotebookScreen[None]):
    """Asks its subclass for a `heading`, a line `under` it, and the `rows` at a width."""

    DEFAULT_CSS = """
    ListScreen .under { height: auto; max-height: 2; padding: 0 2; color: $quiet; }
    """

    FOLLOWS_WIDTH = True

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Open what the cursor stands on", show=False, id="list.open"),
    ]

    def compose(self) -> ComposeResult:
        """The heading with the save mark, the list, the keys."""
        yield Head()
        yield Static(classes="under")
        yield VimRows()
        yield KeysLine()

    def heading(self) -> str:
        """What stands at the top."""
        return self.HELP_TITLE

    def under(self) -> str:
        """The quiet line under the heading; empty for none."""
        return ""

    def rows(self, width: int) -> Sequence[Row]:
        """The lines of the list, drawn for `width` columns."""
        return ()

    def opened(self, kind: str, id: str) -> None:
        """Open the row whose key is `kind:id`."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening where the cursor stands on something."""
        return action != "open" or (self.is_mounted and bool(self.here[0]))

    def show(self) -> None:
        """Everything as it stands now; the cursor stays with its row."""
        head = self.query_one(Head)
        head.state, head.title = self.session.state, display_safe(self.heading())
        width = min(self.size.width or 80, WIDEST)
        under = self.query_one(".under", Static)
        under.update(Content(display_safe(self.under())))
        under.display = bool(self.under())
        self.query_one(VimRows).show(self.rows(width))
        self.refresh_bindings()

    @property
    def here(self) -> tuple[str, str]:
        """The kind and the id of the row under the cursor; empty strings when there is none."""
        kind, _, id = self.query_one(VimRows).key.partition(":")
        return kind, id

    def on_rows_moved(self) -> None:
        """What a key can do hangs on the row."""
        self.refresh_bindings()

    def on_rows_opened(self, event: VimRows.Opened) -> None:
        """Enter or a click on a row."""
        kind, _, id = event.key.partition(":")
        self.opened(kind, id)

    def action_open(self) -> None:
        """Open what the cursor stands on."""
        self.query_one(VimRows).action_open()

    async def put_in_bin(self, *records: Record, said: str) -> None:
        """Put records in the bin, from which `u` brings them back."""
        try:
            await self.session.delete(*records)
        except JournalError as error:
            self.say(str(error), wrong=True)
            return
        self.say(said)
