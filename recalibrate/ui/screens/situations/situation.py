"""One situation: its dread over time, its slips, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Task
from recalibrate.domain.situations.tending import SituationPage, situation_page
from recalibrate.ui.screens.opening import open_record
from recalibrate.ui.screens.situations.rows import page_rows, under_words
from recalibrate.ui.screens.situations.tending import TendingScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.row import Row


class SituationScreen(TendingScreen):
    """The page of a situation."""

    HELP_TITLE = "A situation"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", tooltip="Open the slip, experiment or task here", id="situation.open"),
        Binding("s", "share", "share", tooltip="Share the slip or experiment here as a card", id="situation.share"),
        Binding("e", "rename", "rename", tooltip="Give it another name", id="situation.rename"),
        Binding("m", "merge", "merge", tooltip="Merge it into another; undo brings both back", id="situation.merge"),
        Binding("z", "put_away", "archive", tooltip="Archive it, or bring it back", id="situation.put_away"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def __init__(self, session: Session, situation_id: str) -> None:
        super().__init__(session)
        self._id = situation_id
        self._page: SituationPage | None = None

    @property
    def situation(self) -> Situation | None:
        """The situation as the journal has it now."""
        return self.session.journal.get(Situation, self._id)

    def show(self) -> None:
        """The page as it stands now."""
        self._page = self._read()
        super().show()

    def heading(self) -> str:
        """Its name."""
        return self.situation.name if self.situation else "This situation is in the bin."

    def under(self) -> str:
        """Its count, and what was merged into it."""
        return under_words(self._page) if self._page else ""

    def rows(self, width: int) -> Sequence[Row]:
        """Dread, slips, experiments, tasks."""
        return page_rows(self._page, self.session.today, width, self.size.height or 24) if self._page else []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Sharing where a slip or an experiment stands."""
        if action == "share":
            return self.is_mounted and self.here[0] in ("entry", "experiment")
        return super().check_action(action, parameters)

    def opened(self, kind: str, id: str) -> None:
        """Open a row in the screen that belongs to it."""
        if kind == "triage":
            self._triage()
            return
        open_record(self.app, self.session, kind, id)

    def action_share(self) -> None:
        """Share the slip or experiment under the cursor."""
        from recalibrate.ui.screens.company.share import ShareScreen

        kind, id = self.here
        if kind in ("entry", "experiment"):
            self.app.push_screen(ShareScreen(self.session, id))

    @work
    async def _triage(self) -> None:
        """Take the last slip here to the five questions; that they were offered is noted, and holds for 30 days."""
        from recalibrate.domain.experimenting.triage import offered
        from recalibrate.domain.reframing.continued import at_triage
        from recalibrate.domain.reframing.steps import Prompt
        from recalibrate.ui.screens.reframing.keeping import known_now
        from recalibrate.ui.screens.reframing.reframe import ReframeScreen

        page = self._page
        if page is None or not page.entries:
            return
        if await self.save(offered(page.situation, self.session.now)) is None:
            return
        draft = at_triage(page.entries[0], known_now(self.session, Prompt.TRIAGE), self.session.now)
        self.app.push_screen(ReframeScreen(self.session, draft=draft))

    def after_merge(self, target: Situation) -> None:
        """Go on with the one it went into."""
        self._id = target.id
        self.show()

    def _read(self) -> SituationPage | None:
        journal, situation = self.session.journal, self.situation
        if situation is None:
            return None
        return situation_page(
            situation,
            journal.all(Situation),
            journal.all(Entry),
            journal.all(Experiment),
            journal.all(Overhaul),
            journal.all(Task),
            journal.all(Rating),
        )
