"""What one page of the look-back holds: sentences, the facts for a picture, a table, and the entries behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from recalibrate.domain.records.review import Statement


@dataclass(frozen=True, slots=True)
class Table:
    """The same numbers without a picture."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the first statements stand on top, the others under the picture.

    `facts` are the numbers of the metrics, by which a screen chooses its picture; `entry_ids` are the entries
    behind them, newest first where that has a meaning. `about` is the id of the one situation or task the page is
    about; its sentences leave the name to the title. `on_top` says how many statements stand above the picture.
    """

    title: str
    statements: tuple[Statement, ...]
    facts: Any
    table: Table
    entry_ids: tuple[str, ...] = ()
    about: str = ""
    on_top: int = 1


def table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> Table:
    """A table of anything that can be said as text; None is an en dash."""
    cells = tuple(tuple("–" if cell is None else str(cell) for cell in row) for row in rows)
    return Table(tuple(headers), cells)
