"""What can be done with a situation, in the list and on its own page: another name, merging, archiving."""

from __future__ import annotations

from textual import work

from recalibrate.domain.records.situation import Situation
from recalibrate.domain.situations.tending import merged, put_away, renamed, taken_out
from recalibrate.ui.screens.journaling.edit_small import PickScreen
from recalibrate.ui.screens.list_screen import ListScreen
from recalibrate.ui.screens.one_line import OneLineScreen
from recalibrate.ui.widgets.choices import Option


class TendingScreen(ListScreen):
    """A list screen with one `situation` at hand."""

    @property
    def situation(self) -> Situation | None:
        """The situation that the keys are about."""
        raise NotImplementedError

    def after_merge(self, target: Situation) -> None:
        """The situation at hand went into `target`."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only with a situation at hand, merging only where there is another one."""
        if action == "merge":
            return self.situation is not None and bool(self._others())
        if action in ("rename", "put_away"):
            return self.situation is not None
        return super().check_action(action, parameters)

    @work
    async def action_rename(self) -> None:
        """Ask for another name."""
        if situation := self.situation:
            everything, now = self.session.journal.all(Situation), self.session.now
            question = OneLineScreen[Situation](
                "A name for this kind of moment", lambda name: renamed(situation, name, everything, now), situation.name
            )
            after = await self.app.push_screen_wait(question)
            if after and after != situation:
                await self.save(after, said="Renamed. {screen.undo} undoes it.")

    @work
    async def action_merge(self) -> None:
        """Ask which one it belongs to, and merge."""
        situation = self.situation
        if situation is None:
            return
        options = [Option(each.id, each.name) for each in self._others()]
        question = PickScreen(f"“{situation.name}” is really …", options)
        picked = await self.app.push_screen_wait(question)
        target = self.session.journal.get(Situation, picked[0]) if picked else None
        if target is None:
            return
        after = merged(situation, target, self.session.journal.all(Situation), self.session.now)
        if await self.save(after, said="Merged into {name}. {screen.undo} brings both back.", name=target.name):
            self.after_merge(target)

    @work
    async def action_put_away(self) -> None:
        """Archive it, or bring it back."""
        if situation := self.situation:
            after = taken_out(situation) if situation.archived_at else put_away(situation, self.session.now)
            await self.save(after, said="Archived; its slips stay." if after.archived_at else "Back in the list.")

    def _others(self) -> list[Situation]:
        mine = self.situation
        there = [
            each
            for each in self.session.journal.all(Situation)
            if not (each.archived_at or each.merged_into) and (mine is None or each.id != mine.id)
        ]
        return sorted(there, key=lambda each: each.name.casefold())
