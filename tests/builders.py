"""Records with defaults, and a clock that only moves when told."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.company import Moment, MomentKind, Person
from recalibrate.domain.records.entry import Entry, Idea, InnerVoice, Scope
from recalibrate.domain.records.experiment import Experiment, Feeling
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.rating import Context, Measure, Rating
from recalibrate.domain.records.review import Review, Statement
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Improvement, Task

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 5, 14, 30, tzinfo=ZONE)
"""A Thursday afternoon."""

TODAY = NOW.date()


class FixedClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **span: float) -> datetime:
        """Go on by `days=`, `hours=`, `minutes=` …; answers the new time."""
        self.now += timedelta(**span)
        return self.now


def make_entry(what_happened: str = "I read out the wrong figure in the meeting.", **fields: Any) -> Entry:
    return Entry(**{"what_happened": what_happened, "happened_at": NOW, **fields})


def make_reframed(**fields: Any) -> Entry:
    """An entry that went through all of the reframe."""
    return make_entry(
        **{
            "sting": 60,
            "voice": make_voice(),
            "habits": ("global_judgement",),
            "named": True,
            "observation": "I read the figure of last month once, in a hurry.",
            "ideas": (Idea(text="Say the month before the figure.", chosen=True), Idea(text="Print it large.")),
            "reframed_at": NOW,
            **fields,
        }
    )


def make_voice(text: str = "I am incompetent.", **fields: Any) -> InnerVoice:
    return InnerVoice(**{"text": text, "scope": Scope.GLOBAL, "belief_before": 80, **fields})


def make_experiment(**fields: Any) -> Experiment:
    """A running experiment, two weeks from NOW."""
    return Experiment(
        **{
            "cue": "I am asked for a figure",
            "action": "say the month before the figure",
            "prediction": "nobody corrects me",
            "feeling": Feeling.HOPED,
            "probability": 60,
            "sign": "no correction in the minutes",
            "deadline": TODAY + timedelta(days=14),
            "can_do": 70,
            "started_at": NOW,
            **fields,
        }
    )


def make_overhaul(what_must_change: str = "The figures come an hour before the meeting.", **fields: Any) -> Overhaul:
    return Overhaul(**{"what_must_change": what_must_change, "deadline": TODAY + timedelta(days=21), **fields})


def make_situation(name: str = "questions in meetings", **fields: Any) -> Situation:
    return Situation(name=name, **fields)


def make_rating(value: int = 50, **fields: Any) -> Rating:
    return Rating(
        **{
            "measure": Measure.DREAD,
            "value": value,
            "rated_at": NOW,
            "context": Context.SLIP,
            **fields,
        }
    )


def make_task(name: str = "answer the phone", **fields: Any) -> Task:
    return Task(**{"name": name, "levels": ("a friend", "a shop", "an office"), "in_focus": True, **fields})


def make_attempt(task_id: str = "task", **fields: Any) -> Attempt:
    return Attempt(**{"task_id": task_id, "can_do_before": 40, "opened_at": NOW, **fields})


def make_improvement(text: str = "Write the first sentence down.", **fields: Any) -> Improvement:
    return Improvement(**{"task_id": "task", "text": text, **fields})


def make_person(alias: str = "M.", **fields: Any) -> Person:
    return Person(alias=alias, **fields)


def make_moment(**fields: Any) -> Moment:
    return Moment(**{"kind": MomentKind.SAW_CALM, "what_happened": "She corrected herself and went on.", **fields})


def make_assumption(text: str = "People notice every mistake of mine.", **fields: Any) -> Assumption:
    return Assumption(text=text, **fields)


def make_review(month: str = "2026-02", closed_at: datetime = NOW, **fields: Any) -> Review:
    statement = Statement(metric="M1", level="counts", text="Three slips in meetings.")
    return Review(**{"month": month, "closed_at": closed_at, "statements": (statement,), **fields})


def make_habit(name: str = "the courtroom", **fields: Any) -> OwnHabit:
    return OwnHabit(name=name, **fields)


def make_noticing_plan(cue: str = "I hear 'always'", **fields: Any) -> NoticingPlan:
    return NoticingPlan(cue=cue, **fields)


def day(text: str) -> date:
    """A date from its ISO form."""
    return date.fromisoformat(text)
