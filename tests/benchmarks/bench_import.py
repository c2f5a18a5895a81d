"""Importing ten years: 36,500 entries from CSV and from our own JSON into a new journal.

Run `python tests/benchmarks/bench_import.py` with the Python that recalibrate is installed in. Exit 1 when an import
takes more processor time than it must.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from statistics import median

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.benchmarks.corpus import TEN_YEARS, write

ROUNDS = 3
MUST, GOAL = 3.0, 1.5
"""Seconds of processor time on a machine whose bare interpreter takes some 16 ms of it."""


def main() -> int:
    """Measure, print the table, and say by the exit status whether everything is kept."""
    spent: dict[str, list[float]] = {"csv": [], "json": []}
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder) / "journal.json", TEN_YEARS, datetime.now().astimezone())
        for form in spent:
            run(folder, "export", "--format", form, "-o", f"{folder}/all.{form}")
        for number in range(ROUNDS):
            for form, seconds in spent.items():
                seconds.append(run(f"{folder}/{form}{number}", "import", f"{folder}/all.{form}"))
    for form, seconds in spent.items():
        verdict = "goal" if median(seconds) <= GOAL else "ok" if median(seconds) <= MUST else "MISSED"
        sys.stdout.write(f"{form:<5} {median(seconds):5.2f} s  must {MUST}, goal {GOAL}  {verdict}\n")
    return int(any(median(seconds) > MUST for seconds in spent.values()))


def run(home: str, *words: str) -> float:
    """The processor time of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environ = {**os.environ, "RECALIBRATE_HOME": home}
    subprocess.run([sys.executable, "-m", "recalibrate", *words], env=environ, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
