"""A change of the journal in a few words, for the moment in which it is undone or done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from recalibrate.domain.dates.deadlines import short_day
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Moment, Person
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.review import Review
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Improvement, Task
from recalibrate.domain.wording import counted, one_line

MOST = 32
"""Characters of the user's own words that are said; the rest is left out."""

Change = tuple[Record, Record | None]
"""A record as it was saved, and as it stood before; None where it was new."""


def change_words(changes: Sequence[Change], today: date) -> str:
    """What was changed, as "the moment of 22 Nov" or "the decision on “ask first”"; empty where nothing was."""
    if not changes:
        return ""
    changes = sorted(changes, key=_place)
    now, before = changes[0]
    noun = KINDS[type(now)][0]
    several = sum(type(each) is type(now) for each, _ in changes)
    named = counted(several, noun) if several > 1 else f"the {noun}{_words(now, today)}"
    if isinstance(now, Experiment) and isinstance(before, Experiment) and several == 1:
        verb = _step_of_experiment(now, before)
        if verb:
            return f"{verb} “{_short(now.action or now.cue)}”"
    if isinstance(now, Overhaul) and isinstance(before, Overhaul) and now.ending and not before.ending:
        return f"closing {named}"
    if isinstance(now, Situation) and isinstance(before, Situation) and now.merged_into and not before.merged_into:
        return f"the merge of “{_short(now.name)}”"
    if now.deleted_at is not None:
        return f"deleting {named}"
    return named if before is None or before.deleted_at is not None else f"a change to {named}"


def _step_of_experiment(now: Experiment, before: Experiment) -> str:
    if now.decision and not before.decision:
        return "the decision on"
    if before.decision and not now.decision:
        return "taking back the decision on"
    if now.extension and not before.extension:
        return "the later date of"
    return ""


def _place(change: Change) -> tuple[bool, int]:
    """A decision first, then the kind one would name it by; what came along with it after that."""
    now, before = change
    steps = isinstance(now, Experiment) and isinstance(before, Experiment) and bool(_step_of_experiment(now, before))
    return not steps, list(KINDS).index(type(now))


def _short(text: str) -> str:
    """The words less their full stop, since they stand inside a sentence of ours."""
    line = one_line(text)
    words = line.rstrip(".") or line
    return words if len(words) <= MOST else f"{words[: MOST - 1].rstrip()}…"


def _words(record: Record, today: date) -> str:
    found: Any = KINDS[type(record)][1](record)
    if isinstance(found, date):
        return f" of {short_day(found, today)}"
    return f" “{_short(found)}”" if found else ""


def _day_of_moment(moment: Moment) -> date:
    return (moment.happened_at or moment.created_at).date()


def _day_of_try(attempt: Attempt) -> date:
    return (attempt.closed_at or attempt.opened_at or attempt.created_at).date()


KINDS: dict[type[Record], tuple[str, Callable[[Any], str | date]]] = {
    Entry: ("slip", lambda each: each.what_happened),
    Experiment: ("experiment", lambda each: each.action or each.cue),
    Overhaul: ("overhaul", lambda each: each.what_must_change),
    Moment: ("moment", _day_of_moment),
    Attempt: ("try", _day_of_try),
    Task: ("task", lambda each: each.name),
    Assumption: ("assumption", lambda each: each.text),
    Person: ("person", lambda each: each.alias),
    Situation: ("situation", lambda each: each.name),
    OwnHabit: ("habit", lambda each: each.name),
    Improvement: ("line", lambda each: each.text),
    NoticingPlan: ("plan to notice", lambda each: each.cue),
    Review: ("note on the month", lambda each: each.month),
    Rating: ("rating", lambda each: each.rated_at.date()),
}
"""Each kind of record: what it is called, and the words or the day one knows it by."""
