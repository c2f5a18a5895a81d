"""Where an experiment or an overhaul stands, as its mark and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.domain.dates.deadlines import days_away, short_day
from recalibrate.domain.marks import CHOICES, OPEN, OVERHAUL, WAITS
from recalibrate.domain.records.experiment import Status

if TYPE_CHECKING:
    from datetime import date

    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul


def stands(each: Experiment, today: date) -> str:
    """Where an experiment stands, with the day that counts."""
    if each.decision:
        return f"{CHOICES[each.decision.choice]}, {short_day(each.decision.decided_at.date(), today)}"
    match each.status(today):
        case Status.DUE:
            return str(WAITS)
        case Status.OPEN if each.deadline:
            return f"{OPEN}, {days_away(each.deadline, today)}"
        case Status.WITHDRAWN:
            return "withdrawn"
        case _:
            return "not started"


def overhaul_stands(each: Overhaul, today: date) -> str:
    """Where an overhaul stands, with the day by which it has changed."""
    if each.ending:
        return f"{OVERHAUL}, {each.ending}"
    if each.deadline is None:
        return f"{OVERHAUL}, no date"
    return f"{OVERHAUL}, {'waits for a decision' if each.is_due(today) else days_away(each.deadline, today)}"
