"""What a journal holds, as a draft may meet it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.known import Known

if TYPE_CHECKING:
    from recalibrate.domain.settings import Settings
    from recalibrate.store.journal import Journal


def known_of(journal: Journal, settings: Settings) -> Known:
    """All that the prompts ask about; `settings` are the user's."""
    return Known(
        entries=journal.all(Entry),
        experiments=journal.all(Experiment),
        overhauls=journal.all(Overhaul),
        situations=journal.all(Situation),
        people=journal.all(Person),
        assumptions=journal.all(Assumption),
        habits=journal.all(OwnHabit),
        settings=settings,
    )
