"""Start to answered key in a real terminal: empty and at 36,500 entries, as ratios to the smallest Textual app.

Run `python tests/benchmarks/bench_start.py [ROUNDS]` with the Python that recalibrate is installed in. The programs
take turns; a key is sent as soon as the first screen stands, and its answer ends the time. "Rows" waits for what
is read from the journal to stand on the screen instead. Bytes are those of the first screen, before a key. Exit 1
when something misses what it must keep.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS
from tests.benchmarks.program import RECALIBRATE, SMALLEST, Program, prepared, say

ROUNDS = 7
PROGRAMS = {
    "smallest": (("-c", SMALLEST), "empty", b"Hello, world", b"a", b"answered"),
    "empty": (RECALIBRATE, "empty", b"notice a slip", b"?", b"Keys:"),
    "36,500": (RECALIBRATE, "long", b"notice a slip", b"?", b"Keys:"),
    "36,500 rows": (RECALIBRATE, "long", b"Waits", b"", b""),
}
"""Arguments, home, what shows that the screen stands, the key, and what shows its answer."""

STARTS = {"empty": (1.25, 1.0), "36,500": (1.4, 1.03), "36,500 rows": (None, None)}
"""Must and goal, as times the smallest app."""

MOST_BYTES, WANTED_BYTES = "24", "12"
"""Must and goal of the first screen, in KB."""


def main() -> int:
    """Measure, write the table, and say by the exit status whether everything is kept."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    times: dict[str, list[float]] = defaultdict(list)
    sent: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        homes = {"empty": prepared(Path(folder, "empty")), "long": prepared(Path(folder, "long"), TEN_YEARS)}
        for number in range(rounds + 1):
            for name, (words, home, stands, key, answer) in PROGRAMS.items():
                took, painted = started(words, homes[home], stands, key, answer)
                if number:  # the first round only warms up
                    times[name].append(took)
                    sent[name].append(painted / 1000)
    smallest = median(times["smallest"])
    say("the smallest app", f"{smallest * 1000:.0f} ms; medians of {rounds} rounds")
    missed = False
    for name, (must, goal) in STARTS.items():
        ratio = median(times[name]) / smallest
        kept = None if must is None else ratio <= must
        missed |= say(f"start, {name}", f"{ratio:.2f} x the smallest", kept=kept, must=str(must or ""), goal=str(goal))
    for name in ("empty", "36,500"):
        size = median(sent[name])
        kept = size <= float(MOST_BYTES)
        missed |= say(f"first screen, {name}", f"{size:.1f} KB", kept=kept, must=MOST_BYTES, goal=WANTED_BYTES)
    return int(missed)


def started(words: tuple[str, ...], home: Path, stands: bytes, key: bytes, answer: bytes) -> tuple[float, int]:
    """Seconds from the start of a program to the answer to its first key, and bytes until the key."""
    with Program(words, home) as program:
        took = program.paints(stands)
        painted = program.sent
        if key:
            program.sends(key)
            took = program.paints(answer)
        return took, painted


if __name__ == "__main__":
    raise SystemExit(main())
