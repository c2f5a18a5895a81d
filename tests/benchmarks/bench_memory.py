"""Resident memory of the running app at 36,500 entries: at the start, and through a thousand changes of the screen.

Run `python tests/benchmarks/bench_memory.py [CHANGES]`; 800 take some three minutes. Journal, reframe, look back,
keys, settings and palette are opened and left, over and over, in the real program, and the journal is searched once
its index is whole. What is held to 200 MiB is the most that the process ever had (VmHWM); memory is flat when the
last quarter of the changes takes no more than 2 MiB. The corpus has twice the bytes that ten years usually have.
Exit 1 when something misses what it must keep.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS
from tests.benchmarks.program import RECALIBRATE, SMALLEST, Program, prepared, say

CHANGES = 800
DOORS = {b"j": "/ search", b"n": "What happened?", b"l": "Year", b"?": "Keys: Today", b"s": "The week starts on",
         b"\x10": "Search for"}  # fmt: skip
"""A key on Today, and what shows that its screen stands."""

MOST, FLAT = 200, 2.0
"""MiB: the must at 36,500 entries, and what may be added when everything has been open often."""


def main() -> int:
    """Measure, write the table, and say by the exit status whether everything is kept."""
    changes = int(sys.argv[1]) if sys.argv[1:] else CHANGES
    with tempfile.TemporaryDirectory() as folder:
        empty, long = prepared(Path(folder, "empty")), prepared(Path(folder, "long"), TEN_YEARS)
        with Program(("-c", SMALLEST), empty) as smallest:
            smallest.sees("Hello, world")
            smallest.settle(1)
            least = smallest.memory
        with Program(RECALIBRATE, long) as program:
            program.sees("notice a slip")
            begun = program.memory
            say("first screen", f"{begun:.0f} MiB, {begun / least:.2f} x the smallest app")
            program.settle(2)
            say("everything read", f"{program.memory:.0f} MiB, at most {program.most_memory:.0f}")
            searched(program)
            say("the journal indexed and searched", f"{program.memory:.0f} MiB, at most {program.most_memory:.0f}")
            settled = changed(program, changes - changes // 4)
            after, most = changed(program, changes // 4), program.most_memory
    grown = f"{after:.0f} MiB, {after - settled:+.1f} in the last quarter"
    missed = say(f"after {changes} changes", grown, kept=after - settled <= FLAT, must=f"{FLAT}")
    missed |= say("the most it ever had", f"{most:.0f} MiB", kept=most <= MOST, must=f"{MOST}")
    return int(missed)


def searched(program: Program) -> None:
    """Open the journal, search it until every entry is in the index, and leave it."""
    program.sends(b"j")
    program.sees("36500 entries")
    program.sends(b"/xyzzy")
    while "so far" in program.text or "0 of 36500" not in program.text:
        program.watch(0.2)
    program.sends(b"\x15lunch\r")
    program.settle(1)
    program.sends(b"\x1b")
    while "lunch" in program.text or "notice a slip" not in program.text:
        program.watch(0.2)
        program.sends(b"\x1b")
    program.settle(1)


def changed(program: Program, changes: int) -> float:
    """Open and leave one screen after the other; the memory afterwards."""
    done = 0
    while done < changes:
        for key, shows in DOORS.items():
            program.sends(key)
            program.sees(shows)
            program.sends(b"\x1b")
            while shows in program.text:
                program.watch(0.03)
            done += 2
    program.settle(1)
    return program.memory


if __name__ == "__main__":
    raise SystemExit(main())
