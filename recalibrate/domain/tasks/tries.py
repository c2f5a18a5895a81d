"""Tries at a task: opened before the event, closed after it, and what was worth repeating."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import NAMESPACE_OID, uuid5

from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line

WINDOW = 5
"""Doing is drawn as the share done of so many tries, the latest of them included."""

WITH_A_CHANCE = frozenset({Doing.YES, Doing.PARTLY, Doing.NO})

DONE_WORDS = {Doing.YES: "yes", Doing.PARTLY: "partly", Doing.NO: "no", Doing.NO_CHANCE: "no chance to try"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelStanding:
    """A level with the latest ratings before a try at it (0–100, None without any) and what was done.

    `done` of the `tries` that had a chance; `partly` counts apart.
    """

    words: str
    can_do: int | None = None
    dread: int | None = None
    tries: int = 0
    done: int = 0
    partly: int = 0


def tries_of(task_id: str, attempts: Iterable[Attempt]) -> list[Attempt]:
    """The tries at one task, the earliest first."""
    return sorted((each for each in attempts if each.task_id == task_id), key=tried_at)


def tried_at(attempt: Attempt) -> datetime:
    """When a try began."""
    return attempt.opened_at or attempt.created_at


def open_try(task_id: str, attempts: Iterable[Attempt]) -> Attempt | None:
    """The try that was opened last and waits to be closed."""
    return next((each for each in reversed(tries_of(task_id, attempts)) if each.done is None), None)


def standings(task: Task, attempts: Iterable[Attempt]) -> tuple[LevelStanding, ...]:
    """Where each level of the task stands, the easiest first."""
    found = [LevelStanding(words=words) for words in task.levels]
    for each in tries_of(task.id, attempts):
        if not 0 <= each.level < len(found):
            continue
        here = found[each.level]
        found[each.level] = replace(
            here,
            can_do=here.can_do if each.can_do_before is None else each.can_do_before,
            dread=here.dread if each.dread_before is None else each.dread_before,
            tries=here.tries + (each.done in WITH_A_CHANCE),
            done=here.done + (each.done is Doing.YES),
            partly=here.partly + (each.done is Doing.PARTLY),
        )
    return tuple(found)


def belief_over_time(tries: Iterable[Attempt]) -> tuple[tuple[date, int], ...]:
    """Can-do before each try (0–100), with its day."""
    return tuple((tried_at(each).date(), each.can_do_before) for each in tries if each.can_do_before is not None)


def doing_over_time(tries: Iterable[Attempt]) -> tuple[tuple[date, float], ...]:
    """The share of the last five tries that were done (0–100), after each try that had a chance."""
    made = [each for each in tries if each.done in WITH_A_CHANCE]
    points = []
    for place, each in enumerate(made, start=1):
        last = made[max(0, place - WINDOW) : place]
        share = 100 * sum(one.done is Doing.YES for one in last) / len(last)
        points.append((tried_at(each).date(), share))
    return tuple(points)


def used_again(improvement: Improvement, attempts: Iterable[Attempt]) -> tuple[int, int]:
    """In how many of how many later closed tries it was used (M7b); "later" than the try it was noted from."""
    tries = tries_of(improvement.task_id, attempts)
    source = next((each for each in tries if each.id == improvement.attempt_id), None)
    since = tried_at(source) if source else improvement.created_at
    later = [
        each for each in tries if each.id != improvement.attempt_id and each.done is not None and tried_at(each) > since
    ]
    return sum(improvement.id in each.improvements_used for each in later), len(later)


def improvement_text(line: str) -> str:
    """The line as it is kept. Refused when it is empty."""
    words = one_line(clean_text(line))
    if not words:
        raise Refused("A few words, so that you know it again.", field="improvement")
    return words


def used_again_words(improvement: Improvement, attempts: Iterable[Attempt]) -> str:
    """ "used again 4 of 6"; before the first later try "not tried again yet"."""
    used, later = used_again(improvement, attempts)
    return f"used again {used} of {later}" if later else "no later try yet"


def ratings_before(attempt: Attempt, task: Task) -> tuple[Rating, ...]:
    """What was rated before the try, as ratings of the task and its situation; their ids follow from the try."""
    at = tried_at(attempt)
    values = ((Measure.CAN_DO, attempt.can_do_before), (Measure.DREAD, attempt.dread_before))
    return tuple(
        Rating(
            id=rating_id(attempt, measure),
            measure=measure,
            value=value,
            rated_at=at,
            context=Context.BEFORE_TRY,
            situation_id=task.situation_id,
            task_id=task.id,
        )
        for measure, value in values
        if value is not None
    )


def rating_id(attempt: Attempt, measure: Measure) -> str:
    """The id of the rating that was given before this try."""
    return str(uuid5(NAMESPACE_OID, f"{measure} {attempt.id}"))


def all_of_try(attempt: Attempt, ratings: Iterable[Rating]) -> tuple[Record, ...]:
    """The try with the ratings that were given before it; what was noted from it as worth repeating stays."""
    ids = {rating_id(attempt, measure) for measure in (Measure.CAN_DO, Measure.DREAD)}
    return (attempt, *(each for each in ratings if each.id in ids))
