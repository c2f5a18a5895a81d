"""How often each habit of judgement was named (M6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.periods import Month, last_two_quarters
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.statistics import Difference, Interval, newcombe, wilson


@dataclass(frozen=True, slots=True)
class HabitCount:
    """One habit: named in `named` of `cases` slips, and in `earlier` and `later` (named, cases) quarters."""

    key: str
    name: str
    named: int
    cases: int
    interval: Interval
    earlier: tuple[int, int]
    later: tuple[int, int]
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Habits:
    """All habits ever named, the most named first; `cases` slips went through the naming step."""

    cases: int
    without: int
    earlier_words: str
    later_words: str
    rows: tuple[HabitCount, ...]


def habits_named(entries: Iterable[Entry], names: Mapping[str, str], day: date) -> Habits:
    """M6: slips with the habit / slips in which the naming step was answered, with Wilson's interval.

    A slip may have several habits or none, so that shares do not add up to 100. The trend is the difference of
    the last two quarters (Newcombe 1998, method 10).
    """
    quarters = last_two_quarters(day)
    cases = without = 0
    in_quarter = [0, 0]
    total: Counter[str] = Counter()
    by_quarter: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for each in entries:
        if not each.named:
            continue
        cases += 1
        without += not each.habits
        found = set(each.habits)
        total.update(found)
        month = Month.of(each.happened_on)
        for at, quarter in enumerate(quarters):
            if quarter.holds(month):
                in_quarter[at] += 1
                by_quarter[at].update(found)
    rows: list[HabitCount] = []
    for key, named in total.items():
        earlier, later = ((by_quarter[at][key], in_quarter[at]) for at in (0, 1))
        rows.append(_row(key, names.get(key, key), (named, cases), earlier, later))
    rows.sort(key=lambda row: (-row.named, row.name.casefold()))
    return Habits(cases, without, quarters[0].words, quarters[1].words, tuple(rows))


def _row(key: str, name: str, counts: tuple[int, int], earlier: tuple[int, int], later: tuple[int, int]) -> HabitCount:
    difference = newcombe(earlier, later) if earlier[1] and later[1] else None
    return HabitCount(key, name, *counts, wilson(*counts), earlier, later, difference)
