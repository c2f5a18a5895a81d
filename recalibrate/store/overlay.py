"""The journal as it will be: changes laid over the lines, which stay as they are until the commit stands."""

from __future__ import annotations

from typing import Any

from recalibrate.store.lines import Lines, line_of, table_of
from recalibrate.store.table import Table, Uncut


class Overlay:
    """Changes over the lines of a journal; `changed` names the records touched, by table and number."""

    def __init__(self, lines: Lines) -> None:
        self.lines: Lines = dict(lines)
        self._base = lines
        self.changed: dict[str, set[int]] = {}
        self._highest: dict[str, int] = {}

    def table(self, name: str) -> Table:
        """The lines of a table, to be read."""
        return table_of(self.lines, name)

    def base(self, name: str) -> Table:
        """The lines of a table as they are under the changes."""
        return table_of(self._base, name)

    def may_know(self, name: str, id: str) -> bool:
        """Whether a record with this id may stand under the changes; told without cutting a text into lines."""
        base = self._base.get(name)
        return not isinstance(base, Uncut) or base.is_cut or base.holds(id.encode("utf-8", "replace"))

    def put(self, name: str, number: int | None, document: Any) -> int:
        """Set a record, under a fresh number when there is none; answers the number."""
        uncut = self.lines.get(name)
        if number is None and isinstance(uncut, Uncut) and not uncut.is_cut:
            return self._add(name, uncut, document)
        table = self._writable(name)
        if number is None:
            number = self._highest.get(name) or max(table, default=0)
            number += 1
        self._highest[name] = max(number, self._highest.get(name) or max(table, default=0))
        line = line_of(number, document)
        if table.get(number) != line:
            table[number] = line
            self.changed[name].add(number)
        return number

    def drop(self, name: str, number: int) -> None:
        """Take a record out."""
        if self._writable(name).pop(number, None) is not None:
            self.changed[name].add(number)

    def drop_table(self, name: str) -> None:
        """Take a whole table out."""
        self.changed.setdefault(name, set()).update(self.table(name))
        self.lines.pop(name, None)

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to save."""
        return any(self.changed.values())

    def _add(self, name: str, uncut: Uncut, document: Any) -> int:
        """Set a new record behind a text that nobody had to cut."""
        if name not in self.changed:
            self.lines[name] = uncut = uncut.with_room()
        number = uncut.fresh_number()
        uncut.added[number] = line_of(number, document)
        self.changed.setdefault(name, set()).add(number)
        return number

    def _writable(self, name: str) -> Table:
        if name not in self.changed or not isinstance(self.lines.get(name), dict):
            self.changed.setdefault(name, set())
            self.lines[name] = dict(self.table(name))
        table = self.lines[name]
        assert isinstance(table, dict), "what is no table is never written to"
        return table
