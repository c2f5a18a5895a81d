"""Which one to share: the experiments and slips, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.list_rows import line, note, section, teaching
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.widgets.row import Row

SHOWN = 12


class ShareWhichScreen(ListScreen):
    """A short list to choose from; older ones are shared from their situation's page."""

    HELP_TITLE = "Share one"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "see the card", tooltip="See the card in full first", id="share_which.open"),
        Binding("escape", "back", "back", tooltip="Back", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def under(self) -> str:
        """What happens next."""
        return "A short card for someone you trust. You see it in full before it goes anywhere."

    def rows(self, width: int) -> Sequence[Row]:
        """The latest experiments and slips."""
        journal, today = self.session.journal, self.session.today
        entries = journal.latest(Entry, SHOWN)
        experiments = [each for each in journal.latest(Experiment, SHOWN) if each.action or each.cue]
        rows: list[Row] = []
        if experiments:
            rows += section("Experiments", width)
            for each in reversed(experiments):
                aside = short_day((each.started_at or each.created_at).date(), today)
                rows.append(line(f"experiment:{each.id}", each.action or each.cue, width, aside))
        if entries:
            rows += section("Slips", width)
            for entry in reversed(entries):
                aside = short_day(entry.happened_on, today)
                rows.append(line(f"entry:{entry.id}", entry.what_happened, width, aside))
            older = in_keys("Older ones: from the page of their situation, {today.situations} on Today.")
            rows.append(note(older, width))
        return rows or teaching("Nothing to share yet. The next slip begins on Today with ", "today.notice", ".")

    def opened(self, kind: str, id: str) -> None:
        """Show the card."""
        from recalibrate.ui.screens.company.share import ShareScreen

        self.app.push_screen(ShareScreen(self.session, id))
