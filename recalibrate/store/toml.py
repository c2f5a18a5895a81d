"""TOML written: a flat table anew, or changes in a text that somebody wrote, whose comments and other lines stay.

Small enough to be ours: the settings are one flat table, and what comes out is read again before it is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

BEYOND = 2**63
"""Whole numbers from here on are written in sixteens."""

TOKENS = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}' r"|'''.*?'{3,5}" r'|"(?:\\.|[^"\\\n])*"' r"|'[^'\n]*'" r"|#[^\n]*|[\[\]{}]|\n",
    re.DOTALL,
)
"""What tells where a statement ends: texts, which hide the rest of this, comments, brackets, line ends."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A key with its value, the head of a table, or a line that says nothing; as written, with its line end.

    `root` is the key of the top table that it belongs to, empty for none; `is_inside` tells that it stands in or at a
    table of its own.
    """

    text: str
    root: str = ""
    is_inside: bool = False

    @property
    def comments(self) -> tuple[list[str], str]:
        """The comments between its lines, and the one at its end."""
        *tokens, last = [found[0].strip() for found in TOKENS.finditer(self.text) if found[0] != "\n"] or [""]
        inner = [each for each in tokens if each.startswith("#")]
        return inner, last if last.startswith("#") else ""


def flat_table(table: Mapping[str, Any]) -> str:
    """A flat table as TOML; what is a table in JSON becomes an inline one."""
    return "".join(f"{_key(name)} = {toml_value(value)}\n" for name, value in table.items())


def with_changes(text: str, changes: Mapping[str, Any]) -> str:
    """The TOML with keys of its top table changed or added; comments, order and all other lines stay."""
    line_end = "\r\n" if "\r\n" in text else "\n"
    text = text if text.endswith("\n") or not text else text + line_end
    top: list[str] = []
    tables: list[str] = []
    left = dict(changes)
    for each in _statements(text):
        kept = tables if each.is_inside else top
        if each.root not in changes:
            kept.append(each.text)
            continue
        inner, last = each.comments
        kept += [f"{comment}{line_end}" for comment in inner]
        if each.root in left and not each.is_inside:
            line = flat_table({each.root: left.pop(each.root)}).strip()
            kept.append(f"{line}  {last}".rstrip() + line_end)
        elif last:
            kept.append(last + line_end)
    above: list[str] = []  # what is said of the first table stands right above it
    while tables and top and top[-1].lstrip().startswith("#"):
        above.insert(0, top.pop())
    added = [flat_table({name: value}).strip() + line_end for name, value in left.items()]
    space = [line_end] if added and tables else []
    return "".join([*top, *added, *space, *above, *tables])


def _statements(text: str) -> Iterator[Statement]:
    """The statements of a text that is TOML."""
    import tomllib

    table, begin, depth = "", 0, 0
    for found in TOKENS.finditer(text):
        token = found[0]
        depth += (token in ("[", "{")) - (token in ("]", "}"))
        if token != "\n" or depth:
            continue
        written, begin = text[begin : found.end()], found.end()
        root = next(iter(tomllib.loads(written)), "")
        if root and written.lstrip().startswith("["):
            table = root
        yield Statement(written, root and (table or root), is_inside=bool(table))


def toml_value(value: Any) -> str:
    """A value as TOML writes it on one line."""
    import orjson  # only for writing: a command that reads settings starts sooner without it

    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key(key)} = {toml_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, str):
        # a JSON string is a TOML one, but for DEL, which TOML wants escaped
        return orjson.dumps(value).decode().replace("\x7f", "\\u007f")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and value > BEYOND:
        return hex(value)  # Python writes no number with thousands of digits
    return str(value)  # also dates and times, inf and nan


def _key(name: str) -> str:
    return name if name.isascii() and name.replace("_", "").replace("-", "").isalnum() else toml_value(name)
