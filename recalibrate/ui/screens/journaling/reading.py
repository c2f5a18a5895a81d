"""From the journal to what is read: the story of an entry with all that hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from recalibrate.domain.habits.catalogue import CATALOGUE
from recalibrate.domain.journaling.story import Story, story_of
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.search import Query
from recalibrate.store.journal import Journal
from recalibrate.ui.catalogue import Catalogue
from recalibrate.ui.reading.reading import Reading
from recalibrate.ui.session import Session


def story_in(catalogue: Catalogue, journal: Journal, entry: Entry) -> Story:
    """The story of an entry, out of what the catalogue has gathered for it."""
    experiments = catalogue.context.experiments.get(entry.id, ())
    ratings: dict[str, Rating] = {}
    for key in (entry.id, *(each.id for each in experiments)):
        ratings |= {each.id: each for each in catalogue.ratings.get(key, ())}
    moments = catalogue.moments.get(entry.id, ())
    return story_of(
        entry,
        [each if each.entry_id else replace(each, entry_id=entry.id) for each in experiments],
        catalogue.context.overhauls.get(entry.id, ()),
        ratings.values(),
        moments,
        journal.all(Situation),
        journal.all(Person),
    )


def reading_of(session: Session, catalogue: Catalogue, entry: Entry, query: Query, *, is_told: bool = False) -> Reading:
    """An entry as it is read today."""
    story = story_in(catalogue, session.journal, entry)
    tested = next((each.assumption_id for each in story.experiments if each.assumption_id), None)
    return Reading(
        story=story,
        today=session.today,
        situation=catalogue.context.situations.get(entry.situation_id or "", ""),
        habits=habits_with_definitions(session.journal),
        people=catalogue.context.people,
        assumption=session.journal.get(Assumption, tested),
        query=query,
        is_told=is_told,
    )


def habits_with_definitions(journal: Journal) -> Mapping[str, tuple[str, str]]:
    """Name and definition of each habit, by key or id."""
    own = {each.id: (each.name, each.definition) for each in journal.all(OwnHabit)}
    return {each.key: (each.name, each.definition) for each in CATALOGUE} | own
