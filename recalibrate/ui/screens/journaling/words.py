"""What the journal says where there is nothing to list, and where a search cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rich.cells import cell_len
from textual.content import Content

from recalibrate.domain.marks import CHOICES, OPEN, PARKED, WAITS, scope_mark
from recalibrate.domain.records.entry import Scope
from recalibrate.domain.search import Query, QueryError, print_query
from recalibrate.domain.text import display_safe
from recalibrate.ui.catalogue import Finder
from recalibrate.ui.key_words import key_for
from recalibrate.ui.widgets.row import Row

BEFORE_QUERY = 3
"""Cells left of the first character in the search line."""

BLANK = Row(Content(""))


def trouble(error: QueryError, typed: str, width: int) -> Content:
    """Where and why a search cannot be read: carets under the place where that fits, then the sentence."""
    message = display_safe(error.message)
    if error.unfinished:
        return Content(message).truncate(max(width - 6, 10), ellipsis=True)
    start = BEFORE_QUERY + cell_len(typed[: error.position])
    carets = "^" * max(cell_len(typed[error.position : error.position + error.length]), 1)
    if start + len(carets) + 2 + cell_len(message) <= width:
        return Content(f"{' ' * start}{carets}  {message}")
    lines = [line.plain for line in Content(message).wrap(max(width - 2 * BEFORE_QUERY, 10))]
    said = "\n".join(" " * BEFORE_QUERY + line for line in lines)
    return Content(f"{' ' * start}{carets}\n{said}" if start + len(carets) <= width else said)


def empty_rows(finder: Finder, query: Query, *, today: date, only: bool) -> list[Row]:
    """One sentence and one move."""
    total = len(finder.catalogue.ids)
    if not query.terms:
        if total or only:
            return [BLANK, _said("These entries are no longer here.")]
        if not finder.catalogue.whole:
            return [BLANK]
        return [BLANK, _said("No slips yet. When the next one comes, ", "today.notice", ".")]
    if not finder.is_ready:
        return [BLANK, _said("Nothing yet; still reading …")]
    rows = [BLANK, _said("Nothing matches.")]
    found = _wider(finder, query, today)
    for left_out, count in found:
        rows.append(_said(f"Without {left_out}: {count}"))
    widen = _said("To widen it, take a word away with ", "journal.search", ";")
    return [*rows, widen, _said("", "screen.back", f" shows all {total}.")]


def _wider(finder: Finder, query: Query, today: date) -> list[tuple[str, int]]:
    """The terms without which something is found, and how much."""
    if len(query.terms) < 2:
        return []
    found = []
    for term in query.terms:
        rest = replace(query, terms=tuple(each for each in query.terms if each != term))
        if rest.terms and (count := finder.index.count(rest, today)):
            found.append((print_query(Query((term,))), count))
    return found[:3]


def _said(before: str, id: str = "", after: str = "") -> Row:
    return Row(Content.assemble((f"  {display_safe(before)}", ""), (key_for(id) if id else "", "$accent"), (after, "")))


def legend() -> str:
    """The marks before an entry and what they say: first those of the voice, then those of what came of it."""
    voice = "   ".join(str(scope_mark(scope)) for scope in Scope)
    came = "   ".join(map(str, (OPEN, WAITS, *CHOICES.values(), PARKED)))
    return f"The voice:  {voice}\nWhat came of it:  {came}\nA faint date is the day of the entry above."
