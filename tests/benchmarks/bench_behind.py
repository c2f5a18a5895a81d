"""A letter while something goes on behind it: ten years being read, months being closed, a slip being saved.

Run `python tests/benchmarks/bench_behind.py [ROUNDS]`. Letters are typed into the reframe from the first picture on,
each as soon as the one before is answered; while months close with pauses, in which that goes on; and again right after
a slip was parked. There is no must: what one feels is the worst letter. Each round begins with a fresh copy, for months
are closed once.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS
from tests.benchmarks.program import RECALIBRATE, Answer, Program, p95, prepared, say

ROUNDS = 3
WHILE_LOADING, WHILE_CLOSING, WHILE_SAVING = 1.5, 9.0, 1.5
"""Seconds of typing."""

PAUSE = 0.25
"""Seconds between two letters while months close, which begins again when no key came for a moment."""

GOAL = 33
"""Milliseconds of the worst letter."""


def main() -> int:
    """Measure and write the table."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    typed: dict[str, list[Answer]] = {"read": [], "months close": [], "a slip is saved": []}
    with tempfile.TemporaryDirectory() as folder:
        made = prepared(Path(folder, "made"), TEN_YEARS)
        for number in range(rounds):
            home = Path(folder, str(number))
            shutil.copytree(made, home)
            with Program(RECALIBRATE, home) as program:
                begin(program)
                typed["read"] += letters(program, WHILE_LOADING)
                typed["months close"] += letters(program, WHILE_CLOSING, PAUSE)
                program.sends(b"\x13")  # parks it
                program.sees("notice a slip")
                begin(program)
                typed["a slip is saved"] += letters(program, WHILE_SAVING)
    for what, answers in typed.items():
        took = [each.seconds * 1000 for each in answers]
        figure = f"median {median(took):.1f}, p95 {p95(took):.1f}, worst {max(took):.0f} ms of {len(took)} letters"
        say(f"while {what}", figure, goal=f"worst {GOAL}")
    return 0


def begin(program: Program) -> None:
    """Open the reframe."""
    program.sees("notice a slip")
    program.sends(b"n")
    program.sees("What happened?")


def letters(program: Program, seconds: float, pause: float = 0) -> list[Answer]:
    """Type one letter after the other for so long."""
    end = perf_counter() + seconds
    answers = []
    while perf_counter() < end:
        program.watch(pause)
        answers.append(program.press(b"a" if len(answers) % 12 else b" "))
    return answers


if __name__ == "__main__":
    raise SystemExit(main())
