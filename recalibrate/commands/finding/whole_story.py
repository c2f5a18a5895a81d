"""The story behind an id: of an entry, or of an experiment or overhaul and so of its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from recalibrate.domain.journaling.story import Story, story_of
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.store.documents import to_document
from recalibrate.store.errors import NotFound

if TYPE_CHECKING:
    from recalibrate.domain.records.record import Record
    from recalibrate.store.journal import Journal


def find_any(journal: Journal, prefix: str, *kinds: type[Record]) -> Record:
    """The one record of these kinds that answers to the id. Raises NotFound."""
    for kind in kinds:
        try:
            return journal.find(kind, prefix)
        except NotFound as error:
            if not str(error).startswith("Nothing"):  # too short, or more than one answers: no other kind mends that
                raise
    raise NotFound(f"Nothing has an id that starts with {prefix}; `recalibrate list` and `due` show the ids.")


def story_behind(journal: Journal, prefix: str) -> tuple[Story, Assumption | None]:
    """The whole story of the record with this id, and the assumption it tests, if it does. Raises NotFound."""
    record = find_any(journal, prefix, Entry, Experiment, Overhaul)
    experiment = record if isinstance(record, Experiment) else None
    overhaul = record if isinstance(record, Overhaul) else None
    if overhaul is not None:
        experiment = journal.get(Experiment, overhaul.experiment_id)
    entry = record if isinstance(record, Entry) else None
    if entry is None:
        entry = journal.get(Entry, (overhaul and overhaul.entry_id) or (experiment and experiment.entry_id) or None)
    overhauls = journal.all(Overhaul)
    story = story_of(
        entry,
        journal.all(Experiment),
        overhauls,
        journal.all(Rating),
        journal.all(Moment),
        journal.all(Situation),
        journal.all(Person),
        of=experiment,
    )
    if overhaul is not None and not story.overhauls:
        story = Story(entry=None, overhauls=(overhaul,))
    assumption_id = next((each.assumption_id for each in story.experiments if each.assumption_id), None)
    return story, journal.get(Assumption, assumption_id)


def document_of(story: Story, assumption: Assumption | None) -> dict[str, Any]:
    """The entry's document with its experiments, overhauls, ratings and moments under the names of their tables."""
    document: dict[str, Any] = to_document(story.entry) if story.entry else {}
    document["experiments"] = [to_document(each) for each in story.experiments]
    document["overhauls"] = [to_document(each) for each in story.overhauls]
    document["ratings"] = [to_document(each) for each in story.ratings]
    document["moments"] = [to_document(each) for each in story.moments]
    if assumption is not None:
        document["assumption"] = to_document(assumption)
    return document
