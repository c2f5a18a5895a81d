"""How long the voice engine takes: a sentence never heard before, a long paste, and lines by the thousand.

Run `python tests/benchmarks/bench_voice.py`. Each figure is also given as a ratio to splitting the same text into
words, which moves with the machine. Exit 1 when the 99th percentile of a new sentence is over 2 ms, a paste of 10,000
words takes over 50 ms after the first pass, or 20,000 lines take over 20 seconds.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from statistics import quantiles
from time import perf_counter

from recalibrate.domain.voice import as_json, judge

SENTENCE_MS, PASTE_MS, LINES_S = 2.0, 50.0, 20.0
_OPENINGS = ("I always", "They all think I", "I'll never", "When I was at school I", "I should have", "Maybe I")
_MIDDLES = ("forgot the {n} keys", "missed page {n}", "such an idiot about row {n}", "lost {n} minutes")
_ENDINGS = ("because of me", "but the rest was fine", "and everyone laughed", "so I might as well stop", "this time")


def new_sentence(number: int, chance: random.Random) -> str:
    """A sentence nobody has heard, so that no cache can help."""
    middles = [chance.choice(_MIDDLES).format(n=number + step) for step in range(chance.randint(1, 5))]
    return f"{chance.choice(_OPENINGS)} {' and '.join(middles)}, {chance.choice(_ENDINGS)}."


def seconds(work: Callable[[], object]) -> float:
    """The wall time of one call."""
    started = perf_counter()
    work()
    return perf_counter() - started


def main() -> int:
    """Measure, print, and say by the exit status whether the goals hold."""
    chance = random.Random(4)
    first = seconds(lambda: judge("I always forget."))
    taken, floors = [], []
    for number in range(4000):
        sentence = new_sentence(number * 10, chance)
        taken.append(seconds(lambda text=sentence: judge(text)) * 1000)
        floors.append(seconds(sentence.split) * 1000)
    p99 = quantiles(taken, n=100)[98]
    paste = " ".join(new_sentence(number, chance) for number in range(100_000, 100_700))
    words = len(paste.split())
    fresh = seconds(lambda: judge(paste)) * 1000
    again = min(seconds(lambda: judge(paste)) for _ in range(5)) * 1000
    floor = min(seconds(paste.split) for _ in range(5)) * 1000
    lines = [new_sentence(number, chance) for number in range(200_000, 220_000)]
    bulk = seconds(lambda: [as_json(judge(line)) for line in lines])
    sys.stdout.write(
        f"first sentence, phrases compiled: {first * 1000:.0f} ms\n"
        f"a new sentence: p50 {sorted(taken)[2000]:.2f} ms, p99 {p99:.2f} ms"
        f" ({sum(taken) / sum(floors):.0f} × splitting it)\n"
        f"a paste of {words} words: {fresh:.0f} ms, again {again:.1f} ms ({again / floor:.0f} × splitting it)\n"
        f"20,000 lines: {bulk:.1f} s\n"
    )
    return int(p99 > SENTENCE_MS or again > PASTE_MS or bulk > LINES_S)


if __name__ == "__main__":
    sys.exit(main())
