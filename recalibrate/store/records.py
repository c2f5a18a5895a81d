"""The records of a journal, to be looked up: all of a kind, the last, those that a test lets pass, one by its id."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from recalibrate.domain.records.record import Record
from recalibrate.store.documents import TABLES
from recalibrate.store.errors import NotFound
from recalibrate.store.lines import table_of
from recalibrate.store.shelf import Shelf
from recalibrate.store.table import Table

if TYPE_CHECKING:
    from recalibrate.store.line_index import Test
    from recalibrate.store.storage import JournalStorage
    from recalibrate.store.table import Uncut

R = TypeVar("R", bound=Record)

SHORTEST_PREFIX = 4


class Records:
    """The records in a storage, decoded as far as somebody asked; any number of threads may read."""

    def __init__(self, storage: JournalStorage) -> None:
        self._storage = storage
        self._shelves: dict[type[Record], Shelf[Any]] = {}  # made as they are asked for

    def all(self, kind: type[R]) -> Sequence[R]:
        """The records of a kind in the order of their creation, without those in the bin.

        The first call decodes the whole table; at tens of thousands it belongs in a thread.
        """
        return self._shelf(kind).records(self._table(kind))

    def decode(self, kind: type[Record], between: Callable[[], None]) -> None:
        """Decode a whole table in the thread that asks, which `between` may hold back every few lines."""
        self._shelf(kind).decode(self._table(kind), between)

    def latest(self, kind: type[R], count: int) -> Sequence[R]:
        """The last `count` of a kind in the order of their creation, decoding no more than these."""
        return self._shelf(kind).latest(self._table(kind), count)

    def some(self, kind: type[R], test: Test) -> Sequence[R]:
        """The records of a kind whose line passes the test, in the order of their creation, and perhaps others.

        Decodes no more than these; the same test again costs only what changed.
        """
        return self._shelf(kind).some(self._table(kind), test)

    def table(self, kind: type[Record]) -> Table | Uncut:
        """The lines of a kind, or their text where nobody needed lines; only to be looked at."""
        found = self._storage.lines.get(TABLES[kind], {})
        return {} if isinstance(found, bytes) else found

    def binned(self, kind: type[R]) -> Sequence[R]:
        """The records of a kind that were deleted and can be restored."""
        return self._shelf(kind).binned(self._table(kind))

    def unreadable(self, kind: type[R]) -> dict[int, str]:
        """What in this table could not be understood, by TinyDB's number; it stays in the file untouched."""
        self._shelf(kind).follow(self._table(kind))
        return dict(self._shelf(kind).unreadable)

    def get(self, kind: type[R], id: str | None) -> R | None:
        """The record with this id; None when there is none or it is in the bin."""
        kept = self._shelf(kind).find(self._table(kind), id) if id else None
        return kept.record if kept and kept.record.deleted_at is None else None

    def find(self, kind: type[R], prefix: str) -> R:
        """The one record whose id starts so (four characters at least). Raises NotFound."""
        wanted = prefix.strip().lower()
        if len(wanted) < SHORTEST_PREFIX:
            raise NotFound(f"An id needs at least {SHORTEST_PREFIX} characters.")
        found = self._shelf(kind).starting(self._table(kind), wanted)
        found = [record for record in found if record.id.lower() == wanted] or found
        noun = TABLES[kind].replace("_", " ")
        if not found:
            raise NotFound(f"Nothing among the {noun} has an id that starts with {prefix.strip()}.")
        if len(found) > 1:
            raise NotFound(f"{len(found)} of the {noun} have ids that start with {prefix.strip()}; give more of it.")
        return found[0]

    def _shelf(self, kind: type[R]) -> Shelf[R]:
        shelf = self._shelves.get(kind) or self._shelves.setdefault(kind, Shelf(kind))
        return cast(Shelf[R], shelf)

    def _table(self, kind: type[Record]) -> Table:
        return table_of(self._storage.lines, TABLES[kind])
