"""What surrounds an entry in a search: the names behind its ids, and the experiments and overhauls from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from recalibrate.domain.records.company import Person
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.records.situation import Situation

R = TypeVar("R", "Experiment", "Overhaul")


@dataclass(frozen=True, slots=True)
class Context:
    """Names by id (habits by key or id), experiments and overhauls by the id of their entry."""

    situations: Mapping[str, str] = field(default_factory=dict)
    habits: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    experiments: Mapping[str, Sequence[Experiment]] = field(default_factory=dict)
    overhauls: Mapping[str, Sequence[Overhaul]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        *,
        situations: Iterable[Situation] = (),
        habits: Mapping[str, str] | None = None,
        people: Iterable[Person] = (),
        experiments: Iterable[Experiment] = (),
        overhauls: Iterable[Overhaul] = (),
    ) -> Self:
        """Put the records together.

        A merged situation goes by the name of the one it went into; a later round belongs to the entry of its
        root, and an overhaul that grew out of an experiment to the entry of that experiment.
        """
        rounds = tuple(experiments)
        entry_of = _entries_of(rounds)
        return cls(
            situations=_names(situations),
            habits=habits or {},
            people={person.id: person.alias for person in people},
            experiments=_grouped((entry_of.get(each.id), each) for each in rounds),
            overhauls=_grouped((each.entry_id or entry_of.get(each.experiment_id or ""), each) for each in overhauls),
        )


def _names(situations: Iterable[Situation]) -> dict[str, str]:
    from recalibrate.domain.records.situation import ends  # a list without a query has none of them

    return {id: each.name for id, each in ends(situations).items()}


def _entries_of(experiments: Sequence[Experiment]) -> dict[str, str]:
    direct = {each.id: each.entry_id for each in experiments if each.entry_id}
    by_root = {each.root: each.entry_id for each in experiments if each.entry_id}
    belongs: dict[str, str] = {}
    for each in experiments:
        entry_id = direct.get(each.id) or by_root.get(each.root)
        if entry_id:
            belongs[each.id] = entry_id
    return belongs


def _grouped(pairs: Iterable[tuple[str | None, R]]) -> dict[str, list[R]]:
    groups: dict[str, list[R]] = {}
    for entry_id, record in pairs:
        if entry_id:
            groups.setdefault(entry_id, []).append(record)
    return groups
