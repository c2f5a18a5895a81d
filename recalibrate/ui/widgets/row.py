"""The rows of a list: what one shows and the key it stands for, all at hand or made when they are asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from textual.content import Content


class Row(NamedTuple):
    """One line; a row without a key (a heading, a blank) is passed over by the cursor."""

    content: Content
    key: str = ""


class LazyRows(Sequence[Row]):
    """Rows made when they are asked for; it finds a key without making the rows before it."""

    @abstractmethod
    def place_of(self, key: str) -> int | None:
        """The number of the row with this key; None when there is none."""


def place_of(rows: Sequence[Row], key: str) -> int | None:
    """The number of the row with this key; None when there is none."""
    if not key:
        return None
    if isinstance(rows, LazyRows):
        return rows.place_of(key)
    return next((number for number, row in enumerate(rows) if row.key == key), None)
