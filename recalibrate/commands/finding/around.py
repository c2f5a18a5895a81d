"""What surrounds entries in a search: decoded is only what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from recalibrate.commands.finding.line import id_in, refers_to
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.search.context import Context

if TYPE_CHECKING:
    from recalibrate.domain.records.entry import Entry
    from recalibrate.store.journal import Journal


def names_around(journal: Journal) -> Context:
    """The names that entries refer to, without experiments and overhauls."""
    from recalibrate.domain.habits.catalogue import habit_names
    from recalibrate.domain.records.company import Person
    from recalibrate.domain.records.own_habit import OwnHabit
    from recalibrate.domain.records.situation import Situation

    return Context.of(
        situations=journal.all(Situation),
        habits=habit_names(journal.all(OwnHabit)),
        people=journal.all(Person),
    )


def around(journal: Journal, entries: Iterable[Entry], names: Context) -> Context:
    """The names, and all experiments and overhauls of these entries."""
    ids = {entry.id.encode() for entry in entries}
    first = journal.some(Experiment, lambda line: refers_to(ids, line))
    rounds = rounds_of(journal, first)
    ids |= {each.id.encode() for each in rounds}  # an overhaul may name any of them
    return _with(names, rounds, journal.some(Overhaul, lambda line: refers_to(ids, line)))


def all_around(journal: Journal, names: Context) -> Context:
    """The names, and every experiment and overhaul."""
    return _with(names, journal.all(Experiment), journal.all(Overhaul))


def rounds_of(journal: Journal, experiments: Iterable[Experiment]) -> Sequence[Experiment]:
    """All rounds of the questions that these are rounds of."""
    roots = {each.root.encode() for each in experiments}
    return journal.some(Experiment, lambda line: refers_to(roots, line) or id_in(line) in roots) if roots else ()


def _with(names: Context, experiments: Sequence[Experiment], overhauls: Sequence[Overhaul]) -> Context:
    grouped = Context.of(experiments=experiments, overhauls=overhauls)
    return replace(names, experiments=grouped.experiments, overhauls=grouped.overhauls)
