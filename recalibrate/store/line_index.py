"""What the text of a table's lines tells without decoding them: where each id stands, and which lines may matter."""

from __future__ import annotations

from collections.abc import Callable

from recalibrate.store.table import Table

Test = Callable[[bytes], bool]
"""Whether a line may hold what is looked for; it may say yes too often, never no wrongly."""

_ID = b'"id":"'
"""A record's own id comes last of all ids in a line; a user's text cannot look like it, for its quotes."""


class LineIndex:
    """Follows one table at the price of what changed in it."""

    def __init__(self) -> None:
        self._table: Table = {}
        self._numbers: dict[bytes, tuple[int, ...]] = {}
        self._passing: dict[Test, dict[int, None]] = {}

    def numbers_of(self, table: Table, id: str) -> tuple[int, ...]:
        """Where the id stands: usually once, more often where two machines wrote the same record."""
        self._follow(table)
        return self._numbers.get(id.encode("utf-8", "replace"), ())

    def passing(self, table: Table, test: Test) -> list[int]:
        """The numbers of the lines that pass, in their order."""
        self._follow(table)
        found = self._passing.get(test)
        if found is None:
            found = self._passing[test] = {number: None for number, line in table.items() if test(line)}
        return sorted(found)

    def _follow(self, table: Table) -> None:
        before = self._table
        if table is before:
            return
        changed = [number for number, line in table.items() if before.get(number) != line] if before else list(table)
        for number in (*(each for each in before if each not in table), *(each for each in changed if each in before)):
            self._drop(number, before[number])
        for number in changed:
            id = id_in(table[number])
            others = self._numbers.get(id)
            self._numbers[id] = (*others, number) if others else (number,)
            for test, found in self._passing.items():
                if test(table[number]):
                    found[number] = None
        self._table = table

    def _drop(self, number: int, line: bytes) -> None:
        id = id_in(line)
        self._numbers[id] = tuple(each for each in self._numbers[id] if each != number)
        for found in self._passing.values():
            found.pop(number, None)


def id_in(line: bytes) -> bytes:
    """The record's own id, as a line of our writing spells it."""
    start = line.rfind(_ID) + len(_ID)
    return line[start : line.find(b'"', start)]
