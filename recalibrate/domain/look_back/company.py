"""How slips were met, in counts; no scores for people (M10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.periods import Month, months_until
from recalibrate.domain.records.company import Moment, MomentKind, Person

CURIOUS = frozenset({MomentKind.SAW_CALM, MomentKind.MET_ME})
OFTEN = 2


@dataclass(frozen=True, slots=True)
class MonthOfCompany:
    """Moments of each kind in a month."""

    month: str
    saw_calm: int = 0
    met_me: int = 0
    i_met: int = 0
    used_against: int = 0

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Saw calm, met me, I met, used against."""
        return (self.saw_calm, self.met_me, self.i_met, self.used_against)


@dataclass(frozen=True, slots=True)
class Company:
    """Moments by month over a year, their sum, and the aliases with two or more in which a slip was met with calm."""

    months: tuple[MonthOfCompany, ...]
    total: MonthOfCompany
    curious: tuple[str, ...]
    entry_ids: tuple[str, ...]

    @property
    def moments(self) -> int:
        """All moments of these months."""
        return sum(self.total.counts)


def company(moments: Iterable[Moment], people: Iterable[Person], day: date) -> Company:
    """M10: counts of moments by kind and month, and aliases with at least two calm or curious moments."""
    by_month: dict[Month, dict[str, int]] = {month: {} for month in months_until(day)}
    total: dict[str, int] = {}
    calm: dict[str, int] = {}
    behind: dict[str, None] = {}
    for each in moments:
        found = by_month.get(Month.of((each.happened_at or each.created_at).date()))
        if found is not None:
            found[each.kind] = found.get(each.kind, 0) + 1
            total[each.kind] = total.get(each.kind, 0) + 1
        if each.kind in CURIOUS and each.person_id:
            calm[each.person_id] = calm.get(each.person_id, 0) + 1
        if each.entry_id:
            behind[each.entry_id] = None
    months = [MonthOfCompany(month.key, **found) for month, found in by_month.items()]
    while months and not any(months[0].counts):
        months.pop(0)
    aliases = sorted(each.alias for each in people if calm.get(each.id, 0) >= OFTEN)
    return Company(tuple(months), MonthOfCompany("", **total), tuple(aliases), tuple(behind))
