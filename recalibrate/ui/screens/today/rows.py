"""Today as rows: which words stand where, at a given width."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from recalibrate.domain.deadlines import days_away, short_day
from recalibrate.domain.due import Running, Waiting, WaitingKind
from recalibrate.domain.experiment import Experiment
from recalibrate.domain.marks import DRAFT, OPEN, OVERHAUL, PARKED, WAITS
from recalibrate.domain.overhaul import Overhaul
from recalibrate.domain.text import display_safe
from recalibrate.domain.today import Today
from recalibrate.domain.wording import counted, one_line
from recalibrate.ui.widgets.rows import Row

MARGIN = 2
BAR = 14
BLANK = Row(Content(""))

Unfinished = tuple[str, str, str]
"""The id of a draft, its words, and the prompt it stopped at."""


def today_rows(
    view: Today, unfinished: Sequence[Unfinished], situations: dict[str | None, str], day: date, width: int, places: int
) -> list[Row]:
    """The rows of Today; `situations` maps entries' ids to the names of their situations.

    `places` is how many experiments may run at once.
    """
    rows: list[Row] = []
    if view.waiting:
        rows += _section("Waits for a decision")
        rows += [_waiting(each, situations, day, width) for each in view.waiting]
    if view.running or view.unstarted or view.overhauls:
        taken = len(view.running) + sum(each.kind is WaitingKind.EXPERIMENT for each in view.waiting)
        rows += _section("Running", f"{taken} of {places}", width)
        rows += [_running(each, width) for each in view.running]
        rows += [_overhaul(each, day, width) for each in view.overhauls]
        rows += [_unstarted(each, width) for each in view.unstarted]
    if view.parked or unfinished:
        rows += _section("Parked")
        for id, words, at in unfinished:
            rows.append(_line(f"draft:{id}", PARKED.sign, words or "An unfinished slip", f"stopped at {at}", width))
        for entry in view.parked:
            when = days_away(entry.happened_on, day)
            rows.append(_line(f"entry:{entry.id}", PARKED.sign, entry.what_happened, when, width))
        if view.parked_more:
            rows.append(Row(_margin((f"  and {view.parked_more} more in the journal", "$quiet"))))
    if view.focus:
        values = " ".join(str(value) for value in view.focus.can_do)
        aside = f"can-do {values}" if values else "no try yet"
        rows += [BLANK, _labelled("task:" + view.focus.task.id, "The one task", view.focus.task.name, aside, width)]
    if view.noticing:
        rows += [] if view.focus else [BLANK]
        plan = f"when {view.noticing.cue}, I press n"
        rows.append(_labelled("noticing:" + view.noticing.id, "To notice next", plan, "", width))
    rows += _if_you_like(view, day, width)
    if not rows:
        said = "No slips yet. When the next one comes, " if view.is_new else "Nothing waits. When the next slip comes, "
        rows = [BLANK, Row(_margin(said, ("n", "$accent"), "."))]
    return rows


def _if_you_like(view: Today, day: date, width: int) -> list[Row]:
    rows = [] if view.focus or view.noticing or not (view.to_check or view.ago) else [BLANK]
    if view.to_check:
        rows.append(_labelled("monthly:", "Monthly check", counted(view.to_check, "situation"), "a key each", width))
    if ago := view.ago:
        aside = days_away(ago.entry.happened_on, day)
        rows.append(_labelled("ago:" + ago.entry.id, "A while ago", ago.entry.what_happened, aside, width))
        ended = Content(display_safe(one_line(ago.ended))).truncate(max(width - 2 * MARGIN - 18, 8), ellipsis=True)
        rows.append(Row(_margin(" " * 18, ended.stylize("$quiet"))))
    return rows


def _section(title: str, aside: str = "", width: int = 0) -> list[Row]:
    head = _margin((title, "bold"))
    if aside:
        pad = max(width - MARGIN - head.cell_length - len(aside), 1)
        head = Content.assemble(head, " " * pad, (aside, "$quiet"))
    return [BLANK, Row(head)]


def _waiting(each: Waiting, situations: dict[str | None, str], day: date, width: int) -> Row:
    sign = OVERHAUL.sign if each.kind is WaitingKind.OVERHAUL else WAITS.sign
    since = f"{each.since:%a}" if (day - each.since).days < 7 else short_day(each.since, day)
    aside = [f"since {since}" if each.since < day else "today"]
    if each.kind is WaitingKind.OVERHAUL:
        aside.append(OVERHAUL.word)
    elif each.kind is WaitingKind.CHECK_BACK:
        aside.append("is it still so?")
    elif each.entry_id in situations:
        aside.append(situations[each.entry_id])
    return _line(f"{each.kind}:{each.id}", sign, each.title, " · ".join(aside), width)


def _running(each: Running, width: int) -> Row:
    left = "1 day" if each.days_left == 1 else f"{each.days_left} days"
    gone = round(each.share_gone * BAR)
    aside = f"{left:<9}{'▪' * gone}{'▫' * (BAR - gone)}"
    title = each.experiment.action or each.experiment.cue
    return _line(f"experiment:{each.experiment.id}", OPEN.sign, title, aside, width)


def _overhaul(each: Overhaul, day: date, width: int) -> Row:
    aside = days_away(each.deadline, day) if each.deadline else "no date"
    return _line(f"overhaul:{each.id}", OVERHAUL.sign, each.what_must_change, f"{aside} · {OVERHAUL.word}", width)


def _unstarted(each: Experiment, width: int) -> Row:
    words = each.action or each.cue or "A plan without words yet"
    aside = f"{DRAFT.word}, round {each.round}" if each.round > 1 else f"{DRAFT.word}, not started"
    return _line(f"plan:{each.id}", "·", words, aside, width)


def _line(key: str, sign: str, words: str, aside: str, width: int) -> Row:
    room = width - 2 * MARGIN
    aside_text = Content(display_safe(aside)).truncate(max(room // 2, 10), ellipsis=True)
    column = max(aside_text.cell_length, min(36, room // 2))
    title = Content(display_safe(one_line(words))).truncate(max(room - column - 4, 8), ellipsis=True)
    pad = max(room - column - 2 - title.cell_length, 1)
    styled = aside_text.stylize("$quiet")
    return Row(_margin((sign, "$accent"), " ", title, " " * pad, styled), key)


def _labelled(key: str, label: str, words: str, aside: str, width: int) -> Row:
    room = width - 2 * MARGIN - 18 - len(aside) - 2
    title = Content(display_safe(one_line(words))).truncate(max(room, 8), ellipsis=True)
    parts: list[Content | str | tuple[str, str]] = [(label.ljust(18), "$quiet"), title]
    if aside:
        parts += [" " * max(room - title.cell_length + 2, 2), (aside, "$quiet")]
    return Row(_margin(*parts), key)


def _margin(*parts: Content | str | tuple[str, str]) -> Content:
    return Content.assemble(" " * MARGIN, *parts)
