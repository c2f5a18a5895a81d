"""Keys typed before the app reads them: not shown on the bare terminal, and Enter stays Enter."""

from __future__ import annotations

import termios

TYPE_CHECKING = False  # this is the first thing of all, before anything that takes time is imported
if TYPE_CHECKING:
    from typing import Any

INPUT, LOCAL = 0, 3
"""Where `tcgetattr` keeps the flags of what comes in, and of how a line is put together."""

ENTER_BECOMES_NEW_LINE = termios.ICRNL
LINE_BY_LINE = termios.ICANON | termios.ECHO


class keys_kept:  # noqa: N801 - reads as what it does: with keys_kept(terminal)
    """While it is entered, the terminal passes keys on as they are; ctrl+c still ends the program.

    An app sets the same a moment later, when all is imported; what was typed until then would be on the screen, in
    the scrollback too, and its Enters would have become ctrl+j.
    """

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._before: list[Any] = []

    def __enter__(self) -> None:
        self._before = termios.tcgetattr(self._terminal)
        early = termios.tcgetattr(self._terminal)
        early[INPUT] &= ~ENTER_BECOMES_NEW_LINE
        early[LOCAL] &= ~LINE_BY_LINE
        termios.tcsetattr(self._terminal, termios.TCSANOW, early)

    def __exit__(self, *error: object) -> None:
        termios.tcsetattr(self._terminal, termios.TCSANOW, self._before)
