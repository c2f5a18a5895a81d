"""Shell commands at 1,000 and 36,500 entries, as ratios to `python -c pass` in the same interleaved rounds.

Run `python tests/benchmarks/bench_shell.py [ROUNDS]` with the Python that recalibrate is installed in. Exit 1 when a
command misses what it must keep.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median
from time import perf_counter

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS, write

SIZES = (1_000, TEN_YEARS)
ROUNDS = 9


@dataclass
class Timed:
    """One command line at one size; `must` and `goal` are times the bare interpreter."""

    words: tuple[str, ...]
    entries: int
    must: float
    goal: float
    ms: list[float] = field(default_factory=list)


def commands() -> list[Timed]:
    """In the order in which they run: a prompt right after a slip, too."""
    small, large = SIZES
    return [
        Timed(("--version",), small, 2.5, 2),
        Timed(("when", "next", "fri"), small, 6, 5),
        Timed(("slip", "one more"), small, 6, 3.5),
        Timed(("due", "--short"), small, 3.5, 2),
        Timed(("slip", "one more"), large, 40, 3.5),
        Timed(("due", "--short"), large, 3.5, 2),
        Timed(("list", "--limit", "10"), large, 25, 3),
        Timed(("list", "zebra"), large, 25, 3),
        Timed(("list", "after:yesterday"), large, 25, 3),
        Timed(("list", "state:due"), large, 25, 3),
        Timed(("list", "--limit", "10", "situation:lunch"), large, 25, 3),
    ]


def main() -> int:
    """Measure, print the table, and say by the exit status whether everything is kept."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    timed = commands()
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        for entries in SIZES:
            write(Path(folder) / str(entries) / "journal.json", entries, datetime.now().astimezone())
        for number in range(rounds + 1):
            floor = milliseconds(["-c", "pass"], folder)
            bare += [floor] if number else []  # the first round only warms up
            for each in timed:
                took = milliseconds(["-m", "recalibrate", *each.words], f"{folder}/{each.entries}")
                each.ms += [took] if number else []
    sys.stdout.write(f"bare interpreter {median(bare):.1f} ms; all else as times that, medians of {rounds} rounds\n")
    for each in timed:
        ratio = median(each.ms) / median(bare)
        verdict = "goal" if ratio <= each.goal else "ok" if ratio <= each.must else "MISSED"
        words = " ".join(each.words)
        kept = f"must {each.must}, goal {each.goal}  {verdict}"
        sys.stdout.write(f"{words:<32} {each.entries:>6,}  {ratio:6.2f}  {kept}\n")
    return int(any(median(each.ms) > each.must * median(bare) for each in timed))


def milliseconds(words: list[str], home: str) -> float:
    """Of one process from its start to its end."""
    environ = {**os.environ, "RECALIBRATE_HOME": home}
    nothing = subprocess.DEVNULL
    begun = perf_counter()
    subprocess.run([sys.executable, *words], env=environ, stdin=nothing, stdout=nothing, check=True)
    return (perf_counter() - begun) * 1000


if __name__ == "__main__":
    raise SystemExit(main())
