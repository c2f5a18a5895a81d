"""How often the first voice spoke about the whole person (M2a)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.periods import Month, last_two_quarters, months_until
from recalibrate.domain.records.entry import Entry, Scope
from recalibrate.domain.statistics import Difference, Interval, newcombe, wilson


@dataclass(frozen=True, slots=True)
class Voices:
    """The marks of a stretch of time; `words` names it. `unmarked` are slips without a marked voice."""

    words: str
    whole: int = 0
    moment: int = 0
    both: int = 0
    cant_tell: int = 0
    unmarked: int = 0

    @property
    def marked(self) -> int:
        """The voices that were marked."""
        return self.whole + self.moment + self.both + self.cant_tell

    @property
    def interval(self) -> Interval:
        """The 95 % interval of the share that was global."""
        return wilson(self.whole, self.marked)

    @property
    def interval_of_moment(self) -> Interval:
        """The 95 % interval of the share that was local."""
        return wilson(self.moment, self.marked)


@dataclass(frozen=True, slots=True)
class FirstVoice:
    """The last months one by one, two quarters, and the change between these where both have marks."""

    months: tuple[Voices, ...]
    earlier: Voices
    later: Voices
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class Quarters:
    """The same marks for a second picture: two quarters, global and local, and the months in marks."""

    months: tuple[Voices, ...]
    earlier: Voices
    later: Voices


def first_voice(entries: Iterable[Entry], day: date) -> FirstVoice:
    """M2a: the share of marked first voices that were global, the quarter before last against the last one.

    The mark is the user's own, taken before any prompt, and never the detector's reading. Mixed and can't-tell
    marks stay in the denominator; slips without a mark are counted apart. The difference has Newcombe's (1998)
    interval, method 10, from the two Wilson intervals.
    """
    counts: dict[Month, Counter[Scope | None]] = {month: Counter() for month in months_until(day)}
    by_number = {(month.year, month.number): found for month, found in counts.items()}
    for each in entries:
        happened = each.happened_at or each.created_at
        found = by_number.get((happened.year, happened.month))
        if found is not None:
            found[each.scope] += 1
    earlier, later = last_two_quarters(day)
    first = _sum(earlier.words, (found for month, found in counts.items() if earlier.holds(month)))
    second = _sum(later.words, (found for month, found in counts.items() if later.holds(month)))
    difference = None
    if first.marked and second.marked:
        difference = newcombe((first.whole, first.marked), (second.whole, second.marked))
    months = tuple(_sum(month.short, [found]) for month, found in counts.items())
    return FirstVoice(months, first, second, difference)


def _sum(words: str, parts: Iterable[Counter[Scope | None]]) -> Voices:
    total: Counter[Scope | None] = Counter()
    for part in parts:
        total.update(part)
    return Voices(
        words=words,
        whole=total[Scope.GLOBAL],
        moment=total[Scope.LOCAL],
        both=total[Scope.MIXED],
        cant_tell=total[Scope.CANT_TELL],
        unmarked=total[None],
    )
