"""Resident memory of the running app: at the start, at 36,500 entries, and over 2,000 changes of the screen.

Run `python tests/benchmarks/bench_memory.py [CHANGES]`; some minutes at 2,000. Journal, reframe, look back, keys,
settings and palette are opened and left, over and over, in the real program. Exit 1 when something misses what it
must keep: memory is flat when the last quarter of the changes takes no more than 2 MiB.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS
from tests.benchmarks.program import RECALIBRATE, SMALLEST, Program, prepared, say

CHANGES = 2000
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
        missed = False
        for name, home in (("empty", empty), ("36,500", long)):
            with Program(RECALIBRATE, home) as program:
                program.sees("notice a slip")
                begun = program.memory
                say(f"first screen, {name}", f"{begun:.0f} MiB, {begun / least:.2f} x the smallest")
                settled = changed(program, changes - changes // 4)
                changed(program, changes // 4)
                after = program.memory
            grown = f"{after:.0f} MiB, {after - settled:+.1f} in the last quarter"
            missed |= say(f"after {changes} changes, {name}", grown, kept=after - settled <= FLAT, must=f"{FLAT}")
        missed |= say("the same", f"{after:.0f} MiB at 36,500", kept=after <= MOST, must=f"{MOST}")
    return int(missed)


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
