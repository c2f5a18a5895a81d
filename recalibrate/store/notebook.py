"""The journal as the look-back counts it, and the months it closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import takewhile

from recalibrate.domain.habits.catalogue import habit_names
from recalibrate.domain.look_back import Notebook
from recalibrate.domain.look_back.closing import close_months, nothing_between, nothing_to_close
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.review import Review
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Improvement, Task
from recalibrate.store.journal import Journal


def notebook_of(journal: Journal) -> Notebook:
    """Every record that the look-back needs; at tens of thousands this belongs in a thread."""
    return Notebook(
        entries=journal.all(Entry),
        experiments=journal.all(Experiment),
        overhauls=journal.all(Overhaul),
        situations=journal.all(Situation),
        ratings=journal.all(Rating),
        tasks=journal.all(Task),
        attempts=journal.all(Attempt),
        improvements=journal.all(Improvement),
        people=journal.all(Person),
        moments=journal.all(Moment),
        reviews=journal.all(Review),
        habit_names=habit_names(journal.all(OwnHabit)),
    )


def reviews_due(
    journal: Journal,
    now: datetime,
    is_over: Callable[[], bool] = lambda: False,
    between: Callable[[], None] = nothing_between,
) -> tuple[Review, ...]:
    """The reviews of the months that are over and not closed yet, worked out and not kept.

    Where the last month is closed nothing but the reviews is read. `is_over` is asked between two months, so that
    leaving the app need not wait for all of them; `between` is called more often, to let others work.
    """
    if nothing_to_close(journal.all(Review), now.date()):
        return ()
    between()
    return tuple(takewhile(lambda review: not is_over(), close_months(notebook_of(journal), now, between=between)))


def keep_reviews(journal: Journal, reviews: Sequence[Review]) -> int:
    """Keep the reviews of months that nobody else closed meanwhile; answers how many. Raises JournalError."""
    closed = {each.month for each in journal.all(Review)}
    fresh = [each for each in reviews if each.month not in closed]
    if fresh:
        journal.put(*fresh)
    return len(fresh)
