"""How what was looked for is shown in a text, with and without colour."""

from __future__ import annotations

from functools import lru_cache

from textual.content import Content

from recalibrate.domain.search import Query, highlights

FOUND = "underline $accent"

spans = lru_cache(maxsize=512)(highlights)
"""The same as highlights; a row is asked about more than once while one types and scrolls."""


def lit(content: Content, query: Query) -> Content:
    """The content with what the query looks for made visible."""
    for start, end in spans(content.plain, query) if query.terms else ():
        content = content.stylize(FOUND, start, end)
    return content
