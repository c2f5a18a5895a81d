"""Sentences about the voice: how far it reached, how true it felt, how long a slip waited, which habits were named."""

from __future__ import annotations

from dataclasses import replace

from recalibrate.domain.look_back.belief import Shift
from recalibrate.domain.look_back.first_voice import FirstVoice
from recalibrate.domain.look_back.habits import HabitCount, Habits
from recalibrate.domain.look_back.reframing import TimeToReframe
from recalibrate.domain.look_back.speech.levels import (
    NOT_SHOWN,
    NOTHING_YET,
    STILL_CHANCE,
    THRESHOLDS,
    TOO_FEW_FOR_TIME,
    UNLIKELY,
    WHEN_CLOSED,
    Direction,
    Level,
    Metric,
    Standing,
    Standings,
    chance,
    level,
    so_far,
    somewhere,
)
from recalibrate.domain.records.review import Statement
from recalibrate.domain.statistics import Difference
from recalibrate.domain.wording import counted, so_many_of

LISTED_HABITS = 8


def of_first_voice(found: FirstVoice, standings: Standings) -> tuple[Statement, ...]:
    """M2a, and the slips whose voice has no mark."""
    earlier, later = found.earlier, found.later
    way = _way(found.difference)
    standing = standings(Metric.FIRST_VOICE, "", way)
    beyond = found.difference is not None and found.difference.excludes_none
    cases = min(earlier.marked, later.marked)
    said = level(Metric.FIRST_VOICE, cases, standing, excludes_no_change=beyond)
    counts = f"{earlier.whole} of {earlier.marked} in {earlier.words}, {later.whole} of {later.marked} in {later.words}"
    if not earlier.marked and not later.marked:
        text = f"No voice is marked in these six months. {NOTHING_YET}"
    elif said is Level.COUNTS:
        text = f"Global first voices: {counts}. Too early to compare, and that is fine."
    else:
        text = f"Global first voices: {_compared(counts, said, standing, way, beyond)}"
    unmarked = sum(month.unmarked for month in found.months)
    without = f" {counted(unmarked, 'slip')} of these twelve months without a marked voice." if unmarked else ""
    beside = f"Counted over the slips you wrote down.{without}"
    return (
        _statement(Metric.FIRST_VOICE, said, text, direction=way if said is Level.CLAIM else ""),
        _statement(Metric.FIRST_VOICE, Level.COUNTS, beside, about="unmarked"),
    )


def of_same_sitting(found: Shift, standings: Standings) -> Statement:
    """M2b; never a claim."""
    said = level(Metric.SAME_SITTING, len(found.pairs), standings(Metric.SAME_SITTING, "", Direction.LOWER))
    counts = f"{found.down} down, {found.same} the same, {found.up} up"
    if not found.pairs:
        text = f"No voice was rated twice in one sitting. {NOTHING_YET}"
    elif said is Level.COUNTS or found.middle is None:
        text = f"Rated twice in one sitting: {counts}. Too few to say what is usual."
    else:
        text = (
            f"Same sitting: {counts}; the middle change is {_moved(found.middle)}. "
            "People rate lower right after writing partly because they were asked."
        )
    return _statement(Metric.SAME_SITTING, said, text)


def of_belief_later(found: Shift, standings: Standings) -> Statement:
    """M2c, the only number about belief that may go on a summary."""
    way = Direction.LOWER if found.down >= found.up else Direction.HIGHER
    standing = standings(Metric.BELIEF_LATER, "", way)
    beyond = found.p < UNLIKELY
    said = level(Metric.BELIEF_LATER, found.changed, standing, excludes_no_change=beyond)
    if said is Level.COUNTS or found.middle is None:
        needed = THRESHOLDS[Metric.BELIEF_LATER].claim or 0
        text = f"{so_many_of(found.changed, needed, 'changed answers')} needed so far. {NOTHING_YET}"
        return _statement(Metric.BELIEF_LATER, said, text)
    counts = f"{found.down} of {len(found.pairs)} voices felt less true, {found.up} more, {found.same} the same"
    text = f"Days later, {counts}; the middle change is {_moved(found.middle)}."
    if said is Level.CLAIM:
        text += f" {so_far(way.capitalize(), standing)}, unlikely to be chance ({chance(found.p)}). {NOT_SHOWN}"
        return _statement(Metric.BELIEF_LATER, said, text, direction=way)
    text += f" {WHEN_CLOSED}" if beyond else f" That could still be chance ({chance(found.p)})."
    return _statement(Metric.BELIEF_LATER, said, text)


