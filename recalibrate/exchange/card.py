"""The card of one entry or experiment, put together from a journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recalibrate.domain.habits.catalogue import habit_names
from recalibrate.domain.journaling.share import Part, entry_parts, experiment_parts
from recalibrate.domain.journaling.story import story_of
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.situation import Situation, ends
from recalibrate.store.journal import Journal


@dataclass(frozen=True, slots=True)
class Card:
    """The parts of a card, and every alias that might stand in its texts."""

    parts: tuple[Part, ...] = ()
    aliases: tuple[str, ...] = ()


def card_of(journal: Journal, id: str, today: date) -> Card:
    """The card of the entry with this id, or of the experiment; empty when there is neither."""
    people = journal.all(Person)
    aliases = tuple(each.alias for each in people)
    entry = journal.get(Entry, id)
    if entry is None:
        experiment = journal.get(Experiment, id)
        return Card(experiment_parts(experiment, today) if experiment else (), aliases)
    story = story_of(entry, journal.all(Experiment), journal.all(Overhaul))
    situation = ends(journal.all(Situation)).get(entry.situation_id or "")
    parts = entry_parts(
        entry,
        today,
        situation=situation.name if situation else "",
        aliases=[each.alias for each in people if each.id in entry.people],
        habits=habit_names(journal.all(OwnHabit)),
        experiments=story.experiments,
        overhauls=story.overhauls,
    )
    return Card(parts, aliases)
