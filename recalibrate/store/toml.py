"""TOML written: a flat table anew, or changes in a text that somebody wrote, whose comments and other lines stay.

The library takes a twentieth of a second to load, so it is imported only where something is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BEYOND = 2**63
"""Whole numbers from here on are written in sixteens: Python writes no number with thousands of digits."""


def flat_table(table: Mapping[str, Any]) -> str:
    """A table as TOML, a line for each of its keys."""
    import tomlkit

    return tomlkit.dumps({name: _item(value) for name, value in table.items()})


def with_changes(text: str, changes: Mapping[str, Any]) -> str:
    """The TOML with keys of its top table changed or added; comments, order and all other lines stay.

    Raises ValueError for what the library cannot read.
    """
    import tomlkit

    document = tomlkit.parse(text)
    for name, value in changes.items():
        if isinstance(document.get(name), tomlkit.items.Array) and isinstance(value, list):
            _change(document[name], value)
            continue
        if isinstance(document.get(name), tomlkit.items.AoT | tomlkit.items.Table):
            document.remove(name)  # what takes its place stands on one line, above all tables
        document[name] = _item(value)
    return tomlkit.dumps(document)


def _change(array: Any, wanted: list[Any]) -> None:
    """Make the array hold what is wanted; what stays in it keeps its line and its comment."""
    for place in reversed(range(len(array))):
        if array[place] not in wanted:
            del array[place]
    kept = array.unwrap()
    if kept == wanted[: len(kept)]:
        array.extend([_item(each) for each in wanted[len(kept) :]])
    else:
        array.clear()
        array.extend([_item(each) for each in wanted])


def _item(value: Any) -> Any:
    """A value that stands on one line, whatever is in it."""
    import tomlkit

    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        inline.update({key: _item(each) for key, each in value.items()})
        return inline
    if isinstance(value, list):
        array = tomlkit.array()
        array.extend([_item(each) for each in value])
        return array
    if isinstance(value, int) and value > BEYOND:
        return tomlkit.value(hex(value))
    return value
