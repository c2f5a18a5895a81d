"""A page of the look-back as lines: where one is, the sentence, the picture or the table, the counts under it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from recalibrate.domain.look_back import SECTIONS, Level, Page
from recalibrate.domain.records.review import Statement
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.charts import as_table
from recalibrate.ui.charts.content import as_content
from recalibrate.ui.charts.lines import cells
from recalibrate.ui.screens.looking_back.pictures import picture

NAMES = ("Year", "Voice", "Habits", "Situations", "Expected", "Experiments", "Belief", "Task", "Range", "Company")
WIDEST_TEXT = 88
GAPS = (3, 2, 1)


def sections_line(at: int, width: int) -> Content:
    """The sections side by side, the one that is open in the accent; those near it where not all have room."""
    gap = next((gap for gap in GAPS if _taken(NAMES, gap) <= width), 1)
    first, last = 0, len(NAMES)
    while _taken(NAMES[first:last], gap) + 4 > width and _taken(NAMES[first:last], gap) > width and last - first > 1:
        if at - first > last - 1 - at:
            first += 1
        else:
            last -= 1
    parts = [Content(NAMES[here]).stylize("bold $accent" if here == at else "$quiet") for here in range(first, last)]
    return Content(" " * gap).join(parts)


def head_line(page: Page, number: int, count: int, when: str, width: int) -> Content:
    """The title of a page with its number, and the month at the right."""
    aside = f"{number + 1} of {count}   {when}" if count > 1 else when
    title = Content(display_safe(one_line(page.title))).truncate(max(width - len(aside) - 2, 8), ellipsis=True)
    blanks = " " * max(width - title.cell_length - len(aside), 1)
    return Content.assemble(title.stylize("bold"), blanks, (aside, "$quiet"))


def page_lines(page: Page, width: int, height: int, *, as_a_table: bool, week_start: int) -> Content:
    """The page in `width` columns, its picture as high as it can be for all of it to fit in `height` rows."""
    text = min(width, WIDEST_TEXT)
    on_top, under = _parted(page)
    above = _sentences(on_top, text, "")
    below = _sentences(under, text, "$quiet")
    if as_a_table:
        drawn = as_table(page.table.headers, page.table.rows, width)
    else:
        room = height - len(above) - len(below) - 2
        drawn = picture(page.facts, width, max(room, 8), week_start=week_start)
    parts = list(above)
    if drawn:
        parts += [Content(""), as_content(drawn)]
    if below:
        parts += [Content(""), *below]
    return Content("\n").join(parts)


def _parted(page: Page) -> tuple[list[Statement], list[Statement]]:
    """What stands above the picture (as many statements as the page says, and each claim) and what under it."""
    on_top: list[Statement] = []
    under: list[Statement] = []
    left = page.on_top
    for said in page.statements:
        claim = said.level == Level.CLAIM
        (on_top if claim or left > 0 else under).append(said)
        left -= not claim
    return on_top, under


def _sentences(statements: Iterable[Statement], width: int, style: str) -> list[Content]:
    lines: list[Content] = []
    for said in statements:
        wrapped = Content(display_safe(one_line(said.text))).wrap(width)
        lines += [line.stylize(style) if style else line for line in wrapped]
    return lines


def _taken(names: tuple[str, ...], gap: int) -> int:
    return sum(cells(name) for name in names) + gap * (len(names) - 1)


if len(NAMES) != len(SECTIONS):  # pragma: no cover - a section without a name must not go unnoticed
    raise AssertionError("each section of the look-back needs its short name")
