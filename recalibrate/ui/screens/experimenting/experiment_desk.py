"""What can be done with one experiment, on whatever screen it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import work

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.rules import Refused, need_an_extension, need_its_date_ahead, undo_decision
from recalibrate.domain.wording import long_day
from recalibrate.ui.screens.base import NotebookScreen


class ExperimentDesk(NotebookScreen[None]):
    """The base of the screens of one experiment: extend, withdraw, take a decision back; each asked of the rules."""

    @property
    def experiment(self) -> Experiment | None:
        """The experiment one is at."""
        raise NotImplementedError

    def offers(self, action: str) -> bool:
        """Whether extending (from its date on) or withdrawing (until it has passed) is a way on from here."""
        experiment, today = self.experiment, self.session.today
        if experiment is None or experiment.deadline is None:
            return False
        status = experiment.status(today)
        if action == "withdraw":
            return status is Status.OPEN
        return status is Status.DUE or (status is Status.OPEN and today >= experiment.deadline)

    def moved_on(self) -> None:
        """What follows when it was extended or withdrawn."""

    @work
    async def action_extend(self) -> None:
        """Ask for a later date and the reason, once."""
        from recalibrate.ui.screens.experimenting.extend import ExtendScreen

        experiment, today = self.experiment, self.session.today
        if experiment is None:
            return
        try:
            need_an_extension(experiment, today)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        extended = await self.app.push_screen_wait(ExtendScreen(experiment, self.session))
        if extended and extended.deadline and await self._still(need_an_extension):
            said = f"Extended. You decide on {long_day(extended.deadline, today)}."
            if await self.save(extended, said=said):
                self.moved_on()

    @work
    async def action_withdraw(self) -> None:
        """Ask why it is withdrawn; only before its date has passed."""
        from recalibrate.ui.screens.experimenting.withdraw import WithdrawScreen

        experiment = self.experiment
        if experiment is None:
            return
        try:
            need_its_date_ahead(experiment, self.session.today)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return
        withdrawn = await self.app.push_screen_wait(WithdrawScreen(experiment, self.session.now))
        if not withdrawn or not await self._still(need_its_date_ahead):
            return
        if await self.save(withdrawn, said="Withdrawn. The entry stays."):
            self.moved_on()

    @work
    async def action_take_back(self) -> None:
        """Take the decision back, within a day."""
        await self.session.refresh()
        if experiment := self.experiment:
            await take_back(self, experiment)

    async def _still(self, need: Callable[[Experiment, date], object]) -> bool:
        """Whether the rules still allow it after a look at what another window did meanwhile; said if not."""
        await self.session.refresh()
        experiment = self.experiment
        if experiment is None:
            return False
        try:
            need(experiment, self.session.today)
        except Refused as refused:
            self.say(str(refused), wrong=True)
            return False
        return True


async def take_back(screen: NotebookScreen[None], experiment: Experiment) -> bool:
    """Take the decision of an experiment back, or say why that is not possible any more; whether it was."""
    session, journal = screen.session, screen.session.journal
    try:
        undone = undo_decision(
            experiment,
            journal.all(Experiment),
            journal.all(Overhaul),
            session.now,
            session.settings,
            assumption=journal.get(Assumption, experiment.assumption_id),
            entry=journal.get(Entry, experiment.entry_id),
        )
    except Refused as refused:
        screen.say(str(refused), wrong=True)
        return False
    return await screen.save(*undone.records, said="Taken back. It can be decided again.") is not None
