"""Keys typed before the app reads them: not shown on the bare terminal, and Enter stays Enter."""

from __future__ import annotations

import termios
from collections.abc import Iterator
from contextlib import contextmanager

INPUT, LOCAL = 0, 3
"""Where `tcgetattr` keeps the flags of what comes in, and of how a line is put together."""

ENTER_BECOMES_NEW_LINE = termios.ICRNL
LINE_BY_LINE = termios.ICANON | termios.ECHO


@contextmanager
def keys_kept(terminal: int) -> Iterator[None]:
    """Have the terminal pass keys on as they are from now until the end; ctrl+c still ends the program.

    An app sets the same a moment later, when all is imported; what was typed until then would be on the screen, in
    the scrollback too, and its Enters would have become ctrl+j.
    """
    before = termios.tcgetattr(terminal)
    early = termios.tcgetattr(terminal)
    early[INPUT] &= ~ENTER_BECOMES_NEW_LINE
    early[LOCAL] &= ~LINE_BY_LINE
    termios.tcsetattr(terminal, termios.TCSANOW, early)
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


def pass_lines_on(terminal: int) -> None:
    """Give the terminal its usual ways again, for another program that is run from the app."""
    usual = termios.tcgetattr(terminal)
    usual[INPUT] |= ENTER_BECOMES_NEW_LINE
    usual[LOCAL] |= LINE_BY_LINE
    termios.tcsetattr(terminal, termios.TCSANOW, usual)
