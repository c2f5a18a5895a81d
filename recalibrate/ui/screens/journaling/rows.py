"""The journal as rows: month headings, and for each entry its date, marks, situation and first words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import overload

from textual.content import Content

from recalibrate.domain.marks import scope_mark
from recalibrate.domain.search import Query, Searchable
from recalibrate.domain.text import display_safe
from recalibrate.domain.wording import one_line
from recalibrate.ui.found import lit, spans
from recalibrate.ui.widgets.row import LazyRows, Row

MARKED = "▪"
LONGEST_LOOK = 300
"""So many characters of a text are looked at for one row."""

MONTHS = ["January", "February", "March", "April", "May", "June", "July"]
MONTHS += ["August", "September", "October", "November", "December"]
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


@dataclass(frozen=True, slots=True)
class Look:
    """How rows are drawn: the width of the list in cells, today, what is looked for, which are marked."""

    width: int
    today: date
    query: Query = field(default_factory=Query)
    marked: frozenset[str] = frozenset()

    @property
    def situation_width(self) -> int:
        """The cells for the situation; none where the words need them all."""
        return 0 if self.width < 40 else 12 if self.width < 56 else 18 if self.width < 76 else 22


class EntryRows(LazyRows):
    """Rows for ids that stand newest first; each is made when it is drawn and kept while the look stays."""

    def __init__(
        self,
        ids: Sequence[str],
        find: Callable[[str], Searchable | None],
        month: Callable[[str], int],
        look: Look,
    ) -> None:
        """`month` counts the months of the calendar, so that it falls along `ids`."""
        self._ids, self._find, self._month, self._look = ids, find, month, look
        self._made: dict[int, Row] = {}
        self._months = list(self._month_starts())
        self._heads = [start + place for place, (start, _) in enumerate(self._months)]

    def __len__(self) -> int:
        return len(self._ids) + len(self._heads)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | Sequence[Row]:
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        if not 0 <= number < len(self):
            raise IndexError(number)
        row = self._made.get(number)
        if row is None:
            row = self._made[number] = self._make(number)
        return row

    def place_of(self, key: str) -> int | None:
        """The row of an entry, found by its place in time."""
        wanted = self._find(key)
        if wanted is None:
            return None
        low, high = 0, len(self._ids)
        while low < high:
            middle = (low + high) // 2
            there = self._find(self._ids[middle])
            if there is not None and there.order > wanted.order:
                low = middle + 1
            else:
                high = middle
        if low == len(self._ids) or self._ids[low] != key:
            return None
        return low + bisect_right(self._months, low, key=lambda month: month[0])

    def _make(self, number: int) -> Row:
        month = bisect_right(self._heads, number) - 1
        if self._heads[month] == number:
            year, of_year = divmod(self._months[month][1], 12)
            return Row(Content.assemble((f" {MONTHS[of_year]} {year}", "bold")))
        place = number - month - 1
        found = self._find(self._ids[place])
        if found is None:
            return Row(Content(""))
        first_of_day = number - 1 == self._heads[month] or self._day(place - 1) != found.day
        return Row(entry_line(found, self._look, first_of_day=first_of_day), found.id)

    def _day(self, place: int) -> date | None:
        found = self._find(self._ids[place])
        return found.day if found else None

    def _month_starts(self) -> Iterator[tuple[int, int]]:
        at = 0
        while at < len(self._ids):
            month = self._month(self._ids[at])
            yield at, month
            at = max(bisect_right(self._ids, -month, lo=at, key=lambda id: -self._month(id)), at + 1)


def entry_line(found: Searchable, look: Look, *, first_of_day: bool) -> Content:
    """One entry on one line."""
    state = found.state(look.today).mark
    day = f"{DAYS[found.day.weekday()]} {found.day.day:>2}"
    parts: list[Content | tuple[str, str]] = [
        (MARKED if found.id in look.marked else " ", "$accent"),
        (day, "" if first_of_day else "$quiet"),
        (f"  {scope_mark(found.entry.scope).sign}" if found.entry.voice else "   ", ""),
        (f" {state.sign}  ", "$accent"),
    ]
    if look.situation_width:
        parts += [_column(found.situation, look), ("  ", "")]
    line = Content.assemble(*parts)
    return Content.assemble(line, _words(found, look, max(look.width - line.cell_length, 8)))


def _column(text: str, look: Look) -> Content:
    name = Content(display_safe(one_line(text)))
    name = name.truncate(look.situation_width, ellipsis=True, pad=True).stylize("$quiet")
    return lit(name, look.query)


def _words(found: Searchable, look: Look, room: int) -> Content:
    entry = found.entry
    opening = _shown(entry.what_happened)
    if not look.query.terms:
        return Content(opening)
    if any(start < room - 1 for start, _ in spans(opening, look.query)):
        return lit(Content(opening), look.query)
    for text in _texts(found):
        # the row shows where it was found when that is not in its first words
        for start, _ in spans(text, look.query):
            if text is not entry.what_happened or start >= room - 1:
                return lit(Content(_passage(text, start, room)), look.query)
    return Content(opening)


def _passage(text: str, start: int, room: int) -> str:
    """The words around a place, begun at a word, so that the place is seen."""
    before = max(start - room // 2, 0)
    gap = text.find(" ", before, start) + 1 if before else 0
    return f"… {_shown(text[gap or before :])}" if before else _shown(text)


def _texts(found: Searchable) -> Iterator[str]:
    entry = found.entry
    yield entry.what_happened
    if entry.voice:
        yield f"“{entry.voice.text}”"
        yield f"“{entry.voice.reworded}”"
    yield entry.observation
    for idea in entry.ideas:
        yield idea.text
    for experiment in found.experiments:
        yield experiment.action
        yield experiment.cue


def _shown(text: str) -> str:
    return display_safe(one_line(text[:LONGEST_LOOK]))
