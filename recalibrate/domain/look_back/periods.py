"""Months and quarters: the stretches of time that are counted and compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"]
_LONG += ["November", "December"]


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The month a day lies in."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> Self:
        """The month written as `YYYY-MM`. ValueError for anything else."""
        year, dash, number = text.partition("-")
        if not dash or len(year) != 4 or len(number) != 2 or not (year + number).isascii():
            raise ValueError(f"{text} is not a month.")
        return cls.of(date(int(year), int(number), 1))

    @property
    def key(self) -> str:
        """The month as it is kept, `YYYY-MM`."""
        return f"{self.year:04}-{self.number:02}"

    @property
    def words(self) -> str:
        """ "November 2026"."""
        return f"{_LONG[self.number - 1]} {self.year}"

    @property
    def name(self) -> str:
        """ "November"."""
        return _LONG[self.number - 1]

    @property
    def short(self) -> str:
        """ "Nov 26", as narrow as a label can be."""
        return f"{_SHORT[self.number - 1]} {self.year % 100:02}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date.max if self.key == "9999-12" else self.later(1).first - timedelta(days=1)

    def later(self, months: int) -> Month:
        """So many months on, or back."""
        year, number = divmod(self.year * 12 + self.number - 1 + months, 12)
        return Month(year, number + 1)


@dataclass(frozen=True, slots=True)
class Period:
    """Some months in a row, both ends included."""

    first: Month
    last: Month

    def holds(self, month: Month) -> bool:
        """Whether a month lies in it."""
        return self.first <= month <= self.last

    @property
    def words(self) -> str:
        """ "Jun–Aug", with years where they differ."""
        start, end = _SHORT[self.first.number - 1], _SHORT[self.last.number - 1]
        if self.first == self.last:
            return f"{start} {self.first.year}"
        return f"{start}–{end}" if self.first.year == self.last.year else f"{start} {self.first.year}–{end}"


def last_two_quarters(day: date) -> tuple[Period, Period]:
    """The three months that end with that of `day`, and the three before them, earlier first."""
    month = Month.of(day)
    return Period(month.later(-5), month.later(-3)), Period(month.later(-2), month)


def months_until(day: date, count: int = 12) -> tuple[Month, ...]:
    """The last `count` months, that of `day` included, in order."""
    month = Month.of(day)
    return tuple(month.later(back) for back in range(1 - count, 1))
