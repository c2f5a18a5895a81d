"""The monthly check: dread for each situation that has a rating, in random order, earlier values kept for after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from random import Random

from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.rules.starting import on_scale
from recalibrate.domain.situations.tending import dread_by_situation, end_ids

EARLIER_SHOWN = 3


def to_rate(
    situations: Sequence[Situation], ratings: Iterable[Rating], today: date, seed: str
) -> tuple[Situation, ...]:
    """The situations still to be rated in this month, in the order that `seed` gives.

    Every situation with a rating, a sting too; not the archived, nor those rated this month.
    """
    rated = dread_by_situation(ratings, end_ids(situations))
    waiting = [
        each
        for each in situations
        if each.id in rated
        and each.archived_at is None
        and each.merged_into is None
        and not any(_is_of_month(rating, today) for rating in rated[each.id])
    ]
    waiting.sort(key=lambda each: each.id)  # the order must hang on the seed alone
    Random(seed).shuffle(waiting)
    return tuple(waiting)


def is_offered(situations: Sequence[Situation], ratings: Sequence[Rating], today: date) -> int:
    """How many situations a check would ask about; 0 once it was begun in this month."""
    if any(_is_of_month(each, today) for each in ratings):
        return 0
    return len(to_rate(situations, ratings, today, ""))


def monthly_rating(situation: Situation, value: int, now: datetime) -> Rating:
    """The rating of one situation (0–100 in tens) at the monthly check."""
    on_scale(value, "dread")
    return Rating(measure=Measure.DREAD, value=value, rated_at=now, context=Context.MONTHLY, situation_id=situation.id)


def earlier_words(situation: Situation, situations: Iterable[Situation], ratings: Iterable[Rating]) -> str:
    """The last values before, to be shown only after the answer: "before: 70, 60, 50"."""
    rated = dread_by_situation(ratings, end_ids(situations)).get(situation.id, ())
    values = [each.value for each in rated if each.context is not Context.SLIP]
    return f"before: {', '.join(map(str, values[-EARLIER_SHOWN:]))}" if values else ""


def _is_of_month(rating: Rating, today: date) -> bool:
    day = rating.rated_at.date()
    return rating.context is Context.MONTHLY and (day.year, day.month) == (today.year, today.month)
