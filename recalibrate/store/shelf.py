"""One table decoded: the records of a kind by id, kept in step with its lines at the price of what changed."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from recalibrate.domain.records.record import Record
from recalibrate.store.documents import from_document
from recalibrate.store.kept import Kept
from recalibrate.store.line_index import LineIndex, Test
from recalibrate.store.lines import document_of
from recalibrate.store.table import Table
from recalibrate.store.undisturbed import MANY, undisturbed

R = TypeVar("R", bound=Record)

MOST_BASES = 500

BITE = 40
"""Lines decoded, a few milliseconds of work, before others are asked whether they wait."""


def _rev(kept: Kept[R]) -> int:
    return kept.record.rev


def _may_be_binned(line: bytes) -> bool:
    return b'"deleted_at":null' not in line


class Shelf(Generic[R]):
    """The records of one kind; lines that hold none are left alone and named in `unreadable`."""

    def __init__(self, kind: type[R]) -> None:
        self._kind = kind
        self._guard = threading.RLock()
        self._decoding = threading.Lock()
        self._ahead: dict[int, Kept[R]] = {}
        self._is_all_ahead = False
        self._table: Table | None = None
        self._kept: dict[int, Kept[R]] = {}
        self._numbers: dict[str, int] = {}
        self._lists: dict[bool, list[R]] = {}
        self._index = LineIndex()
        self._bases: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self.unreadable: dict[int, str] = {}

    @property
    def is_decoded(self) -> bool:
        """Whether the table was decoded whole, so that it has to follow each change."""
        return self._table is not None

    def records(self, table: Table, *, deleted: bool = False) -> list[R]:
        """The records in the order of their numbers, in the bin or out of it."""
        self._decode_ahead(table)
        with self._guard:
            self._follow(table)
            if deleted not in self._lists:
                numbers = self._numbers
                self._lists[deleted] = [
                    kept.record
                    for number, kept in self._kept.items()
                    if (kept.record.deleted_at is not None) is deleted and numbers[kept.record.id] == number
                ]
            return self._lists[deleted].copy()

    def find(self, table: Table, id: str) -> Kept[R] | None:
        """What is kept under this id, without decoding the rest of a table nobody has asked for yet."""
        with self._guard:
            if self._table is None:
                return self._sought(table, id)
            self._follow(table)
            number = self._numbers.get(id)
            return None if number is None else self._kept[number]

    def some(self, table: Table, test: Test) -> list[R]:
        """The records out of the bin whose line passes the test; all of them where they are decoded anyway."""
        with self._guard:
            if self._table is not None:
                return self.records(table)
            return [each for each in self._passing(table, test) if each.deleted_at is None]

    def binned(self, table: Table) -> list[R]:
        """The records in the bin, in the order of their numbers; decodes little more than these."""
        with self._guard:
            if self._table is not None:
                return self.records(table, deleted=True)
            return [each for each in self._passing(table, _may_be_binned) if each.deleted_at is not None]

    def _passing(self, table: Table, test: Test) -> Iterator[R]:
        found = (self._at_hand(number, table[number]) for number in self._index.passing(table, test))
        return (kept.record for kept in found if kept and self._is_newest(table, kept))

    def starting(self, table: Table, prefix: str) -> list[R]:
        """The records out of the bin whose ids start so, in whatever case; decodes little more than these."""
        with self._guard:
            if self._table is None:
                needle = b'"%b' % prefix.encode("utf-8", "replace")
                found = {number: line for number, line in table.items() if needle in line}
                candidates = [self._decoded(number, line) for number, line in found.items()]
                if any(kept and kept.record.id.startswith(prefix) for kept in candidates):
                    best = {kept.record.id: kept.record for kept in sorted(filter(None, candidates), key=_rev)}
                    return [each for each in best.values() if each.deleted_at is None and each.id.startswith(prefix)]
            return [each for each in self.records(table) if each.id.lower().startswith(prefix.lower())]

    def latest(self, table: Table, count: int) -> list[R]:
        """The last records that are not in the bin, in their order; decodes little more than these."""
        with self._guard:
            if self._table is not None:
                return self.records(table)[-count:] if count > 0 else []
            found: dict[str, R] = {}
            for number in reversed(table):
                if len(found) >= count:
                    break
                kept = self._at_hand(number, table[number])
                if kept and kept.record.deleted_at is None:
                    found.setdefault(kept.record.id, kept.record)
            return list(reversed(found.values()))

    def base(self, id: str, rev: int) -> bytes | None:
        """The line of an earlier revision, if this process has seen it."""
        with self._guard:
            return self._bases.get((id, rev))

    def remember(self, kept: Kept[R]) -> None:
        """Keep a line that is about to be written over, for those who still look at it."""
        with self._guard:
            self._bases[kept.record.id, kept.record.rev] = kept.line
            while len(self._bases) > MOST_BASES:
                self._bases.popitem(last=False)

    def decode(self, table: Table, between: Callable[[], None]) -> None:
        """Decode a table that nobody has decoded yet, and call `between` every few lines."""
        self._decode_ahead(table, between)

    def follow(self, table: Table) -> None:
        """Decode what changed since the last look."""
        self._decode_ahead(table)
        with self._guard:
            self._follow(table)

    def advance(self, before: Table, table: Table, numbers: Iterable[int]) -> None:
        """Take over what a commit of ours changed, if `before` is what was decoded last; the rest is untouched."""
        with self._guard:
            if self._table is None or self._table is not before:
                return
            is_done = all(self._advanced(number, table.get(number)) for number in sorted(numbers))
            # what is rare is looked through anew at the next look, with all the lines that stay at hand
            self._table = table if is_done else {}

    def _advanced(self, number: int, line: bytes | None) -> bool:
        """Take over one line, if it is a record changed where it stands or a new one at the end."""
        old = self._kept.get(number)
        new = None if line is None else self._decoded(number, line)
        if old is not None:
            self.remember(old)
        if new is None or (old is not None and old.record.id != new.record.id):
            return False
        record, is_deleted = new.record, new.record.deleted_at is not None
        known = self._numbers.setdefault(record.id, number)
        shown = self._lists.get(is_deleted)
        if known != number or (old is None and self._kept and number < next(reversed(self._kept))):
            return False
        self._kept[number] = new
        if old is None:
            if shown is not None:
                shown.append(record)
        elif (old.record.deleted_at is not None) is not is_deleted:
            self._lists.clear()
        elif shown is not None:
            at = next(at for at, each in enumerate(shown) if each is old.record)
            shown[at] = record
        return True

    def _decode_ahead(self, table: Table, between: Callable[[], None] | None = None) -> None:
        """Decode a long table that nobody has decoded yet, while others may go on looking for a few records in it."""
        if self._table is not None or self._is_all_ahead or len(table) < MANY:
            return
        with self._decoding:
            if self._table is None and not self._is_all_ahead:
                with undisturbed(len(table)):
                    found: dict[int, Kept[R]] = {}
                    for number, line in table.items():
                        kept = self._decoded(number, line)
                        if kept is not None:
                            found[number] = kept
                        if between is not None and number % BITE == 0:
                            between()
                    self._ahead, self._is_all_ahead = found, True

    def _follow(self, table: Table) -> None:
        if table is self._table:
            return
        before: dict[int, Kept[R]] = self._kept or self._ahead
        kept: dict[int, Kept[R]] = {}
        with undisturbed(len(table) - len(before)):
            for number, line in table.items():
                old = before.get(number)
                if old is not None and (old.line is line or old.line == line):
                    kept[number] = old
                    continue
                if old is not None:
                    self.remember(old)
                new = self._decoded(number, line)
                if new is not None:
                    kept[number] = new
        self._kept = kept
        self._ahead = {}
        self._numbers = {}
        for number, each in kept.items():
            other = self._numbers.get(each.record.id)
            if other is None or kept[other].record.rev <= each.record.rev:
                self._numbers[each.record.id] = number
        self._table = table
        self._lists.clear()
        self._index = LineIndex()  # what it knows is asked of the records from now on

    def _sought(self, table: Table, id: str) -> Kept[R] | None:
        needle = id.encode("utf-8", "replace")
        for numbers in (self._index.numbers_of(table, id), table):  # all, for a line that names its id unusually
            found = [self._decoded(number, table[number]) for number in numbers if needle in table[number]]
            matching = [kept for kept in found if kept and kept.record.id == id]
            if matching:
                return max(matching, key=_rev)
        return None

    def _is_newest(self, table: Table, kept: Kept[R]) -> bool:
        """Whether no twin of a record, written by another machine, has a later revision."""
        if len(self._index.numbers_of(table, kept.record.id)) < 2:
            return True
        best = self._sought(table, kept.record.id)
        return best is None or best.number == kept.number

    def _at_hand(self, number: int, line: bytes) -> Kept[R] | None:
        """The line decoded, once and for all: who looked for a few records looks for them again."""
        kept = self._ahead.get(number)
        if kept is None or kept.line is not line:
            kept = self._decoded(number, line)
            if kept is not None:
                self._ahead[number] = kept
        return kept

    def _decoded(self, number: int, line: bytes) -> Kept[R] | None:
        try:
            record = from_document(self._kind, document_of(line))
        except ValueError as error:
            self.unreadable[number] = str(error)
            return None
        self.unreadable.pop(number, None)
        return Kept(number, record, line)
