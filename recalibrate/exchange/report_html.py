"""The report as one HTML file that needs nothing else and fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator

from recalibrate.domain.journaling.report import Report
from recalibrate.domain.look_back import Page
from recalibrate.exchange.report_figures import figure_of
from recalibrate.exchange.report_svg import safe, svg

STYLE = """
:root { color-scheme: light dark; --text: #2b2a27; --quiet: #66635b; --rule: #cfc9bc;
  --paper: #faf7f1; --accent: #1f6b5e; }
@media (prefers-color-scheme: dark) {
  :root { --text: #dcd9d0; --quiet: #9d9b93; --rule: #3a4046; --paper: #16191b; --accent: #7fb8ab; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem;
  color: var(--text); background: var(--paper); overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 2.5rem; } .quiet, .caveat { color: var(--quiet); }
table { border-collapse: collapse; font-size: .9rem; } th, td { text-align: left; padding: .15rem .8rem .15rem 0;
  border-bottom: 1px solid var(--rule); vertical-align: top; } th { font-weight: normal; color: var(--quiet); }
svg { max-width: 100%; height: auto; font: 13px system-ui, sans-serif; fill: var(--text); margin: .5rem 0; }
svg .axis { fill: var(--quiet); } svg .grid { stroke: var(--rule); } svg .range { stroke: var(--quiet); fill: none; }
svg .dot { fill: var(--accent); } svg .ring { fill: none; stroke: var(--quiet); } svg .expected { stroke: var(--text); }
svg .level { stroke: var(--quiet); stroke-dasharray: 2 3; } dt { color: var(--quiet); } dd { margin: 0 0 .4rem 0; }
article { break-inside: avoid; margin: 1.5rem 0; } dd { white-space: pre-line; }
"""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Nothing is fetched and nothing runs, whatever the words in it."""


def report_html(report: Report) -> str:
    """The whole file."""
    return "".join(_parts(report))


def _parts(report: Report) -> Iterator[str]:
    title = safe(report.title)
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield f'<p class="caveat">{safe(report.caveat)}</p>\n'
    for page in report.pages:
        yield from _page(page)
    if report.months:
        yield "<h2>Closed months</h2>\n"
    for month in report.months:
        yield f"<h3>{safe(month.title)}</h3>\n"
        yield f"<ul>{''.join(f'<li>{safe(text)}</li>' for text in month.statements)}</ul>\n"
        if month.note:
            yield f'<p class="quiet">Note: {safe(month.note)}</p>\n'
    if report.slips:
        yield "<h2>Slips and what came of them</h2>\n"
    for slip in report.slips:
        lines = "".join(f"<dt>{safe(line.label)}</dt><dd>{safe(line.text)}</dd>" for line in slip.lines)
        yield f"<article><h3>{safe(slip.day)}</h3><dl>{lines}</dl></article>\n"
    yield "</body>\n</html>\n"


def _page(page: Page) -> Iterator[str]:
    first, *others = page.statements
    yield f"<h2>{safe(page.title)}</h2>\n<p>{safe(first.text)}</p>\n"
    figure = figure_of(page.facts)
    if figure:
        yield f"{svg(figure)}\n"
    yield from (f'<p class="quiet">{safe(said.text)}</p>\n' for said in others)
    if page.table.rows:
        heads = "".join(f"<th>{safe(head)}</th>" for head in page.table.headers)
        rows = "".join(f"<tr>{''.join(f'<td>{safe(cell)}</td>' for cell in row)}</tr>" for row in page.table.rows)
        yield f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>\n"
