"""Rows as the list screens set them: sections, lines with an aside, quiet notes; words are cut, never wrapped."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.key_words import in_keys, key_for
from recalibrate.ui.widgets.row import Row

MARGIN = 2
BLANK = Row(Content(""))

Part = Content | str | tuple[str, str]


def margin(*parts: Part) -> Content:
    """Content that begins where all lines begin."""
    return Content.assemble(" " * MARGIN, *parts)


def day_width(days: Iterable[date], today: date) -> int:
    """Columns for a list's days with room after them; wider where one of them is of another year."""
    return 12 if all(day.year == today.year for day in days) else 17


def section(title: str, width: int, aside: str = "") -> list[Row]:
    """A blank line and a heading, with something quiet at the right."""
    head = margin((title, "bold"))
    if aside:
        pad = max(width - MARGIN - head.cell_length - Content(aside).cell_length, 1)
        head = Content.assemble(head, " " * pad, (aside, "$quiet"))
    return [BLANK, Row(head)]


def line(key: str, words: str, width: int, aside: str = "", *, sign: str = "", before: str = "") -> Row:
    """One line: a sign, something quiet `before`, the words as far as there is room, an aside at the right."""
    quiet = Content(display_safe(one_line(aside)) if "  " not in aside else display_safe(aside))
    quiet = quiet.truncate(max((width - 2 * MARGIN) // 2, 10), ellipsis=True)
    lead = Content.assemble((f"{sign} " if sign else "  ", "$accent"), (display_safe(before), "$quiet"))
    room = width - 2 * MARGIN - lead.cell_length - quiet.cell_length - (2 if quiet.cell_length else 0)
    title = Content(display_safe(one_line(words))).truncate(max(room, 8), ellipsis=True)
    pad = " " * max(room - title.cell_length + 2, 1) if quiet.cell_length else ""
    return Row(margin(lead, title, pad, quiet.stylize("$quiet")), key)


def note(words: str, width: int, *, indent: int = 2) -> Row:
    """A quiet line that the cursor passes over."""
    text = Content(display_safe(one_line(words))).truncate(max(width - 2 * MARGIN - indent, 8), ellipsis=True)
    return Row(margin(" " * indent, text.stylize("$quiet")))


def teaching(before: str, id: str, after: str) -> list[Row]:
    """What an empty page says: one move and its key, by the id of its binding."""
    return [BLANK, Row(margin(before, (key_for(id), "$accent"), in_keys(after)))]
