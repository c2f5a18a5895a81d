"""A line that costs less to send looks the same."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from recalibrate.ui.widgets.thin import thinned

QUIET, LOUD = Style(color="#888888", bgcolor="#101010"), Style(color="#eeeeee", bgcolor="#101010")
ELSEWHERE, UNDERLINED = Style(color="#eeeeee", bgcolor="#202020"), QUIET + Style(underline=True)


def pieces(*parts: tuple[str, Style]) -> list[tuple[str, Style | None]]:
    """What is left of a line of these parts."""
    drawn = thinned(Strip([Segment(text, style) for text, style in parts]))
    return [(piece.text, piece.style) for piece in drawn]


def test_blanks_take_the_style_of_the_words_beside_them() -> None:
    line = pieces((" ", QUIET), ("Sun 22", LOUD), ("   ", QUIET), ("mail", QUIET))
    assert line == [(" Sun 22   ", LOUD), ("mail", QUIET)]


def test_a_blank_of_another_background_or_with_a_line_under_it_stays_as_it_is() -> None:
    line = [("a", LOUD), (" ", ELSEWHERE), ("b", LOUD), (" ", UNDERLINED)]
    assert pieces(*line) == line


def test_words_that_differ_in_style_stay_apart() -> None:
    line = [("mail", QUIET), ("the words", LOUD)]
    assert pieces(*line) == line
