"""Commits and loads against stock TinyDB, a raw durable write, and orjson, interleaved in one run.

`python tests/benchmarks/bench_store.py [COUNT …]` prints one row per size and `ok` or `MISSED` beside each figure.
Exit 1 when one is missed.
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import orjson
from tinydb import TinyDB

sys.path.insert(0, str(Path(__file__).parents[2]))

from recalibrate.domain.records.entry import Entry
from recalibrate.store.documents import to_document
from recalibrate.store.journal import Journal
from tests.builders import FixedClock, make_entry, make_reframed

SIZES = (100, 1_000, 10_000, 36_500)
WORDS = "I read out the wrong figure in the meeting, and everyone looked at me for a while. "


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    gc.collect()
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def raw_write(folder: Path, data: bytes) -> None:
    beside = folder / "raw.new"
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)
    os.close(descriptor)
    beside.replace(folder / "raw")


def longest_stall(work: Callable[[], object]) -> float:
    """The longest time, in milliseconds, that a thread which wakes every millisecond had to wait meanwhile."""
    worker = threading.Thread(target=work)
    longest = 0.0
    worker.start()
    last = time.perf_counter()
    while worker.is_alive():
        time.sleep(0.001)
        now = time.perf_counter()
        longest = max(longest, now - last - 0.001)
        last = now
    return longest * 1000


def row(count: int, folder: Path) -> bool:
    """Measure one size and write its line; answers whether everything is kept."""
    clock = FixedClock()
    path = folder / "journal.json"
    journal = Journal.open(path, clock)
    journal.put(*(make_reframed(what_happened=f"{number}: {WORDS * 3}") for number in range(count)))
    data = path.read_bytes()
    stock_path = folder / "stock.json"
    stock_path.write_bytes(data)
    rounds = 15 if count <= 10_000 else 9
    ours, raw, stock, parse, load, every, stalls = ([] for _ in range(7))  # type: list[list[float]]
    database = TinyDB(stock_path)
    for at in range(rounds):
        ours.append(timed(lambda: journal.put(make_entry("new"))))
        raw.append(timed(lambda: raw_write(folder, data)))
        if at < 5:
            stock.append(timed(lambda: database.table("entries").insert(to_document(make_entry("new")))))
            os.utime(path)  # as if another hand had written it: every line is checked
            parse.append(timed(lambda: orjson.loads(path.read_bytes())))
            load.append(timed(lambda: Journal.open(path, clock)))
            every.append(timed(lambda: Journal.open(path, clock).all(Entry)))
        stalls.append(longest_stall(lambda: journal.put(make_entry("new"))))
    middle = statistics.median
    faster, slower, loading = (
        middle(stock) / middle(ours),
        middle(ours) / middle(raw),
        middle(load) / middle(parse),
    )
    goals = [
        (f"{faster:5.1f} x faster than TinyDB", faster >= 5 or count < 10_000),
        (f"{slower:4.2f} x raw write", slower <= 2),
        (f"load {loading:4.2f} x orjson.loads", loading <= 1.5),
        (f"stall {middle(stalls):4.1f} (most {max(stalls):4.1f}) ms", middle(stalls) < 16),
    ]
    said = "  ".join(f"{words} {'ok' if met else 'MISSED'}" for words, met in goals)
    sizes = f"{count:7,} entries {len(data) / 1e6:5.1f} MB  commit {middle(ours):6.1f} ms  raw {middle(raw):6.1f} ms"
    sys.stdout.write(f"{sizes}  load+decode {middle(every):6.0f} ms  {said}\n")
    sys.stdout.flush()
    return all(met for _, met in goals)


def main(sizes: list[int]) -> int:
    """Measure, and say by the exit status whether everything is kept."""
    kept = []
    for count in sizes:
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
            kept.append(row(count, Path(folder)))
    return int(not all(kept))


if __name__ == "__main__":
    raise SystemExit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
