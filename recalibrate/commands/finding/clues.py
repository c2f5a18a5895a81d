"""What the fields of a query refer to, told from lines as far as they can tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from recalibrate.commands.finding.around import rounds_of
from recalibrate.commands.finding.letters import word_test
from recalibrate.commands.finding.line import ENTRY, Test, entry_in
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.search.context import Context
from recalibrate.domain.search.folding import fold
from recalibrate.store.at_hand import may_be_unsettled
from recalibrate.store.table import Uncut

if TYPE_CHECKING:
    from recalibrate.domain.records.record import Record
    from recalibrate.store.journal import Journal


class Clues(NamedTuple):
    """What a query may lean on before any entry is decoded.

    `situations`, `habits` and `people` are names by id or key. `linked` are the ids of entries that experiments or
    overhauls name, `unsettled` of those with one that still runs; None where lines cannot tell. `named` are the ids
    of names that hold a run of letters, and of entries whose experiments or overhauls do.
    """

    situations: dict[str, str]
    habits: dict[str, str]
    people: dict[str, str]
    linked: Callable[[], Collection[bytes] | None]
    unsettled: Callable[[], Collection[bytes] | None]
    named: Callable[[str], tuple[Collection[str], Collection[bytes]]]


def clues_around(journal: Journal, names: Context) -> Clues:
    """What the sifting of entries may lean on."""
    surroundings = _Surroundings(journal, names)
    return Clues(
        situations=dict(names.situations),
        habits=dict(names.habits),
        people=dict(names.people),
        linked=lambda: surroundings.linked,
        unsettled=surroundings.unsettled,
        named=surroundings.named,
    )


class _Surroundings:
    """Answers about experiments and overhauls from the text of their tables."""

    def __init__(self, journal: Journal, names: Context) -> None:
        self._journal = journal
        self._names = names

    @cached_property
    def linked(self) -> frozenset[bytes] | None:
        """The ids of all entries that experiments or overhauls name; None where a line names one in its own way."""
        found: set[bytes] = set()
        for text in (*_texts(self._journal, Experiment), *_texts(self._journal, Overhaul)):
            parts = text.split(ENTRY)[1:]
            if len(parts) + text.count(b'"entry_id":null') != text.count(b'"entry_id"'):
                return None
            found.update(part[: part.find(b'"')] for part in parts)
        return frozenset(found)

    def unsettled(self) -> Collection[bytes] | None:
        """The ids of the entries with an experiment or overhaul that is not settled."""
        return self._entries_of_what(may_be_unsettled, lambda line: b'"ending":"' not in line)

    def named(self, run: str) -> tuple[list[str], Collection[bytes]]:
        """The ids of names that hold the run of letters, and of entries with an experiment or overhaul that does."""
        names = (self._names.situations, self._names.habits, self._names.people)
        found = [id for each in names for id, name in each.items() if run in fold(name)]
        may_hold = word_test(run)
        held = any(may_hold(text) for kind in (Experiment, Overhaul) for text in _texts(self._journal, kind))
        return found, self._entries_of_what(may_hold, may_hold) if held else ()

    def _entries_of_what(self, experiment: Test, overhaul: Test) -> Collection[bytes]:
        """The ids of the entries that the experiments and overhauls belong to whose lines pass."""
        journal = self._journal
        found: set[bytes] = set()
        indirect: list[Experiment] = []
        for kind, test in ((Experiment, experiment), (Overhaul, overhaul)):
            table = journal.table(kind)
            lines = [line for line in (table.rows if isinstance(table, Uncut) else table).values() if test(line)]
            found.update(filter(None, map(entry_in, lines)))
            if not all(map(entry_in, lines)):
                for each in journal.some(kind, lambda line, test=test: not entry_in(line) and test(line)):  # type: ignore[misc]  # the default binds test now
                    source = journal.get(Experiment, each.experiment_id) if isinstance(each, Overhaul) else each
                    indirect += [source] if isinstance(source, Experiment) else []
        rounds = rounds_of(journal, indirect)
        return found | {id.encode() for id in Context.of(experiments=rounds).experiments}


def _texts(journal: Journal, kind: type[Record]) -> Iterable[bytes]:
    """The text of a table, bit by bit."""
    table = journal.table(kind)
    return table.bites() if isinstance(table, Uncut) else (b"\n".join(table.values()),)
