"""A drawn line with no more changes of style than one can see: over a slow link each costs as much as three words."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip


def thinned(strip: Strip) -> Strip:
    """The same cells in fewer pieces: blanks take the style beside them where nothing but their background shows."""
    pieces: list[Segment] = []
    for piece in strip.discard_meta():
        style = _common(pieces[-1], piece) if pieces else None
        if style is None:
            pieces.append(piece)
        else:
            pieces[-1] = Segment(pieces[-1].text + piece.text, style)
    return Strip(pieces, strip.cell_length)


def _common(one: Segment, other: Segment) -> Style | None:
    """A style that both can be drawn in; None when that would be seen."""
    if one.control or other.control or one.style is None or other.style is None:
        return None
    if one.style == other.style:
        return one.style
    if one.style.bgcolor != other.style.bgcolor:
        return None
    if _is_bare(other) and _is_calm(one.style):
        return one.style
    return other.style if _is_bare(one) and _is_calm(other.style) else None


def _is_bare(piece: Segment) -> bool:
    return piece.text.isspace() and piece.style is not None and _is_calm(piece.style)


def _is_calm(style: Style) -> bool:
    """Whether a blank in it shows nothing but its background."""
    return not (style.reverse or style.underline or style.underline2 or style.strike or style.overline or style.link)
