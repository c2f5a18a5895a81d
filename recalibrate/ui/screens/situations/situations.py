"""The situations: how often each came up, how its dread went; renamed, merged and archived here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.situations.monthly_check import to_rate
from recalibrate.domain.situations.tending import situation_lines
from recalibrate.ui.screens.situations.rows import list_rows
from recalibrate.ui.screens.situations.tending import TendingScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.row import Row


class SituationsScreen(TendingScreen):
    """The list of situations."""

    HELP_TITLE = "Situations"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Everything that happened there", id="situations.open"),
        Binding("e", "rename", "rename", tooltip="Give it another name", id="situations.rename"),
        Binding("m", "merge", "merge", tooltip="Merge it into another; undo brings both back", id="situations.merge"),
        Binding("z", "put_away", "archive", tooltip="Archive it, or bring it back", id="situations.put_away"),
        Binding("c", "check", "monthly check", tooltip="The monthly check: dread for each", id="situations.check"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._to_check = False

    def rows(self, width: int) -> Sequence[Row]:
        """All situations with their counts."""
        journal, today = self.session.journal, self.session.today
        situations, ratings = journal.all(Situation), journal.all(Rating)
        self._to_check = bool(to_rate(situations, ratings, today, ""))
        return list_rows(situation_lines(situations, journal.all(Entry), ratings), today, width)

    @property
    def situation(self) -> Situation | None:
        """The situation under the cursor."""
        kind, id = self.here
        return self.session.journal.get(Situation, id) if kind == "situation" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The check while there is something left to rate in this month, the rest with a situation at hand."""
        return self._to_check if action == "check" else super().check_action(action, parameters)

    def opened(self, kind: str, id: str) -> None:
        """Open the page of a situation."""
        from recalibrate.ui.screens.situations.situation import SituationScreen

        self.app.push_screen(SituationScreen(self.session, id))

    @work
    async def action_check(self) -> None:
        """Begin the monthly check, or go on with it."""
        from recalibrate.ui.screens.situations.monthly_check import MonthlyCheckScreen

        self.app.push_screen(MonthlyCheckScreen(self.session))
