"""The report as Markdown: figures as text, tables as tables, the user's words never as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recalibrate.domain.journaling.report import Report
from recalibrate.domain.look_back import Page
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.exchange.report_figures import Course, ShareLine, figure_of

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|<>~&-])")
COLUMNS = 41


def report_markdown(report: Report) -> str:
    """The whole file."""
    return "\n".join(_lines(report)) + "\n"


def plain(text: str) -> str:
    """Text on one line in which no character means anything to Markdown or HTML."""
    return _MARKUP.sub(r"\\\1", display_safe(one_line(text))).replace("\\<", "&lt;")


def _lines(report: Report) -> Iterator[str]:
    yield f"# {plain(report.title)}"
    yield ""
    yield plain(report.caveat)
    for page in report.pages:
        yield from _page(page)
    if report.months:
        yield from ("", "## Closed months")
    for month in report.months:
        yield from ("", f"### {plain(month.title)}", "")
        yield from (f"- {plain(text)}" for text in month.statements)
        if month.note:
            yield from ("", f"Note: {plain(month.note)}")
    if report.slips:
        yield from ("", "## Slips and what came of them")
    for slip in report.slips:
        yield from ("", f"### {plain(slip.day)}", "")
        yield from (f"- {plain(line.label)}: {plain(line.text)}" for line in slip.lines)


def _page(page: Page) -> Iterator[str]:
    first, *others = page.statements
    yield from ("", f"## {plain(page.title)}", "", plain(first.text))
    figure = figure_of(page.facts)
    if figure is not None and not isinstance(figure, Course):
        width = max(len(one_line(line.label)) for line in figure.lines)
        yield ""
        for line in figure.lines:
            yield f"    {display_safe(one_line(line.label)):<{width}}  {_bar(line)}  {line.happened} of {line.cases}"
    for said in others:
        yield from ("", plain(said.text))
    if page.table.rows:
        yield ""
        yield f"| {' | '.join(plain(head) for head in page.table.headers)} |"
        yield f"|{'---|' * len(page.table.headers)}"
        yield from (f"| {' | '.join(plain(cell) for cell in row)} |" for row in page.table.rows)


def _bar(line: ShareLine) -> str:
    """The share with its interval over 0 to 100, as on the screen."""
    if not line.is_drawn:
        return "too early".center(COLUMNS)
    cells = [" "] * COLUMNS
    low, high = _column(line.interval.low), _column(line.interval.high)
    cells[low : high + 1] = "─" * (high - low + 1)
    cells[low], cells[high] = "├", "┤"
    if line.expected is not None:
        cells[_column(line.expected)] = "│"
    cells[_column(line.happened / line.cases)] = "●"
    return "".join(cells)


def _column(share: float) -> int:
    return round(share * (COLUMNS - 1))
