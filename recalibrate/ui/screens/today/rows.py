"""Today as rows: which words stand where, at a given width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from textual.content import Content

from recalibrate.domain.dates.deadlines import days_away, short_day
from recalibrate.domain.marks import DRAFT, OPEN, OVERHAUL, PARKED, WAITS
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.text import display_safe
from recalibrate.domain.today.due import Running, Waiting, WaitingKind
from recalibrate.domain.today.page import Today, places_taken
from recalibrate.domain.wording import counted, one_line
from recalibrate.ui.key_words import key_for
from recalibrate.ui.widgets.row import Row

MARGIN = 2
BAR = 14
LABEL = 16
NARROW = 56
"""Columns below which an aside says the least."""

BLANK = Row(Content(""))

Unfinished = tuple[str, str, str]
"""The id of a draft, its words, and the prompt it stopped at."""


class Line(NamedTuple):
    """A row before it is known where its aside begins; `more` is said in the aside where no words are cut for it.

    `brief` is the aside of a narrow terminal, where the words need the room.
    """

    key: str
    sign: str
    words: str
    aside: str
    more: str = ""
    brief: str = ""


def today_rows(
    view: Today, unfinished: Sequence[Unfinished], situations: dict[str | None, str], day: date, width: int, places: int
) -> list[Row]:
    """The rows of Today; `situations` maps entries' ids to the names of their situations.

    `places` is how many experiments may run at once.
    """
    rows: list[Row | Line] = []
    if view.waiting:
        rows += _section("Waits for a decision")
        rows += [_waiting(each, situations, day) for each in view.waiting]
    if view.running or view.overhauls:
        rows += _section("Running", places_taken(view, places), width)
        rows += [_running(each) for each in view.running]
        rows += [_overhaul(each, day) for each in view.overhauls]
    if view.unstarted:
        rows += _section("Not started")
        rows += [_unstarted(each, view.tested) for each in view.unstarted]
    if view.parked or unfinished:
        rows += _section("Parked")
        for id, words, at in unfinished:
            rows.append(Line(f"draft:{id}", PARKED.sign, words or "An unfinished slip", f"stopped at {at}"))
        for entry in view.parked:
            when = days_away(entry.happened_on, day)
            rows.append(Line(f"entry:{entry.id}", PARKED.sign, entry.what_happened, when))
        if view.parked_more:
            rows.append(Row(_margin((f"  and {view.parked_more} more in the journal", "$quiet"))))
    if view.focus:
        values = " ".join(str(value) for value in view.focus.can_do)
        aside = f"can-do {values}" if values else "no try yet"
        rows += [BLANK, _labelled("task:" + view.focus.task.id, "The one task", view.focus.task.name, aside, width)]
    if view.noticing:
        rows += [] if view.focus else [BLANK]
        plan = f"when {view.noticing.cue}, I press {key_for('today.notice')}"
        rows.append(_labelled("noticing:" + view.noticing.id, "To notice next", plan, "", width))
    rows += _if_you_like(view, day, width)
    if not rows:
        said = "No slips yet. When the next one comes, " if view.is_new else "Nothing waits. When the next slip comes, "
        rows = [BLANK, Row(_margin(said, (key_for("today.notice"), "$accent"), "."))]
    return _laid_out(rows, width)


def _if_you_like(view: Today, day: date, width: int) -> list[Row]:
    rows = [] if view.focus or view.noticing or not (view.to_check or view.ago) else [BLANK]
    if view.to_check:
        rows.append(_labelled("monthly:", "Monthly check", counted(view.to_check, "situation"), "a key each", width))
    if ago := view.ago:
        aside = days_away(ago.entry.happened_on, day)
        rows.append(_labelled("ago:" + ago.entry.id, "A while ago", ago.entry.what_happened, aside, width))
        ended = Content(display_safe(one_line(ago.ended))).truncate(max(width - 2 * MARGIN - LABEL, 8), ellipsis=True)
        rows.append(Row(_margin(" " * LABEL, ended.stylize("$quiet"))))
    return rows


def _section(title: str, aside: str = "", width: int = 0) -> list[Row]:
    head = _margin((title, "bold"))
    if aside:
        pad = max(width - MARGIN - head.cell_length - len(aside), 1)
        head = Content.assemble(head, " " * pad, (aside, "$quiet"))
    return [BLANK, Row(head)]


def _waiting(each: Waiting, situations: dict[str | None, str], day: date) -> Line:
    sign = OVERHAUL.sign if each.kind is WaitingKind.OVERHAUL else WAITS.sign
    since = f"{each.since:%a}" if (day - each.since).days < 7 else short_day(each.since, day)
    aside = brief = f"since {since}" if each.since < day else "today"
    more = ""
    if each.kind is WaitingKind.OVERHAUL:
        aside += f" · {OVERHAUL.word}"
    elif each.kind is WaitingKind.CHECK_BACK:
        aside += " · is it still so?"
    elif each.entry_id in situations:
        more = f" · {situations[each.entry_id]}"
    return Line(f"{each.kind}:{each.id}", sign, each.title, aside, more, brief)


def _running(each: Running) -> Line:
    left = "1 day" if each.days_left == 1 else f"{each.days_left} days"
    gone = round(each.share_gone * BAR)
    aside = f"{left:<9}{'▪' * gone}{'▫' * (BAR - gone)}"
    title = each.experiment.action or each.experiment.cue
    return Line(f"experiment:{each.experiment.id}", OPEN.sign, title, aside, brief=left)


def _overhaul(each: Overhaul, day: date) -> Line:
    aside = days_away(each.deadline, day) if each.deadline else "no date"
    return Line(f"overhaul:{each.id}", OVERHAUL.sign, each.what_must_change, f"{aside} · {OVERHAUL.word}", brief=aside)


def _unstarted(each: Experiment, tested: Mapping[str, str]) -> Line:
    from recalibrate.domain.experimenting.plan_words import plan_named  # loaded only where a plan lies ready

    words = plan_named(each, tested) or "A plan without words yet"
    aside = f"{DRAFT.word}, round {each.round}" if each.round > 1 else DRAFT.word
    return Line(f"plan:{each.id}", "·", words, aside, brief=DRAFT.word)


def _laid_out(rows: Sequence[Row | Line], width: int) -> list[Row]:
    """One column for all asides, as far right as the longest of them lets it be."""
    room = width - 2 * MARGIN
    if room < NARROW:
        rows = [each._replace(aside=each.brief or each.aside) if isinstance(each, Line) else each for each in rows]
    lines = [each for each in rows if isinstance(each, Line)]
    widest_words = max((Content(display_safe(one_line(each.words))).cell_length for each in lines), default=0)
    whole = max((Content(display_safe(each.aside + each.more)).cell_length for each in lines), default=0)
    with_more = widest_words + whole + 4 <= room
    column = whole if with_more else max((len(each.aside) for each in lines), default=0)
    column = min(column, room // 2)
    return [_line(each, column, room, with_more=with_more) if isinstance(each, Line) else each for each in rows]


def _line(line: Line, column: int, room: int, *, with_more: bool) -> Row:
    aside = Content(display_safe(line.aside + (line.more if with_more else ""))).truncate(column, ellipsis=True)
    title = Content(display_safe(one_line(line.words))).truncate(max(room - column - 4, 8), ellipsis=True)
    pad = max(room - column - 2 - title.cell_length, 1)
    return Row(_margin((line.sign, "$accent"), " ", title, " " * pad, aside.stylize("$quiet")), line.key)


def _labelled(key: str, label: str, words: str, aside: str, width: int) -> Row:
    room = width - 2 * MARGIN - LABEL - len(aside) - 2
    title = Content(display_safe(one_line(words))).truncate(max(room, 8), ellipsis=True)
    parts: list[Content | str | tuple[str, str]] = [(label.ljust(LABEL), "$quiet"), title]
    if aside:
        parts += [" " * max(room - title.cell_length + 2, 2), (aside, "$quiet")]
    return Row(_margin(*parts), key)


def _margin(*parts: Content | str | tuple[str, str]) -> Content:
    return Content.assemble(" " * MARGIN, *parts)
