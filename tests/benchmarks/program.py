"""One program in a real terminal, driven and measured from outside: what others here share."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from types import TracebackType
from typing import NamedTuple, Self

import pyte

PATIENCE = 30.0
QUIET = 0.045
"""Seconds without output after which a key counts as answered in full."""

SYNC_ASKED, SYNC_YES, FRAME_ENDS = b"\x1b[?2026$p", b"\x1b[?2026;2$y", b"\x1b[?2026l"
"""As most terminals do, we say that we can show a frame at once; so we know where one ends."""

RECALIBRATE = ("-m", "recalibrate")
SMALLEST = """
from textual.app import App
from textual.widgets import Footer, Static

class Smallest(App):
    BINDINGS = [("a", "say", "Say")]

    def compose(self):
        yield Static("Hello, world", id="text")
        yield Footer()

    def action_say(self):
        self.query_one("#text").update("answered")

Smallest().run()
"""
LIST = """
from textual.app import App
from textual.widgets import Footer, OptionList

class OfList(App):
    def compose(self):
        yield OptionList(*[f"2026-11-{day % 28 + 1:02d}  Entry number {day} of the journal" for day in range(300)])
        yield Footer()

OfList().run()
"""
TEXT = """
from textual.app import App
from textual.widgets import Footer, TextArea

class OfText(App):
    def compose(self):
        yield TextArea(placeholder="Write here")
        yield Footer()

OfText().run()
"""


class Answer(NamedTuple):
    """What one key did: seconds until its first whole frame, and bytes until the program was quiet again."""

    seconds: float
    sent: int


class Use(NamedTuple):
    """What a process has used so far: seconds of processor time, times it was woken."""

    seconds: float
    woken: int


class Program:
    """Python with these arguments in a terminal of `size` columns and lines, as if `home` were the notebook's."""

    def __init__(self, words: Sequence[str], home: Path, size: tuple[int, int] = (80, 24)) -> None:
        columns, lines = size
        unwanted = {"NO_COLOR", "TEXTUAL_THEME", "COLUMNS", "LINES"}
        environ = {key: value for key, value in os.environ.items() if key not in unwanted}
        environ |= {"TERM": "xterm-256color", "RECALIBRATE_HOME": str(home)}
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self.screen)
        self._unseen = b""
        self.sent = 0
        self.begun = perf_counter()
        self.child, self._terminal = pty.fork()
        if self.child == 0:
            os.execve(sys.executable, [sys.executable, *words], environ)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.child:
            os.kill(self.child, signal.SIGKILL)
            os.waitpid(self.child, 0)
            self.child = 0
        os.close(self._terminal)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        seen, self._unseen = self._unseen, b""
        self._stream.feed(seen)
        return "\n".join(self.screen.display)

    def sees(self, words: str, patience: float = PATIENCE) -> float:
        """Wait until the words stand on the screen; the seconds since the start. Raises TimeoutError."""
        end = perf_counter() + patience
        while words not in self.text:
            if perf_counter() > end:
                raise TimeoutError(f"{words!r} never came:\n{self.text}")
            self._read(0.1)
        return perf_counter() - self.begun

    def paints(self, words: bytes) -> float:
        """Wait until the words come in one piece; the seconds since the start. Raises TimeoutError."""
        while words not in self._unseen:
            if perf_counter() - self.begun > PATIENCE:
                raise TimeoutError(f"{words!r} never came:\n{self.text}")
            self._read(0.1)
        return perf_counter() - self.begun

    def sends(self, keys: bytes) -> None:
        """Type without waiting for anything."""
        os.write(self._terminal, keys)

    def press(self, key: bytes) -> Answer:
        """Type one key; wait for its first frame and then for quiet. Raises TimeoutError."""
        before, begun = self.sent, perf_counter()
        os.write(self._terminal, key)
        seen = b""
        while FRAME_ENDS not in seen:
            if perf_counter() - begun > PATIENCE:
                raise TimeoutError(f"{key!r} was never answered:\n{self.text}")
            seen += self._read(0.1)
        took = perf_counter() - begun
        self.settle()
        return Answer(took, self.sent - before)

    def settle(self, quiet: float = QUIET) -> None:
        """Read until nothing came for so many seconds."""
        while self._read(quiet):
            pass

    def watch(self, seconds: float) -> int:
        """Read for so long; how many bytes came."""
        before, end = self.sent, perf_counter() + seconds
        while (left := end - perf_counter()) > 0:
            self._read(left)
        return self.sent - before

    def leave(self, key: bytes = b"\x11") -> float:
        """Type the key that quits; the seconds until the process is gone. Raises TimeoutError."""
        begun = perf_counter()
        os.write(self._terminal, key)
        while not os.waitpid(self.child, os.WNOHANG)[0]:
            if perf_counter() - begun > PATIENCE:
                raise TimeoutError(f"it never ended:\n{self.text}")
            self._read(0.002)
        self.child = 0
        return perf_counter() - begun

    @property
    def use(self) -> Use:
        """Processor time and voluntary waits of all its threads."""
        fields = Path(f"/proc/{self.child}/stat").read_text().rpartition(")")[2].split()
        woken = 0
        for status in Path(f"/proc/{self.child}/task").glob("*/status"):
            woken += _field(status, "voluntary_ctxt_switches")
        return Use((int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), woken)

    @property
    def memory(self) -> float:
        """Resident memory in MiB."""
        return _field(Path(f"/proc/{self.child}/status"), "VmRSS") / 1024

    @property
    def most_memory(self) -> float:
        """The most resident memory it ever had, in MiB."""
        return _field(Path(f"/proc/{self.child}/status"), "VmHWM") / 1024

    def _read(self, patience: float) -> bytes:
        if not select.select([self._terminal], [], [], patience)[0]:
            return b""
        try:
            seen = os.read(self._terminal, 1 << 16)
        except OSError:  # Linux says so when the program has closed its end
            return b""
        if SYNC_ASKED in seen:
            os.write(self._terminal, SYNC_YES)
        self.sent += len(seen)
        self._unseen += seen
        return seen


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty passes."""
    return quantiles(values, n=20)[-1]


def say(what: str, figure: str, *, kept: bool | None = None, must: str = "", goal: str = "") -> bool:
    """Write one line of a table; whether a must was missed."""
    said = f"must {must}{', goal ' + goal if goal else ''}  {'ok' if kept else 'MISSED'}" if must else ""
    sys.stdout.write(f"{what:<34} {figure:<34} {said}\n".rstrip() + "\n")
    sys.stdout.flush()
    return kept is False


def prepared(home: Path, count: int = 0) -> Path:
    """A home that has seen the welcome, with a journal of so many entries when there are to be any."""
    from datetime import datetime

    from tests.benchmarks.corpus import write

    home.mkdir()
    (home / "settings.toml").write_text("seen_welcome = true\n")
    if count:
        write(home / "journal.json", count, datetime.now().astimezone())
    return home


def _field(status: Path, name: str) -> int:
    try:
        lines = status.read_text().splitlines()
    except FileNotFoundError:  # a thread that just ended
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))
