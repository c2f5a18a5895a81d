"""What surrounds entries in a search, told from lines as far as they can tell: decoded is only what belongs to them."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from recalibrate.commands.finding.sift import Clues, Test, word_test
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.search.context import Context
from recalibrate.store.at_hand import may_be_unsettled
from recalibrate.store.uncut import Uncut

if TYPE_CHECKING:
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.record import Record
    from recalibrate.store.journal import Journal

_BELONGS_TO = (b'"entry_id":"', b'"root_id":"', b'"experiment_id":"')
_OWN = b'"id":"'


def names_around(journal: Journal) -> Context:
    """The names that entries refer to, without experiments and overhauls."""
    from recalibrate.commands.finding.found import habit_names
    from recalibrate.domain.records.company import Person
    from recalibrate.domain.records.situation import Situation

    return Context.of(
        situations=journal.all(Situation), habits=habit_names(journal), people=journal.all(Person)
    )


def around(journal: Journal, entries: Iterable[Entry], names: Context) -> Context:
    """The names, and all experiments and overhauls of these entries."""
    ids = {entry.id.encode() for entry in entries}
    first = journal.some(Experiment, lambda line: _refers_to(ids, line))
    rounds = _rounds_of(journal, first)
    ids |= {each.id.encode() for each in rounds}  # an overhaul may name any of them
    return _with(names, rounds, journal.some(Overhaul, lambda line: _refers_to(ids, line)))


def all_around(journal: Journal, names: Context) -> Context:
    """The names, and every experiment and overhaul."""
    return _with(names, journal.all(Experiment), journal.all(Overhaul))


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
            parts = text.split(_BELONGS_TO[0])[1:]
            if len(parts) + text.count(b'"entry_id":null') != text.count(b'"entry_id"'):
                return None
            found.update(part[: part.find(b'"')] for part in parts)
        return frozenset(found)

    def unsettled(self) -> Collection[bytes] | None:
        """The ids of the entries with an experiment or overhaul that is not settled."""
        return self._entries_of_what(may_be_unsettled, lambda line: b'"ending":"' not in line)

    def named(self, run: str) -> tuple[list[str], Collection[bytes]]:
        """The ids of names that hold the run of letters, and of entries with an experiment or overhaul that does."""
        from recalibrate.domain.search.folding import fold

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
            found.update(filter(None, map(_entry_in, lines)))
            if not all(map(_entry_in, lines)):
                for each in journal.some(kind, lambda line, test=test: not _entry_in(line) and test(line)):  # type: ignore[misc]  # the default binds test now
                    source = journal.get(Experiment, each.experiment_id) if isinstance(each, Overhaul) else each
                    indirect += [source] if isinstance(source, Experiment) else []
        rounds = _rounds_of(journal, indirect)
        return found | {id.encode() for id in _with(self._names, rounds, ()).experiments}


def _rounds_of(journal: Journal, experiments: Iterable[Experiment]) -> Sequence[Experiment]:
    """All rounds of the questions that these are rounds of."""
    roots = {each.root.encode() for each in experiments}
    return journal.some(Experiment, lambda line: _refers_to(roots, line) or _is_one_of(roots, line)) if roots else ()


def _with(names: Context, experiments: Sequence[Experiment], overhauls: Sequence[Overhaul]) -> Context:
    grouped = Context.of(experiments=experiments, overhauls=overhauls)
    return replace(names, experiments=grouped.experiments, overhauls=grouped.overhauls)


def _texts(journal: Journal, kind: type[Record]) -> Iterable[bytes]:
    """The text of a table, bit by bit."""
    table = journal.table(kind)
    return table.bites() if isinstance(table, Uncut) else (b"\n".join(table.values()),)


def _entry_in(line: bytes) -> bytes:
    """The entry that the line itself names; nothing where it names none, or in a way of its own."""
    start = line.find(_BELONGS_TO[0]) + len(_BELONGS_TO[0])
    return line[start : line.find(b'"', start)] if start >= len(_BELONGS_TO[0]) else b""


def _refers_to(ids: Container[bytes], line: bytes) -> bool:
    """Whether the line of an experiment or overhaul names one of these as what it belongs to."""
    for field in _BELONGS_TO:
        start = line.find(field) + len(field)
        if start >= len(field) and line[start : line.find(b'"', start)] in ids:
            return True
    return False


def _is_one_of(ids: Container[bytes], line: bytes) -> bool:
    """Whether the line is the record of one of these ids."""
    start = line.rfind(_OWN) + len(_OWN)
    return line[start : line.find(b'"', start)] in ids
