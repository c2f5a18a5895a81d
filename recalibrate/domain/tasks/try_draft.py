"""What is typed on the card of a try, and the records it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from recalibrate.domain.records.record import Record
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.domain.rules.refused import Refused
from recalibrate.domain.rules.starting import on_scale
from recalibrate.domain.tasks.tries import ratings_before
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class TryDraft:
    """A try as far as it is filled in; ratings are 0–100 in tens, `used` are ids of improvements."""

    level: int | None = None
    can_do: int | None = None
    dread: int | None = None
    done: Doing | None = None
    difficulty: int | None = None
    note: str = ""
    used: tuple[str, ...] = ()
    improvement: str = ""

    @classmethod
    def of(cls, attempt: Attempt) -> TryDraft:
        """The card of a try that exists."""
        return cls(
            level=attempt.level,
            can_do=attempt.can_do_before,
            dread=attempt.dread_before,
            done=attempt.done,
            difficulty=attempt.difficulty_after,
            note=attempt.note,
            used=attempt.improvements_used,
        )

    def opened(self, task: Task, now: datetime) -> tuple[Record, ...]:
        """The try opened before the event, with its ratings. Refused without a level."""
        attempt = Attempt(
            task_id=task.id,
            level=self._level(task),
            can_do_before=_rated(self.can_do, "can_do"),
            dread_before=_rated(self.dread, "dread"),
            opened_at=now,
        )
        return (attempt, *ratings_before(attempt, task))

    def logged(self, task: Task, now: datetime) -> tuple[Record, ...]:
        """The try in one go, after the event; what was rated is kept as of now."""
        attempt, *ratings = self.opened(task, now)
        assert isinstance(attempt, Attempt)
        return (*self._closing(attempt, task, now), *ratings)

    def closed(self, attempt: Attempt, task: Task, now: datetime) -> tuple[Record, ...]:
        """The opened try closed, or a closed one edited; what was rated before it stays as it was given."""
        return self._closing(replace(attempt, level=self._level(task)), task, now)

    def _closing(self, attempt: Attempt, task: Task, now: datetime) -> tuple[Record, ...]:
        if self.done is None:
            raise Refused("Say what was done: yes, partly, no, or no chance to try.", field="done")
        closed = replace(
            attempt,
            done=self.done,
            difficulty_after=_rated(self.difficulty, "difficulty"),
            note=clean_text(self.note).strip(),
            improvements_used=self.used,
            closed_at=attempt.closed_at or now,
        )
        words = one_line(clean_text(self.improvement))
        if not words:
            return (closed,)
        return (closed, Improvement(task_id=task.id, text=words, attempt_id=attempt.id))

    def _level(self, task: Task) -> int:
        if self.level is None or not 0 <= self.level < len(task.levels):
            raise Refused("Choose the level first.", field="level")
        return self.level


def _rated(value: int | None, field: str) -> int | None:
    on_scale(value, field)
    return value
