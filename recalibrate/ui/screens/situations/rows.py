"""Situations as rows: the list with its counts, and the page of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recalibrate.domain.dates.deadlines import days_away, short_day
from recalibrate.domain.look_back.dread import dread_of
from recalibrate.domain.marks import OVERHAUL, scope_mark
from recalibrate.domain.situations.tending import SituationLine, SituationPage, offer_of
from recalibrate.domain.wording import counted, listed
from recalibrate.ui.charts import Point, plain, rating_strip, sparkline
from recalibrate.ui.charts.content import as_content
from recalibrate.ui.screens.experimenting.experiment_rows import experiment_rows
from recalibrate.ui.screens.list_rows import BLANK, day_width, line, margin, note, section, teaching
from recalibrate.ui.widgets.row import Row

DREAD_CELLS = 8
WIDEST_CHART = 90
MOST_STINGS = 4
ROOM_FOR_DAYS = 72
"""In so many columns the day of the last slip has its place beside the name."""


def list_rows(lines: Sequence[SituationLine], today: date, width: int) -> list[Row]:
    """All situations, the archived ones at the end."""
    if not lines:
        return teaching("No situations yet. A slip names one: on Today, ", "today.notice", ".")
    rows: list[Row] = []
    days = day_width((each.last_on for each in lines if each.last_on), today)
    there = [each for each in lines if each.situation.archived_at is None]
    away = [each for each in lines if each.situation.archived_at is not None]
    if there:
        last = f"{'last':<{days}}" if width >= ROOM_FOR_DAYS else ""
        rows += section("A kind of moment", width, f"slips   {last}{'dread, latest':>{DREAD_CELLS + 5}}")
        rows += [_listed(each, days, today, width) for each in there]
    if away:
        rows += section("Archived", width)
        rows += [_listed(each, days, today, width) for each in away]
    return rows


def page_rows(page: SituationPage, today: date, width: int, height: int) -> list[Row]:
    """One situation: triage where it is offered, its dread, what was tried there, its slips."""
    rows = _offered(page, today, width) + _dread(page, today, width, height)
    if page.experiments or page.overhauls:
        rows += section("Tried and decided", width)
    for each in page.experiments:
        rows += experiment_rows(each, today, width)
    for overhaul in page.overhauls:
        aside = overhaul.ending or (days_away(overhaul.deadline, today) if overhaul.deadline else "no date")
        rows.append(line(f"overhaul:{overhaul.id}", overhaul.what_must_change, width, aside, sign=OVERHAUL.sign))
    rows += section("Slips", width)
    days = day_width((entry.happened_on for entry in page.entries), today)
    for entry in page.entries:
        day = short_day(entry.happened_on, today)
        sign = scope_mark(entry.scope).sign if entry.voice else " "
        rows.append(line(f"entry:{entry.id}", entry.what_happened, width, sign=sign, before=f"{day:<{days}}"))
    if not page.entries:
        rows.append(note("None here so far.", width))
    if page.tasks:
        rows += section("Tasks", width)
        rows += [line(f"task:{each.id}", each.name, width) for each in page.tasks]
    return rows


def under_words(page: SituationPage) -> str:
    """How many slips, and what was merged into it."""
    words = [counted(len(page.entries), "slip")]
    if page.merged:
        words.append(f"with {listed([each.name for each in page.merged])}, merged into it")
    if page.situation.archived_at:
        words.append("archived")
    return " · ".join(words)


def _listed(each: SituationLine, days: int, today: date, width: int) -> Row:
    day = short_day(each.last_on, today) if each.last_on else ""
    last = f"{day:<{days}}" if width >= ROOM_FOR_DAYS else ""
    dread = plain([sparkline(each.dread, DREAD_CELLS)])
    value = each.dread[-1] if each.dread else ""
    aside = f"{each.slips:>5}   {last}{dread:<{DREAD_CELLS}}{value:>5}"
    return line(f"situation:{each.situation.id}", each.situation.name, width, aside)


def _offered(page: SituationPage, today: date, width: int) -> list[Row]:
    offer = offer_of(page, today)
    if offer is None:
        return []
    return [BLANK, line("triage:", "Signal or structure?", width), note(offer.count_words, width)]


def _dread(page: SituationPage, today: date, width: int, height: int) -> list[Row]:
    if not page.ratings:
        return []
    dread = dread_of(page.situation.id, page.situation.name, page.ratings)
    stung = len(dread.ratings) - len(dread.counted)
    if not dread.counted:
        said = "; ".join(f"{each.value} on {short_day(each.day, today)}" for each in dread.ratings[-MOST_STINGS:])
        return [*section("Sting, at slips", width, counted(stung, "slip")), note(f"{said}.", width)]
    beside = f" · sting at {counted(stung, 'slip')}" if stung else ""
    rows = section("Dread", width, f"{counted(len(dread.counted), 'rating')}{beside}")
    if len({each.day for each in dread.counted}) < 2:
        last = dread.counted[-1]
        return [*rows, note(f"{last.value} on {short_day(last.day, today)}. A line needs a second day.", width)]
    lines = rating_strip(
        [Point(each.day, each.value, aside=each.at_slip) for each in dread.ratings],
        min(width - 6, WIDEST_CHART),
        height=7 if height < 32 else 11,
        baseline=dread.baseline,
        recent=dread.recent,
    )
    return [*rows, *(Row(margin("  ", as_content([each]))) for each in lines)]
