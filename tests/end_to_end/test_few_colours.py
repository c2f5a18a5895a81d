"""In a real terminal: what is sent where colours are unwanted or few."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.end_to_end.terminal import Terminal

NOW = "2026-11-22T18:00:00+00:00"
STYLES = re.compile(rb"\x1b\[([0-9;]*)m")
COLOURLESS = {"0", "1", "2", "3", "4", "7"}


def sent_styles(home: Path, **environ: str) -> set[str]:
    """The numbers of all styles that are sent while one looks around: Today, help, the palette, a first slip."""
    with Terminal(home, now=NOW, environ=environ) as terminal:
        terminal.sees("enter begin")
        terminal.press("esc")
        terminal.sees("No slips yet")
        terminal.press("?")
        terminal.sees("Keys: Today")
        terminal.press("esc", "ctrl+p")
        terminal.sees("Notice a slip")
        terminal.press("esc", "n")
        terminal.sees("What happened?")
        terminal.types("Sent it too early")
        terminal.press("ctrl+q")
        terminal.leaves()
    return {number for style in STYLES.findall(terminal.sent) for number in style.decode().split(";")}


@pytest.mark.parametrize("environ", [{"COLORTERM": "truecolor"}, {"COLORTERM": "", "TERM": "xterm"}])
def test_no_colour_at_all_is_sent_where_none_is_wanted(environ: dict[str, str], tmp_path: Path) -> None:
    styles = sent_styles(tmp_path, NO_COLOR="1", **environ)
    assert {"2", "7"} <= styles <= COLOURLESS


def test_a_terminal_of_sixteen_colours_keeps_its_ground_and_its_greys(tmp_path: Path) -> None:
    styles = sent_styles(tmp_path, COLORTERM="", TERM="screen")
    assert {"2", "7", "32", "39", "49"} <= styles <= COLOURLESS | {"39", "49"} | {str(code) for code in range(30, 38)}


def test_a_terminal_that_cannot_move_its_cursor_is_told_what_works(tmp_path: Path) -> None:
    with Terminal(tmp_path, now=NOW, environ={"TERM": "dumb"}) as terminal:
        assert terminal.leaves() == 1
        assert "reframe --plain" in terminal.text
        assert b"\x1b" not in terminal.sent
