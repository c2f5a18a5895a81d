"""Sentences about situations: dread over time, both ways alike, and slips before and after a decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from recalibrate.domain.look_back.dread import DAYS_NEEDED, RATINGS_NEEDED, STEP, Dread
from recalibrate.domain.look_back.reach import Reach
from recalibrate.domain.look_back.recurrence import Recurrence
from recalibrate.domain.look_back.speech.levels import (
    NOT_SHOWN,
    NOTHING_YET,
    RECURRENCE_DAYS,
    STILL_CHANCE,
    UNLIKELY,
    WHEN_CLOSED,
    WOBBLE_WHEN_CLOSED,
    Direction,
    Level,
    Metric,
    Standings,
    chance,
    level,
    so_far,
)
from recalibrate.domain.records.review import Statement
from recalibrate.domain.wording import counted, listed, long_day, number_word, so_many_of


def of_dread(found: Dread, standings: Standings) -> tuple[Statement, ...]:
    """M3 of one situation, then M3b where it is so; the words do not name the situation."""
    cases = len(found.counted)
    way = Direction.LOWER if found.change < 0 else Direction.HIGHER
    standing = standings(Metric.DREAD, found.situation_id, way)
    p = found.trend.p if found.trend else 1.0
    beyond = abs(found.change) >= STEP and p < UNLIKELY
    enough = 0 if found.too_early else cases
    said = level(Metric.DREAD, enough, standing, excludes_no_change=beyond)
    if cases < RATINGS_NEEDED:
        text = f"{so_many_of(cases, RATINGS_NEEDED, 'ratings')} needed so far. {NOTHING_YET}"
    elif said is Level.COUNTS or found.baseline is None or found.recent is None:
        text = f"{cases} ratings over {found.days} of the {DAYS_NEEDED} days needed so far. {NOTHING_YET}"
    else:
        text = f"First ratings around {found.baseline:g}, recent ones around {found.recent:g}."
        if said is Level.CLAIM:
            text += f" {so_far(way.capitalize(), standing)}; unlikely to be wobble ({chance(p)}). {NOT_SHOWN}"
        elif beyond:
            text += f" {WOBBLE_WHEN_CLOSED}"
        elif abs(found.change) < STEP:
            text += f" So small a difference is within ordinary wobble ({chance(p)})."
        else:
            text += f" That could be ordinary wobble ({chance(p)})."
    about = found.situation_id
    direction = way.value if said is Level.CLAIM else ""
    main = Statement(metric=Metric.DREAD, level=said, text=text, about=about, direction=direction)
    fact = _fact(found)
    if not fact:
        return (main,)
    turned = Direction.LOWER if found.no_longer_dreaded else Direction.HIGHER
    plain = Statement(metric=Metric.DREAD_FACT, level=Level.COUNTS, text=fact, about=about, direction=turned)
    return (main, plain)


def of_all_dread(found: Sequence[Dread]) -> tuple[Statement, ...]:
    """What is to be said about the situations together: those no longer dreaded and those that have risen."""
    found = [each for each in found if each.counted]
    if not found:
        text = f"No situation is rated for dread so far. {NOTHING_YET}"
        return (Statement(metric=Metric.DREAD, level=Level.COUNTS, text=text),)
    early = sum(each.too_early for each in found)
    gone = [each.name for each in found if each.no_longer_dreaded]
    risen = [each.name for each in found if each.has_risen]
    first = f"No longer dreaded: {listed(gone) if gone else 'none'}. Risen: {listed(risen) if risen else 'none'}."
    still = number_word(early) if early else "none"
    rest = f"{counted(len(found), 'situation')} rated; {still} still too early to compare."
    return (
        Statement(metric=Metric.DREAD_FACT, level=Level.COUNTS, text=first),
        Statement(metric=Metric.DREAD, level=Level.COUNTS, text=rest),
    )


def of_recurrence(found: Recurrence, today: date, standings: Standings) -> Statement:
    """M8 of one situation; the words do not name it."""
    way = Direction.HIGHER if found.ratio is None or found.ratio > 1 else Direction.LOWER
    standing = standings(Metric.RECURRENCE, found.situation_id, way)
    long_enough = min(found.days_before, found.days_after) >= RECURRENCE_DAYS
    cases = found.slips if long_enough else 0
    said = level(Metric.RECURRENCE, cases, standing, excludes_no_change=found.excludes_none)
    on = long_day(found.decided_on, today)
    if found.counts_tries:
        units = tuple(f"{counted(tries, 'try', 'tries')} logged" for tries in (found.tries_before, found.tries_after))
    else:
        units = (counted(found.days_before, "day"), counted(found.days_after, "day"))
    text = (
        f"{counted(found.before, 'slip')} in {units[0]} before the decision of {on}, "
        f"{found.after} in {units[1]} after it."
    )
    if said is Level.COUNTS:
        text += " Too early to compare."
    elif said is Level.CLAIM:
        text += f" {so_far(way.capitalize(), standing)}{_times(found)}; unlikely to be chance. {NOT_SHOWN}"
    else:
        text += f" {WHEN_CLOSED if found.excludes_none else STILL_CHANCE}"
    if not found.counts_tries:
        text += " How often there was occasion to slip is not known."
    direction = way.value if said is Level.CLAIM else ""
    return Statement(metric=Metric.RECURRENCE, level=said, text=text, about=found.situation_id, direction=direction)


def of_reach(found: Reach) -> tuple[Statement, ...]:
    """M11, in counts only."""
    if not found.quarters:
        text = f"Nothing was tried in a named situation so far. {NOTHING_YET}"
        return (Statement(metric=Metric.REACH, level=Level.COUNTS, text=text),)
    last = found.quarters[-1]
    new = f"{number_word(len(last.first_time)) if last.first_time else 'none'} of them for the first time"
    text = f"{last.words}: something was tried in {counted(len(last.situations), 'situation')}, {new}."
    of_all = f"{last.once_dreaded} of {counted(last.tries, 'try', 'tries')}"
    tries = f"{of_all} in situations once rated 60 or more for dread."
    if found.nowhere:
        tries += f" {counted(found.nowhere, 'try', 'tries')} of all belong to no situation."
    return (
        Statement(metric=Metric.REACH, level=Level.COUNTS, text=text),
        Statement(metric=Metric.REACH, level=Level.COUNTS, text=tries, about="tries"),
    )


def _fact(found: Dread) -> str:
    if found.no_longer_dreaded:
        return "No longer dreaded: three or more earlier ratings of 60 and above, the last three all 30 or below."
    if found.has_risen:
        return "Has risen: three or more earlier ratings of 30 and below, the last three all 60 or above."
    return ""


def _times(found: Recurrence) -> str:
    if found.ratio is None or found.low is None or found.high is None:
        return ""
    return f", about {found.ratio:.2g} times as often ({found.low:.2g}–{found.high:.2g})"
