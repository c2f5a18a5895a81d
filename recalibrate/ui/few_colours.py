"""Few colours or none: what our themes say by shades is said by weight and reverse where shades cannot be trusted."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from recalibrate.ui.theme import NIGHT, contrast

DIM = Style(dim=True)
REVERSE = Style(reverse=True)
GREY = 8
"""The number of bright black among a terminal's own colours."""

PLAIN_GROUNDS = frozenset(Color.parse(colour) for colour in (NIGHT.background, NIGHT.panel) if colour)
"""What pages and boxes of the night theme stand on; any other ground marks a place: the cursor, a selection."""

FAINT = 6.4
"""Words of the night theme with less contrast than this are meant to step back."""


class NoColour(LineFilter):
    """Leaves no colour in what is sent, as `NO_COLOR` asks; for screens in our night theme."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in weight, underline and reverse alone."""
        return [Segment(text, style and uncoloured(style), control) for text, style, control in segments]


class OwnColours(LineFilter):
    """For the terminal's own sixteen colours, of which only the first eight differ from the ground for certain."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with dim words for grey ones, and reverse for grounds."""
        return [Segment(text, style and without_grey(style), control) for text, style, control in segments]


def few_colours(app: App[Any]) -> tuple[LineFilter, ...]:
    """What is drawn in `app` goes through these; nothing where its shades can be trusted."""
    if app.no_color:
        return (NoColour(),)
    return (OwnColours(),) if app.native_ansi_color else ()


@lru_cache(4096)
def uncoloured(style: Style) -> Style:
    """The same style told without colour: quiet words are dim, a ground that marks a place is reversed."""
    words, ground = (None if each is None else Color.from_rich_color(each) for each in (style.color, style.bgcolor))
    if style.reverse:
        words, ground = ground, words
    if ground is not None and ground not in PLAIN_GROUNDS:
        return style.without_color + REVERSE
    if words is not None and ground is not None and contrast(words, ground) < FAINT:
        return style.without_color + DIM
    return style.without_color


@lru_cache(4096)
def without_grey(style: Style) -> Style:
    """The same style without bright black, which some palettes make the ground's own colour."""
    if style.reverse or not (style.bgcolor is None or style.bgcolor.is_default):
        return style.without_color + REVERSE
    return style.without_color + DIM if style.color and style.color.number == GREY else style
