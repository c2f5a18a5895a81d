"""Keys typed before the app stands, and the time until it is gone again.

Run `python tests/benchmarks/bench_first_and_last.py [ROUNDS]`. "Typed ahead" opens the reframe, writes into its first
field and goes on with Enter, all in one go, at several moments after the start. Leaving is timed from its key to the
end of the process, in turns with the smallest Textual app. Exit 1 when something misses what it must keep.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import sleep

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS
from tests.benchmarks.program import RECALIBRATE, SMALLEST, Program, prepared, say

ROUNDS = 5
MOMENTS = (0.0, 0.05, 0.1, 0.15, 0.2, 0.3)
"""Seconds after the start."""

WORDS = "I answered before I had read it."
ASKED_NEXT = "How much did it sting?"


def main() -> int:
    """Measure, write the table, and say by the exit status whether everything is kept."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        homes = {"empty": prepared(Path(folder, "empty")), "36,500": prepared(Path(folder, "long"), TEN_YEARS)}
        missed = False
        for name, home in homes.items():
            heard = [typed_ahead(home, moment) for moment in MOMENTS]
            words = sum(words for words, _ in heard)
            late = [moment for moment, (_, enter) in zip(MOMENTS, heard, strict=True) if not enter]
            enters = ", ".join(f"{moment * 1000:.0f} ms" for moment in late)
            figure = f"{words} of {len(heard)} whole; Enter a new line at: {enters or 'never'}"
            missed |= say(f"typed ahead, {name}", figure, kept=words == len(heard), must="all", goal="never")
        times = defaultdict(list)
        for _ in range(rounds):
            times["the smallest"].append(left(("-c", SMALLEST), homes["empty"], "Hello, world"))
            times["empty"].append(left(RECALIBRATE, homes["empty"], "notice a slip"))
            times["after journal and reframe"].append(left(RECALIBRATE, homes["36,500"], "notice a slip", much=True))
        smallest = median(times.pop("the smallest"))
        say("leaving the smallest app", f"{smallest * 1000:.0f} ms")
        for name, took in times.items():
            ratio = median(took) / smallest
            missed |= say(f"leaving, {name}", f"{ratio:.2f} x", kept=ratio <= 1, must="1.0", goal="0.5")
    return int(missed)


def typed_ahead(home: Path, moment: float) -> tuple[bool, bool]:
    """Whether the words are in the first field, and whether Enter went on from it."""
    for draft in (home / "drafts").glob("*"):
        draft.unlink()
    with Program(RECALIBRATE, home) as program:
        sleep(moment)
        program.sends(b"n" + WORDS.encode() + b"\r")
        program.sees(ASKED_NEXT)
        program.settle(0.7)
        line = next((number for number, shown in enumerate(program.text.splitlines()) if WORDS in shown), None)
        return line is not None, line is not None and program.screen.cursor.y > line + 1


def left(words: tuple[str, ...], home: Path, stands: str, *, much: bool = False) -> float:
    """Seconds from the key that quits to the end."""
    with Program(words, home) as program:
        program.sees(stands)
        program.settle(0.5)
        if much:
            for key, shows in ((b"j", "36500 entries"), (b"n", "What happened?")):
                program.sends(key)
                program.sees(shows)
                program.watch(2)
                program.sends(b"\x1b")
                while shows in program.text:
                    program.watch(0.05)
        return program.leave()


if __name__ == "__main__":
    raise SystemExit(main())
