"""Sentences about experiments: followed through, stuck, rounds, time, and what was expected."""

from __future__ import annotations

from recalibrate.domain.look_back.expectations import Expectation
from recalibrate.domain.look_back.follow_through import FollowThrough, Stuck, TimeToDecide
from recalibrate.domain.look_back.rounds import Rounds
from recalibrate.domain.look_back.speech.levels import (
    NOTHING_YET,
    SHARE_FROM,
    SKILL_FROM,
    STILL_CHANCE,
    THRESHOLDS,
    TOO_FEW_FOR_TIME,
    WHEN_CLOSED,
    Direction,
    Level,
    Metric,
    Standings,
    in_100,
    level,
    so_far,
    somewhere,
    span,
)
from recalibrate.domain.records.experiment import Feeling
from recalibrate.domain.records.review import Statement
from recalibrate.domain.wording import counted, listed, number_word


def of_follow_through(found: FollowThrough, standings: Standings) -> tuple[Statement, ...]:
    """M1, and beside it what was withdrawn, extended, decided late or still waits."""
    more = found.decided * 2 >= found.reached
    way = Direction.HIGHER if more else Direction.LOWER
    standing = standings(Metric.FOLLOW_THROUGH, "", way)
    beyond = not found.interval.holds(0.5)
    said = level(Metric.FOLLOW_THROUGH, found.reached, standing, excludes_no_change=beyond)
    if not found.reached:
        text = "No experiment has reached its date so far."
    elif said is Level.COUNTS:
        whose = "its" if found.reached == 1 else "their"
        reached = f"{counted(found.reached, 'experiment')} reached {whose} date"
        text = f"{reached}; {found.decided} decided in time. Too early for a rate."
    else:
        text = f"{found.decided} of {found.reached} decided in time — {somewhere(found.interval)}."
        if said is Level.CLAIM:
            text += f" {so_far('More often than not' if more else 'Less often than not', standing)}."
    parts = [f"{found.withdrawn or 'none'} withdrawn", f"{found.extended or 'none'} given more time"]
    parts += [f"{found.late or 'none'} decided later", f"{found.waiting or 'none'} waiting for longer than a week"]
    beside = f"In time is within a week of the date. Beside that: {listed(parts)}."
    if found.ahead:
        beside += f" {found.ahead} more decided already, the week after the date not over: counted from then on."
    return (
        _statement(Metric.FOLLOW_THROUGH, said, text, direction=way.value if said is Level.CLAIM else ""),
        _statement(Metric.FOLLOW_THROUGH, Level.COUNTS, beside, about="beside"),
    )


def of_stuck(found: Stuck, standings: Standings) -> Statement:
    """M1b; an answer not given has a place of its own."""
    said = level(Metric.STUCK, found.cases, standings(Metric.STUCK, "", Direction.HIGHER))
    if not found.cases:
        return _statement(Metric.STUCK, said, "No decision has been looked at again so far.")
    text = (
        f"Looked at again: still so {found.yes} of {found.cases}, partly {found.partly}, no {found.no}, "
        f"not answered {found.unanswered}"
    )
    text += f" — {somewhere(found.interval)} still so." if said is Level.INTERVAL else ". Too early for a rate."
    return _statement(Metric.STUCK, said, text)


def of_rounds(found: Rounds, standings: Standings) -> Statement:
    """M9; many rounds that end in *change* are shown as they are."""
    said = level(Metric.ROUNDS, found.questions, standings(Metric.ROUNDS, "", Direction.LOWER))
    lengths = listed([f"{many} with {_rounds(length)}" for length, many in found.lengths])
    ended = f"ended by keep {found.keep}, stop {found.stop}, overhaul {found.overhaul}"
    others = f"changed and not gone on {found.changed}, running {found.running}, withdrawn {found.withdrawn}"
    if not found.questions:
        text = "No question has had a round so far."
    elif said is Level.COUNTS:
        text = f"{counted(found.questions, 'question')} so far ({lengths}): {ended}; {others}."
    else:
        text = f"{found.questions} questions ({lengths}): {ended} ({span(found.interval)} came to an end); {others}."
    return _statement(Metric.ROUNDS, said, text)


