"""From the journal to what is read of an experiment: its story, with or without a slip."""

from __future__ import annotations

from recalibrate.domain.journaling.story import story_of
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.situations.tending import end_ids
from recalibrate.ui.reading.reading import Reading
from recalibrate.ui.screens.journaling.reading import habits_with_definitions
from recalibrate.ui.session import Session


def experiment_reading(session: Session, experiment: Experiment) -> Reading:
    """The experiment as it is read today: all rounds, what grew out of them, and the slip."""
    journal = session.journal
    entry = journal.get(Entry, experiment.entry_id)
    situations = journal.all(Situation)
    end = end_ids(situations).get(entry.situation_id or "") if entry else None
    return Reading(
        story=story_of(
            entry,
            journal.all(Experiment),
            journal.all(Overhaul),
            journal.all(Rating),
            journal.all(Moment),
            situations,
            journal.all(Person),
            of=experiment,
        ),
        today=session.today,
        situation=next((each.name for each in situations if each.id == end), ""),
        habits=habits_with_definitions(journal),
        people={each.id: each.alias for each in journal.all(Person)},
        assumption=journal.get(Assumption, experiment.assumption_id),
    )
