"""The tries, ratings and moments of the made-up year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from recalibrate.domain.demo.diary import Diary
from recalibrate.domain.demo.texts import AFTER_A_TRY, IMPROVEMENTS, MOMENTS
from recalibrate.domain.records.company import Meeting, Moment, MomentKind, Person
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task


def rate(diary: Diary, situation_id: str, days_ago: int, value: float) -> None:
    """A rating of dread in the monthly check."""
    when = diary.at(diary.today - timedelta(days=days_ago), 19, diary.random.randint(0, 59))
    rating = Rating(
        id=diary.new_id(),
        measure=Measure.DREAD,
        value=diary.tens(value),
        rated_at=when,
        context=Context.MONTHLY,
        situation_id=situation_id,
    )
    diary.write(rating, when)


def tries(diary: Diary, task: Task, days_ago: list[int], *, improving: bool) -> None:
    """Tries at a task on those days, a little surer and a little more often done as time goes on."""
    improvements: list[Improvement] = []
    texts = list(IMPROVEMENTS) if improving else []
    for number, ago in enumerate(days_ago):
        share = number / max(len(days_ago) - 1, 1)
        opened = diary.at(diary.today - timedelta(days=ago), 8, 30)
        attempt = Attempt(
            id=diary.new_id(),
            task_id=task.id,
            level=min(int(share * len(task.levels)), len(task.levels) - 1),
            can_do_before=diary.tens(35 + 35 * share),
            dread_before=diary.tens(70 - 40 * share),
            opened_at=opened,
        )
        closed = diary.at(diary.today - timedelta(days=ago), 17)
        attempt = replace(
            attempt,
            done=_done(diary, share),
            difficulty_after=diary.tens(60 - 20 * share),
            note=diary.one_of(AFTER_A_TRY),
            closed_at=closed,
            improvements_used=tuple(each.id for each in improvements if diary.chance(0.55)),
        )
        diary.write(attempt, closed)
        if texts and number % 5 == 2:
            made = Improvement(id=diary.new_id(), task_id=task.id, text=texts.pop(0), attempt_id=attempt.id)
            improvements.append(diary.write(made, closed))


def moments(diary: Diary, entry_ids: list[str]) -> None:
    """Moments of how slips were met, spread over the year, and the people in them by their aliases."""
    people: dict[str, Person] = {}
    start = diary.at(diary.today - timedelta(days=360), 12)
    for _, alias, _, _ in MOMENTS:
        if alias not in people:
            meets = {"M.": Meeting.CURIOUS, "K.": Meeting.CURIOUS, "R.": Meeting.AGAINST}.get(alias, Meeting.NOT_SURE)
            people[alias] = diary.write(Person(id=diary.new_id(), alias=alias, meets=meets), start)
    for number in range(17):
        kind, alias, what, borrow = MOMENTS[number % len(MOMENTS)]
        when = diary.at(_spread(diary, number, 17), 13)
        moment = Moment(
            id=diary.new_id(),
            kind=MomentKind(kind),
            what_happened=what,
            person_id=people[alias].id,
            borrow=borrow,
            happened_at=when,
            entry_id=diary.one_of(entry_ids) if kind == MomentKind.MET_ME else None,
        )
        diary.write(moment, when)


def _spread(diary: Diary, number: int, count: int) -> date:
    return diary.today - timedelta(days=345 - number * 340 // count - diary.random.randint(0, 9))


def _done(diary: Diary, share: float) -> Doing:
    draw = diary.random.random()
    if draw < 0.1:
        return Doing.NO_CHANCE
    if draw < 0.25:
        return Doing.PARTLY
    return Doing.YES if draw < 0.55 + 0.35 * share else Doing.NO