def of_time_to_decide(found: TimeToDecide) -> Statement:
    """The middle wait from start to decision, beside follow-through."""
    if found.cases < (THRESHOLDS[Metric.TIME_TO_REFRAME].interval or 0):
        text = f"Of {counted(found.cases, 'experiment')} ever started, {found.decided} decided by now, in time or not."
        text = f"{text} {TOO_FEW_FOR_TIME}" if found.cases else "No experiment has been started so far."
    elif found.median_days is None:
        text = f"More than half of {found.cases} experiments are not decided: {found.decided} are."
    else:
        days = counted(round(found.median_days), "day")
        text = f"Half of {found.cases} experiments were decided within {days} of their start."
    return _statement(Metric.FOLLOW_THROUGH, Level.COUNTS, text, about="time")


def of_expectation(found: Expectation, standings: Standings) -> tuple[Statement, ...]:
    """M5 for one feeling, and what its score leaves out."""
    about = str(found.feeling or "")
    score = found.score
    if score is None:
        text = f"No {_thing(found.feeling, 1)} with a plain yes or no so far. {NOTHING_YET}"
        return (_statement(Metric.EXPECTATION, Level.COUNTS, text, about=about), *_left_out(found, about))
    way = Direction.LOWER if (score.bias or 0) < 0 else Direction.HIGHER
    standing = standings(Metric.EXPECTATION, about, way)
    said = level(Metric.EXPECTATION, score.cases, standing, excludes_no_change=score.is_biased)
    start = f"{number_word(score.cases).capitalize()} {_thing(found.feeling, score.cases)}"
    expected = f"you expected about {in_100(score.expected)} in 100"
    if score.cases < SHARE_FROM:
        text = f"{_few(found.feeling, score.cases, score.happened)} {NOTHING_YET}"
    elif said is Level.COUNTS:
        text = f"{start}: {expected}; {score.happened} happened. Too early for more."
    else:
        text = f"{start}: {expected}; {score.happened} happened ({span(score.interval)})."
        if said is Level.CLAIM:
            word = "Fewer than expected" if way is Direction.LOWER else "More than expected"
            text += f" {so_far(word, standing)} (z = {score.bias:.1f})."
        elif not score.is_biased:
            text += f" {STILL_CHANCE}"
        else:
            text += f" {WHEN_CLOSED}"
    made = [_statement(Metric.EXPECTATION, said, text, about=about, direction=way.value if said is Level.CLAIM else "")]
    if score.cases >= SKILL_FROM and score.skill is not None:
        skill = f"As a forecast: skill {score.skill:.2f} (0 is no better than the usual share, 1 is certain and right)."
        made.append(_statement(Metric.EXPECTATION, Level.INTERVAL, skill, about=f"{about} skill"))
    return (*made, *_left_out(found, about))


def _left_out(found: Expectation, about: str) -> tuple[Statement, ...]:
    if not found.left_out:
        return ()
    counts = f"partly {found.partly}, could not tell {found.could_not_tell}, no answer {found.unanswered}"
    text = f"{(found.feeling or 'Not marked').capitalize()}, left out of the score: {counts}."
    return (_statement(Metric.EXPECTATION, Level.COUNTS, text, about=f"{about} left out"),)


def _rounds(length: int) -> str:
    return "one round" if length == 1 else f"{number_word(length)} rounds"


def _few(feeling: Feeling | None, cases: int, happened: int) -> str:
    """What came of a few things, where a share would say too much."""
    things = _thing(feeling, cases)
    if cases == 1:
        return f"The one {things} {'happened' if happened else 'did not happen'}."
    came = number_word(happened) if happened else "none"
    return f"Of the {number_word(cases)} {things}, {came} happened."


def _thing(feeling: Feeling | None, count: int) -> str:
    thing = "thing" if count == 1 else "things"
    if feeling is Feeling.FEARED:
        return f"{thing} you feared"
    return f"{thing} you hoped for" if feeling is Feeling.HOPED else f"{thing} you expected"


def _statement(metric: Metric, said: Level, text: str, *, about: str = "", direction: str = "") -> Statement:
    return Statement(metric=metric.value, level=said.value, text=text, about=about, direction=direction)
