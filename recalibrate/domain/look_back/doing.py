"""Confidence beside doing, for one task, and which improvements were used again (M7, M7b)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.domain.statistics import Interval, wilson


@dataclass(frozen=True, slots=True)
class Try:
    """One closed or open try on a local day, as the picture needs it."""

    day: date
    level: int
    can_do: int | None
    done: Doing | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """An improvement used again in `used` of `later` tries after the one it came from."""

    text: str
    used: int
    later: int


@dataclass(frozen=True, slots=True)
class TaskDoing:
    """What was done of a task; `gap` is mean can-do minus the share done (both 0–1), above 0 when surer than done.

    `strength` (0–100) is the mean over the `rated_levels` of the latest can-do there.
    """

    task_id: str
    name: str
    levels: tuple[str, ...]
    in_focus: bool
    tries: tuple[Try, ...]
    yes: int
    partly: int
    no: int
    no_chance: int
    still_open: int
    interval: Interval
    mean_can_do: float | None
    strength: float | None
    rated_levels: int
    gap: float | None
    improvements: tuple[Repeated, ...]

    @property
    def cases(self) -> int:
        """The tries in which there was a chance to do it, and an answer."""
        return self.yes + self.partly + self.no


def doing(notebook: Notebook) -> tuple[TaskDoing, ...]:
    """M7 and M7b of every task with a try, the one in focus first."""
    found = [
        task_doing(task, notebook.attempts, notebook.improvements)
        for task in sorted(notebook.tasks, key=lambda each: (not each.in_focus, each.archived_at is not None))
    ]
    return tuple(each for each in found if each.tries)


def task_doing(task: Task, attempts: Iterable[Attempt], improvements: Iterable[Improvement]) -> TaskDoing:
    """M7: share of tries done (*partly* apart, *no chance* left out and printed) beside can-do before them.

    gap = mean can_do/100 − share, over the tries that have both; strength after Bandura (2006): the mean over the
    graded levels. Within one person confidence mostly follows doing (Sitzmann & Yeo 2013).
    """
    own = sorted((each for each in attempts if each.task_id == task.id), key=_opened)
    closed = [each for each in own if each.done in (Doing.YES, Doing.PARTLY, Doing.NO)]
    made = [each.done for each in own]
    rated = [each for each in closed if each.can_do_before is not None]
    can_do = [each.can_do_before for each in rated if each.can_do_before is not None]
    mean = sum(can_do) / len(can_do) / 100 if can_do else None
    done_of_rated = sum(each.done is Doing.YES for each in rated)
    latest = {each.level: each.can_do_before for each in own if each.can_do_before is not None}
    yes = made.count(Doing.YES)
    return TaskDoing(
        task_id=task.id,
        name=task.name,
        levels=task.levels,
        in_focus=task.in_focus,
        tries=tuple(Try(_opened(each)[0], each.level, each.can_do_before, each.done) for each in own),
        yes=yes,
        partly=made.count(Doing.PARTLY),
        no=made.count(Doing.NO),
        no_chance=made.count(Doing.NO_CHANCE),
        still_open=made.count(None),
        interval=wilson(yes, len(closed)),
        mean_can_do=mean,
        strength=sum(latest.values()) / len(latest) if latest else None,
        rated_levels=len(latest),
        gap=mean - done_of_rated / len(rated) if mean is not None else None,
        improvements=tuple(
            repeated(each, own) for each in improvements if each.task_id == task.id and each.archived_at is None
        ),
    )


def repeated(improvement: Improvement, tries: Sequence[Attempt]) -> Repeated:
    """M7b: used again in k of the m tries after the one it was noted from (or after it was written)."""
    source = next((each for each in tries if each.id == improvement.attempt_id), None)
    since = (source.opened_at or source.created_at) if source else improvement.created_at
    later = [
        each
        for each in tries
        if each.id != improvement.attempt_id and each.done is not None and (each.opened_at or each.created_at) > since
    ]
    return Repeated(improvement.text, sum(improvement.id in each.improvements_used for each in later), len(later))


def _opened(attempt: Attempt) -> tuple[date, str]:
    opened = attempt.opened_at or attempt.created_at
    return opened.date(), opened.isoformat()
