"""What a chart is made of: lines of spans, each a piece of text with the part it plays."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size


class Role(StrEnum):
    """The part a span plays; a theme gives it a colour, and its text says the same without one."""

    TEXT = "text"
    MARK = "mark"
    AXIS = "axis"
    QUIET = "quiet"
    ACCENT = "accent"
    SECOND = "second"


class Span(NamedTuple):
    """Some text in one role."""

    text: str
    role: Role = Role.TEXT


Line = tuple[Span, ...]
Lines = tuple[Line, ...]


def plain(lines: Iterable[Line]) -> str:
    """The bare text of `lines`, without trailing blanks."""
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def cells(text: str) -> int:
    """How many terminal columns `text` takes."""
    return cell_len(text)


def tidy(text: str) -> str:
    """User text made safe for one line: control and direction characters become blanks, blanks are folded."""
    return " ".join("".join(" " if _breaks_a_line(char) else char for char in text).split())


def clip(text: str, width: int) -> str:
    """`text` in at most `width` columns, ending in "…" when something had to go."""
    if cells(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def pad(text: str, width: int, *, right: bool = False) -> str:
    """`text` in exactly `width` columns, against the left edge or the right."""
    text = clip(text, width)
    blanks = " " * (width - cells(text))
    return blanks + text if right else text + blanks


def line_width(line: Line) -> int:
    """How many terminal columns `line` takes."""
    return sum(cells(span.text) for span in line)


def fit(lines: Iterable[Line], width: int) -> Lines:
    """`lines` with whatever would stick out beyond `width` columns cut off."""
    return tuple(line if line_width(line) <= width else _cut(line, width) for line in lines)


def flow(items: Sequence[Line], width: int, *, gap: str = "   ") -> Lines:
    """`items` side by side, on as few lines as `width` allows; no item is broken in two."""
    lines: list[Line] = []
    current: Line = ()
    for item in items:
        longer = (*current, Span(gap), *item) if current else item
        if current and line_width(longer) > width:
            lines.append(current)
            longer = item
        current = longer
    return fit((*lines, current) if current else lines, width)


def _cut(line: Line, width: int) -> Line:
    spans: list[Span] = []
    for span in line:
        taken = cells(span.text)
        if taken >= width:
            spans.append(Span(clip(span.text, width), span.role))
            break
        spans.append(span)
        width -= taken
    return tuple(spans)


def _breaks_a_line(char: str) -> bool:
    # Joiners (U+200C, U+200D) are format characters too, but emoji and several scripts need them.
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char not in "\u200c\u200d"
