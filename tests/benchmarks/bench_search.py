"""Keystroke to result: queries typed key by key over 100, 10,000 and 36,500 entries.

Run `python tests/benchmarks/bench_search.py`. The sizes take turns within one run, so that the ratio of the largest
to the smallest holds on a machine whose speed drifts. Exit 1 when the median at 36,500 is over 50 ms.
"""

from __future__ import annotations

import gc
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from statistics import median, quantiles
from time import perf_counter, process_time

from recalibrate.domain.records.entry import Entry, Idea, InnerVoice, Scope
from recalibrate.domain.records.experiment import Choice, Decision, Experiment
from recalibrate.domain.search import Context, Index, Query, parse

SIZES = (100, 10_000, 36_500)
MUST_MS, GOAL_MS = 50.0, 33.0
ROUNDS = 3
TODAY = date(2026, 3, 5)
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)

TYPED = (
    "meeting figure",
    "froze",
    '"the second slide" -mail',
    "situation:meetings scope:global,mixed",
    "-scope:local after:2025-09-01 rehearsed",
    "state:due",
    "has:experiment decision:keep habit:should",
    "tag:work café",
    "zzz nothing like it",
    "e",
)
_WORDS = tuple(
    word
    for line in (
        "I lost my place when she asked about the budget in the meeting and froze at the second slide",
        "because the figure",
        "was not rehearsed so nobody answered me for a while at the café where we sent the wrong draft to the list",
        "of people who wait always never again should have known better than to skip it naïve Straße moment",
    )
    for word in line.split()
)


@dataclass
class Size:
    """One size of journal, and the milliseconds each key took there."""

    entries: int
    index: Index
    built_ms: float
    longest_bite_ms: float
    keys_ms: list[float] = field(default_factory=list)
    keys_cpu_ms: list[float] = field(default_factory=list)

    @property
    def p95(self) -> float:
        return quantiles(self.keys_ms, n=20)[-1]

    @property
    def cpu_p95(self) -> float:
        """As `p95`, without the time that other programs had the processor."""
        return quantiles(self.keys_cpu_ms, n=20)[-1]


def main() -> int:
    """Measure, write a table, and say by the exit status whether everything is kept."""
    sizes = [build(count) for count in SIZES]
    gc.collect()
    gc.freeze()
    for _ in range(ROUNDS):
        for typed in TYPED:
            for size in sizes:
                type_keys(size, typed)
    report(sizes)
    return int(median(sizes[-1].keys_ms) > MUST_MS)


def build(count: int) -> Size:
    """An index of `count` entries, filled bite by bite as a screen would."""
    entries, context = made_up(count)
    gc.collect()
    gc.freeze()
    index = Index()
    bites: list[float] = []
    begun = last = perf_counter()
    for _ in index.fill(entries, context):
        now = perf_counter()
        bites.append((now - last) * 1000)
        last = now
    return Size(count, index, (last - begun) * 1000, max(bites))


def type_keys(size: Size, typed: str) -> None:
    """Note the time of each key that makes a whole query: parse and find; unfinished ones search nothing."""
    for length in range(1, len(typed) + 1):
        begun, cpu = perf_counter(), process_time()
        query = parse(typed[:length], TODAY)
        if isinstance(query, Query):
            size.index.find(query, TODAY)
            size.keys_ms.append((perf_counter() - begun) * 1000)
            size.keys_cpu_ms.append((process_time() - cpu) * 1000)


def made_up(count: int) -> tuple[list[Entry], Context]:
    """Entries of about 600 characters over ten years, a third with an experiment."""
    chance = random.Random(8)
    entries: list[Entry] = []
    experiments: list[Experiment] = []
    for number in range(count):
        happened = NOW - timedelta(minutes=(count - number) * 144)
        entries.append(
            Entry(
                what_happened=sentence(chance, 16),
                happened_at=happened,
                created_at=happened,
                situation_id=chance.choice([None, "s1", "s2", "s3"]),
                voice=InnerVoice(text=sentence(chance, 10), scope=chance.choice([*Scope, None])),
                observation=sentence(chance, 18),
                ideas=(Idea(text=sentence(chance, 10), chosen=True), Idea(text=sentence(chance, 9))),
                habits=tuple(chance.sample(["should", "labelling", "comparing"], k=chance.randint(0, 2))),
                people=tuple(chance.sample(["p1", "p2"], k=chance.randint(0, 1))),
                tags=tuple(chance.sample(["work", "mail", "home"], k=chance.randint(0, 2))),
            )
        )
        if number % 3 == 0:
            experiments.append(made_up_experiment(chance, entries[-1], running=count - number < 9))
    context = Context.of(experiments=experiments)
    names = {"s1": "questions in meetings", "s2": "mail", "s3": "the phone"}
    habits = {"should": "Musts and shoulds", "labelling": "Verdict on the self", "comparing": "Measuring"}
    return entries, Context(names, habits, {"p1": "Mara", "p2": "T."}, context.experiments)


def made_up_experiment(chance: random.Random, entry: Entry, *, running: bool) -> Experiment:
    """A round that was decided, or one that still runs."""
    started = entry.happened_at or NOW
    decision = Decision(choice=chance.choice([*Choice]), decided_at=started, what_happened=sentence(chance, 12))
    return Experiment(
        entry_id=entry.id,
        cue=sentence(chance, 6),
        action=sentence(chance, 8),
        prediction=sentence(chance, 6),
        sign=sentence(chance, 6),
        deadline=(started + timedelta(days=14)).date(),
        started_at=started,
        decision=None if running else decision,
    )


def sentence(chance: random.Random, length: int) -> str:
    """So many words."""
    return " ".join(chance.choices(_WORDS, k=length))


def report(sizes: Sequence[Size]) -> None:
    """Write the table and the ratios of the largest to the smallest."""
    write = sys.stdout.write
    write("entries    median ms   p95 ms   cpu p95 ms   worst ms   keys   build ms   longest bite ms\n")
    for size in sizes:
        write(
            f"{size.entries:7,}   {median(size.keys_ms):10.2f} {size.p95:8.2f} {size.cpu_p95:12.2f} "
            f"{max(size.keys_ms):10.2f} {len(size.keys_ms):6} {size.built_ms:10.0f} {size.longest_bite_ms:17.1f}\n"
        )
    first, last = sizes[0], sizes[-1]
    write(
        f"{last.entries:,} ÷ {first.entries:,}: median ×{median(last.keys_ms) / median(first.keys_ms):.0f}, "
        f"p95 ×{last.p95 / first.p95:.0f} for ×{last.entries // first.entries} the entries\n"
    )
    middle = median(last.keys_ms)
    verdict = "MISSED" if middle > MUST_MS else "goal" if last.p95 <= GOAL_MS else "ok"
    write(f"median {middle:.1f} ms, must {MUST_MS:.0f}; p95 {last.p95:.1f} ms, goal {GOAL_MS:.0f}  {verdict}\n")


if __name__ == "__main__":
    sys.exit(main())
