"""Calendar arithmetic on whole days: weeks with a chosen first day, months that clamp, stretches of days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Span:
    """Whole days from `first` to `last`, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Standpoint:
    """The day a phrase is read on, and the weekday its weeks begin with (0 = Monday)."""

    today: date
    week_start: int = 0

    def week(self, ahead: int = 0) -> Span:
        """The calendar week that is `ahead` weeks from this one."""
        first = self.today - timedelta(days=(self.today.weekday() - self.week_start) % 7) + timedelta(weeks=ahead)
        return Span(first, first + timedelta(days=6))

    def month(self, ahead: int = 0) -> Span:
        """The calendar month that is `ahead` months from this one."""
        first = plus_months(self.today.replace(day=1), ahead)
        return month_of(first.year, first.month)

    def coming(self, weekday: int) -> date:
        """The next such weekday strictly after today."""
        return self.today + timedelta(days=(weekday - self.today.weekday() - 1) % 7 + 1)

    def latest(self, weekday: int) -> date:
        """The last such weekday strictly before today."""
        return self.today - timedelta(days=(self.today.weekday() - weekday - 1) % 7 + 1)


def days_in(year: int, month: int) -> int:
    """How many days a month has; the standard module would bring locales along, and each command waits for that."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def month_of(year: int, month: int) -> Span:
    """A calendar month, first day to last."""
    return Span(date(year, month, 1), date(year, month, days_in(year, month)))


def year_of(year: int) -> Span:
    """A calendar year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def plus_months(day: date, months: int) -> date:
    """`day` moved by whole months; 31 January plus one is the last day of February."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, days_in(year, month + 1)))


def plus(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` days, weeks, fortnights, months or years."""
    match unit:
        case "month":
            return plus_months(day, count)
        case "year":
            return plus_months(day, 12 * count)
        case _:
            return day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The first such weekday that is not before `day`."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def weekday_in(span: Span, weekday: int) -> date:
    """The first such weekday in a span (of at least a week)."""
    return weekday_on_or_after(span.first, weekday)


def nth_weekday(month: Span, nth: int, weekday: int) -> date | None:
    """The first, second … such weekday of a month, or the last for -1; None when there is no fifth."""
    if nth == -1:
        return month.last - timedelta(days=(month.last.weekday() - weekday) % 7)
    day = weekday_in(month, weekday) + timedelta(weeks=nth - 1)
    return day if day <= month.last else None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def first_from(today: date, spans: Iterator[Span], pick: Callable[[Span], date | None]) -> date | None:
    """The first picked day that is not before today; else the last one picked."""
    found = None
    for span in spans:
        found = pick(span) or found
        if found is not None and found >= today:
            return found
    return found
