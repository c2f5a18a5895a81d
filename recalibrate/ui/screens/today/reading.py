"""What Today shows, read from the journal and the drafts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.task import Attempt, Task
from recalibrate.domain.today.page import Today, today_of
from recalibrate.store.at_hand import parked_entries, unsettled_experiments
from recalibrate.ui.screens.today.rows import Unfinished
from recalibrate.ui.session import Session

if TYPE_CHECKING:
    from recalibrate.domain.today.while_ago import WhileAgo

CARDS = ("decision", "try", "moment")
"""Drafts that are offered again where they were typed, not here."""


class TodayReading:
    """Reads as little as a short list needs; what is offered once a month is worked out once a change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._asked_for: tuple[object, tuple[int, WhileAgo | None]] | None = None

    def situations(self, view: Today) -> dict[str | None, str]:
        """The names of the situations that what waits belongs to, by the id of its slip."""
        if not view.waiting:
            return {}
        from recalibrate.domain.records.situation import (
            Situation,  # what the first picture does not need is loaded later
        )

        journal = self._session.journal
        named = {}
        for each in view.waiting:
            entry = journal.get(Entry, each.entry_id)
            situation = journal.get(Situation, entry.situation_id) if entry else None
            if situation:
                named[each.entry_id] = situation.name
        return named

    def view(self, today: date) -> Today:
        """Everything Today shows of the journal."""
        journal = self._session.journal
        to_check, ago = self._for_who_asked(today)
        gone_on_with = self._gone_on_with()
        view = today_of(
            today,
            entries=[each for each in parked_entries(journal) if each.id not in gone_on_with],
            experiments=unsettled_experiments(journal),
            overhauls=journal.all(Overhaul),
            tasks=journal.all(Task),
            attempts=journal.all(Attempt),
            noticing_plans=journal.all(NoticingPlan),
        )
        tested = self._tested() if view.unstarted else {}
        return view._replace(tested=tested, to_check=to_check, ago=ago, is_new=not journal.latest(Entry, 1))

    def _tested(self) -> dict[str, str]:
        from recalibrate.domain.records.assumption import Assumption

        return {each.id: each.text for each in self._session.journal.all(Assumption)}

    def _for_who_asked(self, today: date) -> tuple[int, WhileAgo | None]:
        """The monthly check and the old slip, worked out once while nothing changes."""
        journal, settings = self._session.journal, self._session.settings
        if not (settings.monthly_check or settings.a_while_ago):
            return 0, None
        of = (today, journal.revision, settings)
        if self._asked_for is None or self._asked_for[0] != of:
            to_check, ago = 0, None
            if settings.monthly_check:
                from recalibrate.domain.records.rating import Rating
                from recalibrate.domain.records.situation import Situation
                from recalibrate.domain.situations.monthly_check import is_offered  # only for who asked for it

                to_check = is_offered(journal.all(Situation), journal.all(Rating), today)
            if settings.a_while_ago:
                from recalibrate.domain.today.while_ago import while_ago

                ago = while_ago(journal.all(Entry), journal.all(Experiment), journal.all(Overhaul), today)
            self._asked_for = (of, (to_check, ago))
        return self._asked_for[1]

    def _gone_on_with(self) -> set[object]:
        """The ids of the parked slips that an unfinished draft goes on with: the draft stands for both."""
        return {draft.get("entry_id") for id, draft in self._session.drafts.all() if not _is_a_card(id, draft)}

    def unfinished(self) -> list[Unfinished]:
        """The drafts that are offered here."""
        found = [each for each in self._session.drafts.all() if not _is_a_card(*each)]
        if not found:
            return []
        from recalibrate.domain.reframing.unfinished import unfinished  # the flow is loaded only where a draft waits

        return [unfinished(id, draft) for id, draft in found]


def _is_a_card(id: str, draft: Mapping[str, Any]) -> bool:
    """Whether a draft belongs to something Today shows already: a decision, a try, a plan that lies ready."""
    return draft.get("kind") in CARDS or draft.get("beginning") == "plan"
