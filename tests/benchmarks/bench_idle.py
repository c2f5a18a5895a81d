"""What the app does while nobody types: processor time, wake-ups, bytes; against the smallest Textual app.

Run `python tests/benchmarks/bench_idle.py [SECONDS]`. The programs are watched side by side, when all is loaded.
Exit 1 when something misses what it must keep.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import sleep

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS
from tests.benchmarks.program import RECALIBRATE, SMALLEST, Program, prepared, say

SECONDS = 20
ALL_IS_LOADED = 5
MARGIN = 1.1
"""Two runs of the same program differ by a tenth."""


def main() -> int:
    """Measure, write the table, and say by the exit status whether everything is kept."""
    seconds = int(sys.argv[1]) if sys.argv[1:] else SECONDS
    with tempfile.TemporaryDirectory() as folder:
        empty, long = prepared(Path(folder, "empty")), prepared(Path(folder, "long"), TEN_YEARS)
        with (
            Program(("-c", SMALLEST), empty) as smallest,
            Program(RECALIBRATE, empty) as ours,
            Program(RECALIBRATE, long) as full,
        ):
            programs = {"smallest": smallest, "Today, empty": ours, "the journal, 36,500": full}
            smallest.sees("Hello, world")
            ours.sees("notice a slip")
            full.sees("notice a slip")
            full.sends(b"j")
            full.sees("36500 entries")
            for program in programs.values():
                program.watch(ALL_IS_LOADED)
            before = {name: (program.use, program.sent) for name, program in programs.items()}
            sleep(seconds)
            figures: dict[str, tuple[float, float, float]] = {}
            for name, program in programs.items():
                (used, waits), sent = before[name]
                program.settle()
                now = program.use
                spent = ((now.seconds - used) / seconds * 100, (now.woken - waits) / seconds)
                figures[name] = (*spent, (program.sent - sent) / seconds)
        cpu, woken, _ = figures.pop("smallest")
        say("smallest", f"{cpu:.2f} % of a core, {woken:.1f} wake-ups/s")
        missed = False
        for name, (ours_cpu, ours_woken, rate) in figures.items():
            kept = ours_cpu <= cpu * MARGIN + 0.1  # a tenth of a percent is two ticks of the clock
            missed |= say(name, f"{ours_cpu:.2f} % of a core", kept=kept, must="the smallest's")
            missed |= say("", f"{ours_woken:.1f} wake-ups/s", kept=ours_woken <= woken * MARGIN, must="the smallest's")
            missed |= say("", f"{rate:.0f} bytes/s", kept=not rate, must="0")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