def of_time_to_reframe(found: TimeToReframe, standings: Standings) -> Statement:
    """M4; no target, and those with only a day known are said apart."""
    said = level(Metric.TIME_TO_REFRAME, found.cases, standings(Metric.TIME_TO_REFRAME, "", Direction.LOWER))
    still_open = found.cases - found.reframed
    if not found.cases:
        text = "No slip with a known hour so far."
    elif said is Level.COUNTS:
        text = f"{counted(found.cases, 'slip')} with a known hour, {found.reframed} reframed. {TOO_FEW_FOR_TIME}"
    elif found.median_hours is None:
        text = f"More than half of {found.cases} slips still open: {found.reframed} reframed."
    else:
        half = f"Half of {found.cases} slips were reframed within {_hours(found.median_hours)}"
        text = f"{half}; {still_open} still open."
    if found.day_only:
        text += f" {found.day_only} with only a day known, left out."
    return _statement(Metric.TIME_TO_REFRAME, said, text)


def of_habits(found: Habits, standings: Standings) -> tuple[Statement, ...]:
    """M6: first the habit named most, then each with its trend; "named in 7 of 18", never "you have"."""
    said = level(Metric.HABITS, found.cases, standings(Metric.HABITS, "", Direction.LOWER))
    if not found.rows:
        text = "No slip has come to the naming of a habit so far."
        if found.cases:
            slips = counted(found.cases, "slip")
            text = f"No habit is named in {slips} that came to the naming. None of these is fine."
        return (_statement(Metric.HABITS, Level.COUNTS, text),)
    first = found.rows[0]
    text = f"“{first.name}” was named in {first.named} of {first.cases} slips"
    if said is Level.COUNTS:
        text += f". {NOTHING_YET}"
    else:
        text += f", {somewhere(first.interval)}."
    beside = f"One slip can have several habits. {found.without or 'None'} had none named."
    top = _statement(Metric.HABITS, Level.COUNTS if said is Level.COUNTS else Level.INTERVAL, text)
    trends = [_habit(row, found, standings) for row in found.rows[:LISTED_HABITS]]
    rows = _chance_said_once([row for row in trends if row])
    return (top, _statement(Metric.HABITS, Level.COUNTS, beside, about="without"), *rows)


def _chance_said_once(rows: list[Statement]) -> list[Statement]:
    """The trends, those that could still be chance first and that said once, beneath them."""
    chance_yet = [row for row in rows if row.text.endswith(STILL_CHANCE)]
    if len(chance_yet) < 2:
        return rows
    bare = [replace(row, text=row.text.removesuffix(STILL_CHANCE).rstrip()) for row in chance_yet]
    said = f"These {len(bare)} differences could still be chance."
    once = _statement(Metric.HABITS, Level.COUNTS, said, about="chance")
    return [*bare, once, *(row for row in rows if row not in chance_yet)]


def _habit(row: HabitCount, found: Habits, standings: Standings) -> Statement | None:
    """The trend of one habit, once both quarters have enough to compare."""
    way = _way(row.difference)
    standing = standings(Metric.HABITS, row.key, way)
    beyond = row.difference is not None and row.difference.excludes_none
    said = level(Metric.HABITS, min(row.earlier[1], row.later[1]), standing, excludes_no_change=beyond)
    if said is Level.COUNTS:
        return None
    counts = (
        f"{row.earlier[0]} of {row.earlier[1]} in {found.earlier_words}, "
        f"{row.later[0]} of {row.later[1]} in {found.later_words}"
    )
    text = f"“{row.name}”: {_compared(counts, said, standing, way, beyond)}"
    return _statement(Metric.HABITS, said, text, about=row.key, direction=way if said is Level.CLAIM else "")


def _compared(counts: str, said: Level, standing: Standing, way: Direction, beyond: bool) -> str:
    if said is Level.CLAIM:
        return f"{counts}. {so_far(way.capitalize(), standing)}; unlikely to be chance. {NOT_SHOWN}"
    return f"{counts}. {WHEN_CLOSED if beyond else STILL_CHANCE}"


def _way(difference: Difference | None) -> Direction:
    return Direction.HIGHER if difference and difference.change > 0 else Direction.LOWER


def _moved(middle: float) -> str:
    """A change of before − then as words: 20 is "20 down"."""
    return "none" if not middle else f"{abs(middle):g} {'down' if middle > 0 else 'up'}"


def _hours(hours: float) -> str:
    if hours < 1:
        return f"{max(round(hours * 60), 1)} minutes"
    return counted(round(hours), "hour") if hours < 48 else f"{round(hours / 24)} days"


def _statement(metric: Metric, said: Level, text: str, *, about: str = "", direction: str = "") -> Statement:
    return Statement(metric=metric.value, level=said.value, text=text, about=about, direction=str(direction))
