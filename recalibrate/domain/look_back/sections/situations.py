"""The pages about situations: all of them together, each by itself, and the range of what was tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from recalibrate.domain.look_back.dread import Dread, dread
from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.look_back.reach import Reach, reach
from recalibrate.domain.look_back.recurrence import recurrence
from recalibrate.domain.look_back.sections.page import Page, table
from recalibrate.domain.look_back.speech import Standings, situations
from recalibrate.domain.records.review import Statement
from recalibrate.domain.records.situation import ends
from recalibrate.domain.wording import listed


@dataclass(frozen=True, slots=True)
class AllDread:
    """All situations that were rated."""

    situations: tuple[Dread, ...]


def situation_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """All situations on one axis, then each with its dread (M3, M3b) and its slips around a decision (M8)."""
    found = dread(notebook)
    again = recurrence(notebook, day)
    after = {each.situation_id: situations.of_recurrence(each, day, standings) for each in again}
    behind = _entries(notebook)
    rated = {each.situation_id for each in found}
    unrated = [each for each in again if each.situation_id not in rated]
    rest = [replace(after[each.situation_id], text=f"{each.name}: {after[each.situation_id].text}") for each in unrated]
    headers = ("situation", "ratings", "days", "baseline", "recent", "per 30 days")
    overview = Page(
        title="Situations",
        statements=(*situations.of_all_dread(found), *rest),
        facts=AllDread(found),
        table=table(headers, [_row(each) for each in found]),
        entry_ids=tuple(id for each in found for id in behind.get(each.situation_id, ())),
    )
    pages = [
        _page(each, (*situations.of_dread(each, standings), *_given(after.get(each.situation_id))), behind)
        for each in found
    ]
    return (overview, *pages)


def reach_pages(notebook: Notebook, day: date, standings: Standings) -> tuple[Page, ...]:
    """Situations in which something was tried, by quarter (M11)."""
    found: Reach = reach(notebook)
    headers = ("quarter", "situations", "first time", "tries", "once dreaded", "which")
    rows = [
        (each.words, len(each.situations), len(each.first_time), each.tries, each.once_dreaded, listed(each.situations))
        for each in found.quarters
    ]
    newest = tuple(reversed(found.entry_ids))
    return (Page("Range", situations.of_reach(found), found, table(headers, rows), newest),)


def _page(found: Dread, statements: tuple[Statement, ...], behind: dict[str, list[str]]) -> Page:
    rows = [
        (f"{each.day:%Y-%m-%d}", each.value, "the sting of a slip, left out" if each.at_slip else "")
        for each in found.ratings
    ]
    return Page(
        title=found.name,
        statements=statements,
        facts=found,
        table=table(("day", "dread", "note"), rows),
        entry_ids=tuple(behind.get(found.situation_id, ())),
        about=found.situation_id,
    )


def _row(each: Dread) -> tuple[object, ...]:
    if each.too_early:
        return (each.name, len(each.counted), each.days, None, None, None)
    slope = f"{each.trend.slope_per_30_days:+.0f}" if each.trend else None
    levels = [f"{level:g}" if level is not None else None for level in (each.baseline, each.recent)]
    return (each.name, len(each.counted), each.days, *levels, slope)


def _entries(notebook: Notebook) -> dict[str, list[str]]:
    end = ends(notebook.situations)
    found: dict[str, list[str]] = {}
    placed = [each for each in notebook.entries if each.situation_id in end]
    for each in sorted(placed, key=lambda each: each.happened_on, reverse=True):
        if each.situation_id:
            found.setdefault(end[each.situation_id].id, []).append(each.id)
    return found


def _given(statement: Statement | None) -> tuple[Statement, ...]:
    return () if statement is None else (statement,)
