"""One key in a real terminal: `j` at 36,500 entries, typing in the reframe, a search; against Textual's own widgets.

Run `python tests/benchmarks/bench_keys.py [KEYS]`. A key's time is from its being written to the end of its first
frame, its bytes are all that comes until the terminal is quiet again; bytes are what counts over a slow link. The
programs run side by side and take turns key by key. Exit 1 when something misses what it must keep.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS
from tests.benchmarks.program import LIST, RECALIBRATE, TEXT, Answer, Program, p95, prepared, say

KEYS = 240
TYPED = "I answered before I had read it to its end. "
SEARCHES = ("folder", "lunch is:parked", "wrong figure")
MOST_BYTES = 1000
QUIET_AFTER_INDEX = 1.5
"""Seconds without output by which the journal has read and indexed everything."""


def main() -> int:
    """Measure, write the table, and say by the exit status whether everything is kept."""
    count = int(sys.argv[1]) if sys.argv[1:] else KEYS
    missed = False
    with tempfile.TemporaryDirectory() as folder:
        empty, long = prepared(Path(folder, "empty")), prepared(Path(folder, "long"), TEN_YEARS)
        with Program(("-c", LIST), empty) as plain, Program(RECALIBRATE, long) as ours:
            plain.sees("Entry number")
            in_the_journal(ours)
            theirs, steps = by_turns(plain, [b"\x1b[B"] * count, ours, [b"j"] * count)
            missed |= compared("j at 36,500", steps, theirs, must=1.0, goal=0.35)
            missed |= searched(ours)
        with Program(("-c", TEXT), empty) as plain, Program(RECALIBRATE, empty) as ours:
            plain.sees("Write here")
            ours.sees("notice a slip")
            ours.sends(b"n")
            ours.sees("What happened?")
            ours.settle(0.5)
            keys = [letter.encode() for letter in (TYPED * count)[:count]]
            theirs, typed = by_turns(plain, keys, ours, keys)
            missed |= compared("a letter in the reframe", typed, theirs, must=1.2, goal=0.95)
    return int(missed)


def in_the_journal(program: Program) -> None:
    """Open the journal and wait until it is read and indexed."""
    program.sees("notice a slip")
    program.settle(QUIET_AFTER_INDEX)
    program.sends(b"j")
    program.sees("36500 entries")
    program.sends(b"/xyzzy")
    while "so far" in program.text or "0 of 36500" not in program.text:
        program.watch(0.2)
    program.sends(b"\x15\r")
    program.sees("36500 entries")
    program.settle(QUIET_AFTER_INDEX)


def by_turns(
    one: Program, keys: Sequence[bytes], other: Program, others: Sequence[bytes]
) -> tuple[list[Answer], list[Answer]]:
    """Press the keys in the two programs, one here and one there."""
    pressed = [(one.press(key), other.press(another)) for key, another in zip(keys, others, strict=True)]
    return [first for first, _ in pressed], [second for _, second in pressed]


def compared(what: str, ours: Sequence[Answer], theirs: Sequence[Answer], *, must: float, goal: float) -> bool:
    """Write the ratios of the two programs, and what ours sends; whether something was missed."""
    missed = False
    for name, of in (("median", median), ("p95", p95)):
        mine, other = of([each.seconds for each in ours]), of([each.seconds for each in theirs])
        figure = f"{mine / other:.2f} x ({mine * 1000:.1f} / {other * 1000:.1f} ms)"
        missed |= say(f"{what}, {name}", figure, kept=mine / other <= must, must=f"{must}", goal=f"{goal}")
    sent = [each.sent for each in ours]
    figure = f"median {median(sent):.0f}, mean {mean(sent):.0f} (theirs {median(each.sent for each in theirs):.0f})"
    missed |= say(f"{what}, bytes", figure, kept=mean(sent) <= MOST_BYTES, must="mean 1000", goal="400")
    return missed


def searched(program: Program) -> bool:
    """Type searches letter by letter in the journal; whether their median is too slow."""
    answers = []
    for typed in SEARCHES:
        program.sends(b"/")
        program.settle(0.3)
        answers += [program.press(letter.encode()) for letter in typed]
        program.sends(b"\x15")
        program.settle(0.5)
    took = [each.seconds * 1000 for each in answers]
    figure = f"median {median(took):.1f} ms, p95 {p95(took):.1f} ms"
    return say("search key to result at 36,500", figure, kept=median(took) <= 50, must="median 50", goal="p95 33")


if __name__ == "__main__":
    raise SystemExit(main())
