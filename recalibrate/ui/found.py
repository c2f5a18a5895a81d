"""How what was looked for is shown in a text, with and without colour."""

from __future__ import annotations

from textual.content import Content

from recalibrate.domain.search import Query, highlights

FOUND = "underline $accent"


def lit(content: Content, query: Query) -> Content:
    """The content with what the query looks for made visible."""
    for start, end in highlights(content.plain, query) if query.terms else ():
        content = content.stylize(FOUND, start, end)
    return content
