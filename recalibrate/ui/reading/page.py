"""A page of text at one width: paragraphs, labels and columns become lines, none wider than the page."""

from __future__ import annotations

from itertools import zip_longest

from textual.content import Content

from recalibrate.domain.search import Query
from recalibrate.domain.text import display_safe
from recalibrate.ui.found import lit

LABEL = 19
GUTTER = 3
NARROW = 46
"""Below this width nothing stands side by side."""

TAB = 4


class Page:
    """Gathers lines from top to bottom; `query` is what is made visible in the user's own words."""

    def __init__(self, width: int, query: Query | None = None) -> None:
        self.width = max(width, 10)
        self.query = query or Query()
        self.lines: list[Content] = []

    @property
    def is_narrow(self) -> bool:
        """Whether things stand below each other."""
        return self.width < NARROW

    def blank(self) -> None:
        """An empty line, never two and never the first."""
        if self.lines and self.lines[-1].plain:
            self.lines.append(Content(""))

    def heading(self, words: str, aside: str = "") -> None:
        """A heading with a blank above; `aside` stands quietly after it."""
        self.blank()
        said = Content.assemble((display_safe(words), "bold"), (f"   {display_safe(aside)}" if aside else "", "$quiet"))
        self.lines += said.wrap(self.width)

    def text(self, words: str, style: str = "", indent: int = 0, first: str = "", first_style: str = "$accent") -> None:
        """A paragraph of someone's words; `first` (a mark) stands before it, and the rest hangs under it."""
        room = self.width - indent - len(first)
        lines = self.wrapped(words, room, style)
        for place, line in enumerate(lines):
            before = first if place == 0 else " " * len(first)
            self.lines.append(Content.assemble(" " * indent, (before, first_style), line))

    def labelled(self, label: str, words: str, aside: str = "", style: str = "", indent: int = 0) -> None:
        """A quiet label and someone's words beside it; nothing when there are no words."""
        if not words.strip():
            return
        if self.is_narrow:
            self.lines.append(Content.assemble(" " * indent, (label, "$quiet")))
            self.text(words + aside, style, indent=indent + 2)
            return
        column = label.ljust(LABEL - indent)
        column = column if len(label) < len(column) else f"{label} "
        self.text(words + aside, style, indent=indent, first=column, first_style="$quiet")

    def beside(self, left: Page, right: Page) -> None:
        """Two pages side by side, made as wide as `half`; below each other where the page is narrow."""
        if self.is_narrow:
            self.lines += left.lines
            self.blank()
            self.lines += right.lines
            return
        nothing = Content("")
        for one, other in zip_longest(left.lines, right.lines, fillvalue=nothing):
            pad = " " * max(left.width + GUTTER - one.cell_length, 0)
            self.lines.append(Content.assemble(one, pad, other) if other.plain else one)

    def half(self) -> Page:
        """An empty page for one of two columns."""
        return Page(self.width if self.is_narrow else (self.width - GUTTER) // 2, self.query)

    def wrapped(self, words: str, room: int, style: str = "") -> list[Content]:
        """Someone's words as lines of at most `room` cells, what is looked for made visible."""
        shown = Content(display_safe(words).expandtabs(TAB))
        if style:
            shown = shown.stylize(style)
        return lit(shown, self.query).wrap(max(room, 4)) if shown.plain else [shown]
