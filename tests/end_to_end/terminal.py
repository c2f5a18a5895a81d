"""A real terminal: the installed program on a pty, its screen kept by pyte."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pexpect
import pyte

PROGRAM = str(Path(sys.executable).with_name("recalibrate"))
PATIENCE = 20.0
"""Seconds until a screen that does not come is a failure; a slow machine needs them, a quick one does not."""

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "space": " ",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}


class Terminal:
    """Runs `recalibrate` with arguments in `home`; `now` is the ISO time it is told."""

    def __init__(
        self,
        home: Path,
        *arguments: str,
        now: str,
        size: tuple[int, int] = (80, 24),
        environ: Mapping[str, str] | None = None,
    ) -> None:
        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = b""
        # a size in the environment would count for more than the window's own
        unwanted = {"NO_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"}
        clean = {key: value for key, value in os.environ.items() if key not in unwanted}
        self._child = pexpect.spawn(
            PROGRAM,
            list(arguments),
            env={
                **clean,
                "RECALIBRATE_HOME": str(home),
                "RECALIBRATE_NOW": now,
                "TERM": "xterm-256color",
                "TEXTUAL_ANIMATIONS": "none",
                **(environ or {}),
            },
            dimensions=(lines, columns),
            timeout=PATIENCE,
        )
        self._child.delaybeforesend = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.screen.display)

    def sees(self, *words: str, absent: str = "") -> None:
        """Wait until all the words stand on the screen, and `absent` does not; fails with the screen."""
        end = time.monotonic() + PATIENCE
        while not (all(word in self.text for word in words) and not (absent and absent in self.text)):
            if time.monotonic() > end or not self._read(end - time.monotonic()):
                raise AssertionError(f"waited for {words!r}, absent {absent!r}; the screen says:\n{self.text}")

    def until(self, holds: Callable[[], bool], what: str, patience: float = PATIENCE) -> None:
        """Keep reading the screen until something outside it holds; fails with `what`."""
        end = time.monotonic() + patience
        while not holds():
            if time.monotonic() > end:
                raise AssertionError(f"{what}; the screen says:\n{self.text}")
            self._read(0.02)

    def press(self, *keys: str) -> None:
        """Press keys by name, or a single character as it is."""
        for key in keys:
            self._child.send(KEYS.get(key, key))
            if key == "esc":
                self._settle(0.15)  # the app waits 0.1 s to see whether an escape begins a sequence

    def types(self, text: str) -> None:
        """Type text and wait until it stands on the screen."""
        self._child.send(text)
        self.sees(text[-20:])

    def pastes(self, text: str) -> None:
        """Paste text the way a terminal does, in brackets."""
        self._child.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size."""
        self._child.setwinsize(lines, columns)
        self.screen.resize(lines, columns)

    def kill(self) -> None:
        """End the process at once, without a word."""
        self._child.kill(signal.SIGKILL)
        self._child.wait()

    def leaves(self) -> int:
        """Wait for the end; the exit status."""
        self._settle(PATIENCE, until_end=True)
        self._child.close()
        return int(self._child.exitstatus if self._child.exitstatus is not None else -1)

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._child.child_fd], [], [], max(patience, 0))
        if not ready:
            return False
        try:
            data = os.read(self._child.child_fd, 65536)
        except OSError:
            return False
        self.sent += data
        self._stream.feed(data)
        return bool(data)

    def _settle(self, seconds: float, *, until_end: bool = False) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self._read(end - time.monotonic()) and until_end:
                return
