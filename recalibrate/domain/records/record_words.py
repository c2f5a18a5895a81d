"""What the tables of a journal hold, as one says it: "entry" for one, "2 noticing plans" for a number of them."""

from __future__ import annotations

from recalibrate.domain.wording import counted

_IRREGULAR = {"entries": "entry", "people": "person", "tombstones": "mark of a purged record"}
_MANY = {"tombstones": "marks of purged records"}


def one_of(table: str) -> str:
    """One record of the table: "entry", "noticing plan"."""
    return _IRREGULAR.get(table) or table.removesuffix("s").replace("_", " ")


def many_of(table: str, count: int) -> str:
    """A number of records of the table with its noun: "1 entry", "2 noticing plans"."""
    return counted(count, one_of(table), _MANY.get(table, table.replace("_", " ")))
