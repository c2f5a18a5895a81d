"""Which month to look at: the one that runs, or one that is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from recalibrate.domain.look_back import Month, Notebook
from recalibrate.domain.look_back.closing import first_day
from recalibrate.ui.key_words import keys_said
from recalibrate.ui.widgets.row import Row
from recalibrate.ui.widgets.rows import VimRows


def months_of(notebook: Notebook, today: date) -> tuple[Month, ...]:
    """From the running month back to the first one with a record."""
    month, found = Month.of(today), []
    first = Month.of(first_day(notebook) or today)
    while month >= first:
        found.append(month)
        month = month.later(-1)
    return tuple(found) or (Month.of(today),)


class MonthScreen(ModalScreen[Month | None]):
    """Answers the month chosen; None when it was left with Esc."""

    DEFAULT_CSS = """
    MonthScreen { align: center middle; background: $background 70%; }
    MonthScreen > Vertical { width: 40; max-width: 100%; height: 20; max-height: 90%; background: $panel;
        padding: 1 3; }
    MonthScreen .question { height: 2; text-style: bold; }
    MonthScreen .keys { height: 2; padding-top: 1; color: $quiet; }
    MonthScreen VimRows { background: $panel; }
    MonthScreen VimRows > .rows--row { background: $panel; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "back", tooltip="Back, the month stays", id="month.leave"),
    ]

    def __init__(self, months: Sequence[Month], at: Month) -> None:
        super().__init__()
        self._months, self._at = months, at

    def compose(self) -> ComposeResult:
        """The question and the months, the latest first."""
        with Vertical():
            yield Static(Content("Which month?"), classes="question")
            yield VimRows()
            yield Static(keys_said("{rows.open} look at it   {month.leave} back"), classes="keys")

    def on_mount(self) -> None:
        """The cursor on the month that is open."""
        so_far = [" so far" if not number else "" for number in range(len(self._months))]
        rows = [
            Row(Content.assemble("  ", month.words, (note, "$quiet")), month.key)
            for month, note in zip(self._months, so_far, strict=True)
        ]
        self.query_one(VimRows).show(rows, at=self._at.key)
        self.query_one(VimRows).focus()

    def on_rows_opened(self, event: VimRows.Opened) -> None:
        """Take the month."""
        self.dismiss(Month.read(event.key))

    def action_leave(self) -> None:
        """Go back without one."""
        self.dismiss(None)
