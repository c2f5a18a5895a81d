"""The journal's screen at 100, 10,000 and 36,500 entries: opening, `j`, search keys and saves.

Run `python -m tests.benchmarks.bench_journal`. Each size is a file on disk opened afresh in an app without a
terminal; the sizes take turns, so that the ratios hold on a machine whose speed drifts. `j` and search keys count this
thread's processor time, since nothing in them waits. Exit 1 when `j` at the
largest size takes more than one and a half times what it takes at the smallest.
"""

from __future__ import annotations

import asyncio
import gc
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, thread_time

from textual.strip import Strip

from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.journaling.journal import JournalScreen
from recalibrate.ui.session import Session
from tests.benchmarks.bench_search import NOW, SIZES, TYPED, made_up

ROUNDS = 2
KEYS = 100
WINDOW = (120, 40)

Times = defaultdict[tuple[str, int], list[float]]


def main() -> int:
    """Measure, write a table, and say by the exit status whether `j` costs the same at every size."""
    times: Times = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            fill(Path(folder) / f"{size}.json", size)
        for _ in range(ROUNDS):
            for size in SIZES:
                asyncio.run(use(Path(folder) / f"{size}.json", size, times))
                gc.collect()
    report(times)
    largest, smallest = (median(times["j", size]) for size in (SIZES[-1], SIZES[0]))
    return 0 if largest <= 1.5 * smallest else 1


def fill(path: Path, size: int) -> None:
    """A journal of so many entries on disk."""
    entries, context = made_up(size)
    journal = Journal.open(path, lambda: NOW)
    names = [Situation(id=id, name=name) for id, name in context.situations.items()]
    people = [Person(id=id, alias=alias) for id, alias in context.people.items()]
    experiments = [each for rounds in context.experiments.values() for each in rounds]
    journal.put(*names, *people, *entries, *experiments)


async def use(path: Path, size: int, times: Times) -> None:
    """Open the journal as a person would, move, search, save."""
    journal = Journal.open(path, lambda: NOW)
    session = Session(journal, Drafts(None), Settings(seen_welcome=True), lambda: NOW)
    app = RecalibrateApp(session)
    async with app.run_test(size=WINDOW):
        with timed(times["open", size]):
            screen = JournalScreen(session)
            await app.push_screen(screen)
            drawn(screen)
        with timed(times["index ready", size]):
            await ready(screen)
        await app.pop_screen()
        with timed(times["open again", size]):
            screen = JournalScreen(session)
            await app.push_screen(screen)
            drawn(screen)
        await ready(screen)
        await keys(screen, times["j", size], times["j, scrolling", size])
        with timed(times["G", size]):
            screen.rows.action_end_of_list(False)
            drawn(screen)
        with timed(times["story", size]):
            screen.show_story()
        await searches(screen, times["search key", size])
        await saves(screen, session, times["save", size], times["shown after a save", size])


async def keys(screen: JournalScreen, steps: list[float], scrolls: list[float]) -> None:
    """Press j: two lines change, and at the foot of the window all of them."""
    rows = screen.rows
    rows.action_end_of_list(True)
    for _ in range(KEYS):
        before, top = rows.cursor, rows.scroll_offset.y
        begun = thread_time()
        rows.action_move(1)
        scrolled = rows.scroll_offset.y != top
        places = range(rows.size.height) if scrolled else (before - top, rows.cursor - top)
        for place in places:
            rows.render_line(place)
        (scrolls if scrolled else steps).append((thread_time() - begun) * 1000)
        await asyncio.sleep(0)
        if rows.cursor > rows.size.height + 20:
            rows.action_end_of_list(True)


async def searches(screen: JournalScreen, times: list[float]) -> None:
    """Type searches key by key."""
    for typed in TYPED:
        for length in range(1, len(typed) + 1):
            begun = thread_time()
            screen.search.value = typed[:length]
            screen._renew()
            drawn(screen)
            times.append((thread_time() - begun) * 1000)
        await asyncio.sleep(0)
    screen.search.value = ""
    screen._renew()


async def saves(screen: JournalScreen, session: Session, times: list[float], shown: list[float]) -> None:
    """Change an entry: until it is durable, and until list and index have it."""
    for number in range(5):
        entry = session.journal.get(Entry, screen.finder.catalogue.ids[number])
        assert entry is not None
        with timed(shown):
            with timed(times):
                await session.put(replace(entry, observation=f"seen otherwise {number}"))
            await ready(screen)


def drawn(screen: JournalScreen) -> list[Strip]:
    """The lines of the window."""
    return [screen.rows.render_line(place) for place in range(screen.rows.size.height or WINDOW[1])]


async def ready(screen: JournalScreen) -> None:
    """Wait until list and index are those of the journal."""
    finder = screen.finder
    while not finder.is_ready or finder.catalogue.revision != screen.session.journal.revision:
        await asyncio.sleep(0.001)


@contextmanager
def timed(times: list[float]) -> Iterator[None]:
    """Note the milliseconds."""
    begun = perf_counter()
    yield
    times.append((perf_counter() - begun) * 1000)


def report(times: Times) -> None:
    """Write the table: medians, the 95th percentile of the largest, and the largest against the smallest."""
    write = sys.stdout.write
    write(f"{'median ms':<20}{''.join(f'{size:>10,}' for size in SIZES)}{'p95':>10}{'ratio':>8}\n")
    for what in dict.fromkeys(what for what, _ in times):
        medians = [median(times[what, size]) for size in SIZES]
        all_of_them = times[what, SIZES[-1]]
        p95 = quantiles(all_of_them, n=20)[-1] if len(all_of_them) > 1 else all_of_them[0]
        line = "".join(f"{value:>10.2f}" for value in medians)
        write(f"{what:<20}{line}{p95:>10.2f}{medians[-1] / medians[0]:>8.1f}\n")


if __name__ == "__main__":
    sys.exit(main())
