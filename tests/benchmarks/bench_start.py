"""Start to answered key in a real terminal: empty and at 36,500 entries, as ratios to the smallest Textual app.

Run `python tests/benchmarks/bench_start.py [ROUNDS]` with the Python that recalibrate is installed in. The programs
take turns; a key is sent as soon as the first screen stands, and its answer ends the time. "Rows" waits for what
is read from the journal to stand on the screen instead. Exit 1 when a start misses what it must keep.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS, write

ROUNDS = 7
PATIENCE = 30.0
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
APP = ["-m", "recalibrate"]
PROGRAMS = {
    "smallest": (["-c", SMALLEST], "", b"Hello, world", b"a", b"answered"),
    "empty": (APP, "empty", b"notice a slip", b"?", b"Keys:"),
    "36,500": (APP, "long", b"notice a slip", b"?", b"Keys:"),
    "36,500 rows": (APP, "long", b"notice a slip", b"", b"Waits"),
}
"""Arguments, home, what shows that the screen stands, the key, and what shows its answer."""

GOALS = {"empty": (1.25, 1.0), "36,500": (1.4, 1.03), "36,500 rows": (None, None)}


def main() -> int:
    """Measure, print the table, and say by the exit status whether everything is kept."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    times: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for home in ("empty", "long"):
            (Path(folder) / home).mkdir()
            (Path(folder) / home / "settings.toml").write_text("seen_welcome = true\n")
        write(Path(folder) / "long" / "journal.json", TEN_YEARS, datetime.now().astimezone())
        for number in range(rounds + 1):
            for name, (words, home, stands, key, answer) in PROGRAMS.items():
                took = seconds(words, f"{folder}/{home}", stands, key, answer)
                times[name] += [took] if number else []  # the first round only warms up
    smallest = median(times["smallest"])
    sys.stdout.write(f"the smallest app: {smallest * 1000:.0f} ms; medians of {rounds} rounds as times that\n")
    missed = False
    for name, (must, goal) in GOALS.items():
        ratio = median(times[name]) / smallest
        missed |= must is not None and ratio > must
        kept = f"must {must}, goal {goal}  {'ok' if ratio <= must else 'MISSED'}" if must else ""
        sys.stdout.write(f"{name:<12} {ratio:5.2f}  {kept}\n")
    return int(missed)


def seconds(words: list[str], home: str, stands: bytes, key: bytes, answer: bytes) -> float:
    """From the start of a program to the answer to its first key."""
    environ = {**os.environ, "TERM": "xterm-256color", "RECALIBRATE_HOME": home}
    begun = perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(sys.executable, [sys.executable, *words], environ)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        _until(terminal, stands, begun)
        os.write(terminal, key)
        _until(terminal, answer, begun)
        return perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _until(terminal: int, wanted: bytes, begun: float) -> None:
    """Read what is painted until the words stand in it; styles between words do not count. Raises TimeoutError."""
    seen = b""
    while wanted not in seen:
        if perf_counter() - begun > PATIENCE:
            raise TimeoutError(f"{wanted!r} never came")
        if select.select([terminal], [], [], 0.1)[0]:
            seen += os.read(terminal, 1 << 16)


if __name__ == "__main__":
    raise SystemExit(main())
