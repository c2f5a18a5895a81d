"""Whether what was begun was decided, and whether it stuck (M1, M1b)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from recalibrate.domain.look_back.periods import Month, months_until
from recalibrate.domain.records.experiment import Experiment, Status, StillSo
from recalibrate.domain.statistics import Interval, Wait, median_wait, wilson

GRACE_DAYS = 7


@dataclass(frozen=True, slots=True)
class FollowThrough:
    """`decided` of `reached` were decided in time; beside them withdrawn, extended, decided late or still waiting.

    `ahead` are decided too, but a week past their date is still to come, so that they are not among `reached`.
    """

    reached: int
    decided: int
    late: int
    waiting: int
    withdrawn: int
    extended: int
    ahead: int
    interval: Interval


def follow_through(experiments: Iterable[Experiment], day: date) -> FollowThrough:
    """M1 = D/N. N: started, not withdrawn, final deadline + 7 days ≤ `day`; D: of these, decided by then.

    The clock sets N, so forgetting counts and extending cannot hide it. Interval: Wilson (1927). Withdrawn and
    extended ones are counted apart, wherever their date is, never dropped; `late` were decided after the seven
    days, `waiting` not at all.
    """
    reached = decided = late = waiting = withdrawn = extended = ahead = 0
    for each in experiments:
        if each.started_at is None or each.deadline is None:
            continue
        if each.withdrawal:
            withdrawn += 1
            continue
        extended += each.extension is not None
        until = each.deadline + timedelta(days=GRACE_DAYS)
        if until > day:
            ahead += each.decision is not None
            continue
        reached += 1
        if each.decision is None:
            waiting += 1
        elif each.decision.decided_at.date() <= until:
            decided += 1
        else:
            late += 1
    return FollowThrough(reached, decided, late, waiting, withdrawn, extended, ahead, wilson(decided, reached))


@dataclass(frozen=True, slots=True)
class Stuck:
    """The answers to "Is it still so?" where its day has come."""

    yes: int
    partly: int
    no: int
    unanswered: int
    interval: Interval

    @property
    def cases(self) -> int:
        """All whose day has come, answered or not."""
        return self.yes + self.partly + self.no + self.unanswered


def did_it_stick(experiments: Iterable[Experiment], day: date) -> Stuck:
    """M1b: of the decisions whose check-back day is over, how many are still so; an answer not given is no yes.

    Interval: Wilson (1927) for *yes* among all of them.
    """
    answers: list[StillSo | None] = []
    for each in experiments:
        look = each.check_back
        if each.decision and look and (look.answer is not None or look.check_back_on < day):
            answers.append(look.answer)
    yes = answers.count(StillSo.YES)
    return Stuck(
        yes=yes,
        partly=answers.count(StillSo.PARTLY),
        no=answers.count(StillSo.NO),
        unanswered=answers.count(None),
        interval=wilson(yes, len(answers)),
    )


@dataclass(frozen=True, slots=True)
class MonthOfDecisions:
    """How many decisions of each kind a month saw."""

    month: str
    keep: int = 0
    change: int = 0
    stop: int = 0
    overhaul: int = 0

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """Keep, change, stop, overhaul."""
        return (self.keep, self.change, self.stop, self.overhaul)


def decisions_by_month(experiments: Iterable[Experiment], day: date, months: int = 12) -> tuple[MonthOfDecisions, ...]:
    """Decisions of each kind in the last months, from the first one that has any."""
    counts: dict[Month, dict[str, int]] = {month: {} for month in months_until(day, months)}
    for each in experiments:
        if each.decision and (found := counts.get(Month.of(each.decision.decided_at.date()))) is not None:
            found[each.decision.choice] = found.get(each.decision.choice, 0) + 1
    rows = [MonthOfDecisions(month.key, **found) for month, found in counts.items()]
    while rows and not any(rows[0].counts):
        rows.pop(0)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class TimeToDecide:
    """The middle number of days from start to decision; None when more than half are not decided."""

    cases: int
    decided: int
    median_days: float | None


def time_to_decide(experiments: Iterable[Experiment], day: date) -> TimeToDecide:
    """Kaplan–Meier median (1958) of the days from start to decision.

    Running ones count as undecided at `day`, withdrawn ones at their withdrawal.
    """
    waits = []
    for each in experiments:
        if each.started_at is None or each.status(day) is Status.DRAFT:
            continue
        ended = each.decision.decided_at.date() if each.decision else day
        if each.withdrawal:
            ended = each.withdrawal.withdrawn_at.date()
        waits.append(Wait(max((ended - each.started_at.date()).days, 0), each.decision is not None))
    return TimeToDecide(len(waits), sum(wait.done for wait in waits), median_wait(waits))
