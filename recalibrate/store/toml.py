"""TOML written: a flat table anew, or changes in a text that somebody wrote, whose comments and other lines stay.

The library takes a twentieth of a second to load, so it is imported only where something is written.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    there, new = [name for name in changes if name in document], {}
    for name, value in changes.items():
        old = document.get(name)
        if old is None or isinstance(old, tomlkit.items.AoT | tomlkit.items.Table):
            document.pop(name, None)
            new[name] = value  # on one line, above all tables
        elif isinstance(old, tomlkit.items.Array) and isinstance(value, list):
            _change(old, value)
        else:
            document[name] = _item(value)
    return _with_new(tomlkit.dumps(document) if there else text, new)


def _with_new(text: str, new: Mapping[str, Any]) -> str:
    """The TOML with new keys right below those of its top table, so that a comment above a table stays with that."""
    import tomlkit

    if not new:
        return text
    document = tomlkit.parse(text)
    end = _end_of_keys(document.body)
    del document.body[end:]
    above = tomlkit.dumps(document)
    below = text[len(above) :]
    line_end = "\r\n" if "\r\n" in text else "\n"
    if above and not above.endswith("\n"):
        above += line_end
    gap = line_end if below and not below.lstrip(" \t").startswith(("\r", "\n")) else ""
    return above + flat_table(new).replace("\n", line_end) + gap + below


def _end_of_keys(body: Sequence[tuple[Any, Any]]) -> int:
    """Where the keys above the first table end: without keys above the comment there; without a table at the end."""
    from tomlkit.items import AoT, Comment, Table, Whitespace

    keys = 0
    for place, (key, item) in enumerate(body):
        if isinstance(item, AoT | Table) and not key.is_dotted():
            break
        if key is not None:
            keys = place + 1
    else:
        return len(body)
    if keys:
        return keys
    for kind in (Comment, Whitespace):
        while place and isinstance(body[place - 1][1], kind):
            place -= 1
    return place


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
