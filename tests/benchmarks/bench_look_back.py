"""The whole look-back against loading what it counts: 36,500 entries, taking turns in one run.

Run `python tests/benchmarks/bench_look_back.py`. Loading is opening the file and reading every record once; the
look-back is every section of the running month, and beside it the closing of one month. Exit 1 when the median
look-back takes longer than the median load.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from recalibrate.domain.demo import demo_year
from recalibrate.domain.look_back import SECTIONS, Month, Notebook
from recalibrate.domain.look_back.closing import close_month, pages_of
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Decision, Experiment
from recalibrate.domain.records.record import Record, new_id
from recalibrate.store.journal import Journal
from recalibrate.store.notebook import notebook_of
from tests.builders import NOW, FixedClock

Made = TypeVar("Made")

ENTRIES = 36_500
YEARS = 10
ROUNDS = 7


def main() -> int:
    """Measure, write the medians and their ratio, and say by the exit status whether the goal is met."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.json"
        Journal.open(path, FixedClock()).put(*many_years())
        loads: list[float] = []
        looks: list[float] = []
        closings: list[float] = []
        for _ in range(ROUNDS):
            gc.collect()
            notebook = timed(loads, loaded, path)
            gc.collect()
            timed(looks, look_back, notebook)
            timed(closings, close_month, notebook, Month.of(NOW.date()).later(-1), (), NOW)
    counts = f"{len(notebook.entries):,} entries, {len(notebook.experiments):,} experiments"
    sys.stdout.write(f"{counts}, medians of {ROUNDS}\n")
    for name, times in (("load", loads), ("look back", looks), ("close a month", closings)):
        share = median(times) / median(loads)
        sys.stdout.write(f"{name:<14} {median(times) * 1000:8.0f} ms   {share:5.2f} of the load\n")
    return 0 if median(looks) < median(loads) else 1


def timed(times: list[float], work: Callable[..., Made], *arguments: Any) -> Made:
    """Do it, note how long it took, and hand on what came of it."""
    start = perf_counter()
    made = work(*arguments)
    times.append(perf_counter() - start)
    return made


def loaded(path: Path) -> Notebook:
    """The file opened, and every record in it read once."""
    return notebook_of(Journal.open(path, FixedClock()))


def look_back(notebook: Notebook) -> int:
    """Count out every section, as a user who looks at all of them would."""
    today = NOW.date()
    return sum(len(pages_of(section, notebook, Month.of(today), today)) for section in SECTIONS)


def many_years() -> list[Record]:
    """The made-up year again and again over ten years, until there are enough entries."""
    random = Random(3)
    year = demo_year(NOW)
    records: list[Record] = list(year)
    entries = [each for each in year if isinstance(each, Entry)]
    rounds = [each for each in year if isinstance(each, Experiment)]
    count = len(entries)
    while count < ENTRIES:
        back = timedelta(days=random.randrange(1, 365 * YEARS - 360))
        moved = {each.id: new_id() for each in (*entries, *rounds)}
        taken = entries[: ENTRIES - count]
        count += len(taken)
        records += [entry_moved(each, back, moved[each.id]) for each in taken]
        # an experiment for every twentieth entry or so, which is more than three at a time allow
        chosen = random.sample(rounds, 6)
        records += [experiment_moved(each, back, moved) for each in chosen if each.decision and not each.root_id]
    return records


def entry_moved(entry: Entry, back: timedelta, id: str) -> Entry:
    """The same slip, earlier."""
    return replace(
        entry,
        id=id,
        happened_at=earlier(entry.happened_at, back),
        reframed_at=earlier(entry.reframed_at, back),
        created_at=entry.created_at - back,
    )


def experiment_moved(each: Experiment, back: timedelta, ids: dict[str, str]) -> Experiment:
    """The same experiment, earlier, from the slip that moved with it."""
    decision: Decision | None = each.decision and replace(each.decision, decided_at=each.decision.decided_at - back)
    return replace(
        each,
        id=ids[each.id],
        entry_id=ids.get(each.entry_id or ""),
        started_at=earlier(each.started_at, back),
        deadline=each.deadline and each.deadline - back,
        decision=decision,
        check_back=None,
        created_at=each.created_at - back,
    )


def earlier(moment: datetime | None, back: timedelta) -> datetime | None:
    """The moment so much earlier."""
    return moment and moment - back


if __name__ == "__main__":
    sys.exit(main())
