"""Everything the look-back counts over, put together once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.review import Review
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Improvement, Task
from recalibrate.domain.situations.tending import end_ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Notebook:
    """The records of a journal; `habit_names` maps catalogue keys and the ids of own habits to their names."""

    entries: Sequence[Entry] = ()
    experiments: Sequence[Experiment] = ()
    overhauls: Sequence[Overhaul] = ()
    situations: Sequence[Situation] = ()
    ratings: Sequence[Rating] = ()
    tasks: Sequence[Task] = ()
    attempts: Sequence[Attempt] = ()
    improvements: Sequence[Improvement] = ()
    people: Sequence[Person] = ()
    moments: Sequence[Moment] = ()
    reviews: Sequence[Review] = ()
    habit_names: Mapping[str, str] = field(default_factory=dict)


def situations_of_experiments(notebook: Notebook) -> dict[str, str]:
    """The situation id behind each experiment: that of its slip, else that of its task; later rounds share it."""
    end = end_ids(notebook.situations)
    needed = {each.entry_id for each in notebook.experiments if each.entry_id}
    slips = {each.id: each.situation_id for each in notebook.entries if each.id in needed}
    tasks = {each.id: each.situation_id for each in notebook.tasks}
    by_root: dict[str, str] = {}
    for each in notebook.experiments:
        own = slips.get(each.entry_id or "") or tasks.get(each.task_id or "")
        if own:
            by_root.setdefault(each.root, end.get(own, own))
    return {each.id: by_root[each.root] for each in notebook.experiments if each.root in by_root}


def entries_of_experiments(experiments: Iterable[Experiment]) -> dict[str, str]:
    """The entry id behind each experiment that has one; later rounds belong to the entry of their root."""
    rounds = tuple(experiments)
    by_root = {each.root: each.entry_id for each in rounds if each.entry_id}
    found = {each.id: each.entry_id or by_root.get(each.root) for each in rounds}
    return {id: entry_id for id, entry_id in found.items() if entry_id}
