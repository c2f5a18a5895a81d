"""Experiments as rows in any list: the mark of where each stands, its action, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from recalibrate.domain.dates.deadlines import days_away, short_day
from recalibrate.domain.experimenting.plan_words import plan_named
from recalibrate.domain.marks import CHOICES, DRAFT, OPEN, WAITS, WITHDRAWN, Mark
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.ui.screens.list_rows import line, note
from recalibrate.ui.widgets.row import Row

NOTHING_TESTED: Mapping[str, str] = MappingProxyType({})


def experiment_rows(each: Experiment, today: date, width: int, tested: Mapping[str, str] = NOTHING_TESTED) -> list[Row]:
    """One experiment, and under it what was written when it was decided; `tested` are assumptions by their ids."""
    mark, aside = _stands(each, today)
    words = plan_named(each, tested) or "A plan without words yet"
    rows = [line(f"experiment:{each.id}", words, width, aside, sign=mark.sign)]
    if each.decision and (came := each.decision.what_happened or each.decision.next_line):
        rows.append(note(came, width, indent=4))
    return rows


def _stands(each: Experiment, today: date) -> tuple[Mark, str]:
    if each.decision:
        mark = CHOICES[each.decision.choice]
        return mark, f"{mark.word} · {short_day(each.decision.decided_at.date(), today)}"
    match each.status(today):
        case Status.DUE:
            return WAITS, WAITS.word
        case Status.OPEN if each.deadline:
            return OPEN, days_away(each.deadline, today)
        case Status.WITHDRAWN:
            return WITHDRAWN, WITHDRAWN.word
        case _:
            return DRAFT, "not started"
