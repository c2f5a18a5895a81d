"""Sentences about the year, the task and the company."""

from __future__ import annotations

from recalibrate.domain.look_back.company import Company
from recalibrate.domain.look_back.doing import TaskDoing
from recalibrate.domain.look_back.speech.levels import (
    NOTHING_YET,
    SHARE_FROM,
    THRESHOLDS,
    Direction,
    Level,
    Metric,
    Standings,
    in_100,
    level,
    somewhere,
)
from recalibrate.domain.look_back.year import Year
from recalibrate.domain.records.review import Statement
from recalibrate.domain.wording import as_sentence, counted, listed, long_day, so_many_of

REPEATED_FROM = 3


def of_year(found: Year) -> Statement:
    """How much the year holds; not a streak and not a score."""
    if not found.entries:
        text = "No slips in this year so far."
    else:
        until = long_day(found.until, found.until)
        decisions = counted(found.decisions, "decision")
        text = f"{counted(found.entries, 'slip')} written down and {decisions} made in the year to {until}."
    return Statement(metric=Metric.YEAR, level=Level.COUNTS, text=text)


def of_doing(found: TaskDoing, standings: Standings) -> tuple[Statement, ...]:
    """M7 of one task, its strength over the levels, and M7b for each improvement."""
    said = level(Metric.DOING, found.cases, standings(Metric.DOING, found.task_id, Direction.HIGHER))
    beside = f"partly {found.partly}, no {found.no}, no chance {found.no_chance}, open {found.still_open}"
    if said is Level.COUNTS:
        have = so_many_of(found.cases, THRESHOLDS[Metric.DOING].interval or 0, "tries")
        text = f"{have} needed so far: {found.yes} done, {beside}. {NOTHING_YET}"
    else:
        text = f"{found.yes} of {found.cases} tries done — {somewhere(found.interval)}. Beside them {beside}."
    statements = [_statement(Metric.DOING, said, text, found.task_id)]
    if said is not Level.COUNTS and found.mean_can_do is not None and found.gap is not None:
        text = f"Can-do before a try was around {in_100(found.mean_can_do)}, {_gap(found.gap)}."
        if found.strength is not None:
            levels = f"{found.rated_levels} of {counted(len(found.levels), 'level')}"
            text += f" Over {levels} it stands at {found.strength:.0f}."
        text += " Within one person, confidence mostly follows doing."
        statements.append(_statement(Metric.DOING, said, text, f"{found.task_id} can-do"))
    for each in found.improvements:
        later = counted(each.later, "later try", "later tries")
        counts = f"“{each.text.rstrip('.')}”: used again in {each.used} of {later}."
        if each.later < REPEATED_FROM:
            counts += " Too early."
        statements.append(_statement(Metric.REPEATED, Level.COUNTS, counts, found.task_id))
    return tuple(statements)


def of_no_task() -> Statement:
    """What stands where no task has a try."""
    return _statement(Metric.DOING, Level.COUNTS, f"No try at a task so far. {NOTHING_YET}", "")


def of_company(found: Company) -> tuple[Statement, ...]:
    """M10; counts only, and aliases with two or more calm moments."""
    if not found.moments:
        text = f"No moment is noted in these twelve months. {NOTHING_YET}"
        return (_statement(Metric.COMPANY, Level.COUNTS, text, ""),)
    total = found.total
    parts = (
        f"saw a mistake put right calmly {total.saw_calm}",
        f"a slip of yours met well {total.met_me}",
        f"you met one {total.i_met}",
        f"used against someone {total.used_against}",
    )
    text = f"{counted(found.moments, 'moment')} in twelve months: {', '.join(parts)}."
    made = [_statement(Metric.COMPANY, Level.COUNTS, text, "")]
    if found.curious:
        words = f"Two or more calm moments with {as_sentence(listed(found.curious))} Counts, no scores."
        made.append(_statement(Metric.COMPANY, Level.COUNTS, words, "curious"))
    return tuple(made)


def _gap(gap: float) -> str:
    points = in_100(abs(gap))
    if points < SHARE_FROM:
        return "about what was done"
    return f"{points} {'above' if gap > 0 else 'below'} what was done"


def _statement(metric: Metric, said: Level, text: str, about: str) -> Statement:
    return Statement(metric=metric.value, level=said.value, text=text, about=about)
