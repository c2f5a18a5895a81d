"""Turns drawn lines into Textual content: roles become theme colours, text stays text."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from recalibrate.ui.charts.lines import Line, Role

# One accent and the text colour in shares: `$text-muted` inside content renders in full strength.
STYLES = {
    Role.TEXT: "$foreground",
    Role.MARK: "$foreground 80%",
    Role.AXIS: "$foreground 52%",
    Role.QUIET: "$quiet",
    Role.ACCENT: "$accent",
    Role.SECOND: "$foreground",
}


def as_content(lines: Iterable[Line]) -> Content:
    """`lines` as one piece of content, a line each; nothing in them is read as markup."""
    return Content("\n").join(Content.assemble(*((span.text, STYLES[span.role]) for span in line)) for line in lines)
