"""Puts the made-up year together, day by day, up to a given moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from recalibrate.domain.demo.diary import Diary
from recalibrate.domain.demo.experiments import Experiments
from recalibrate.domain.demo.slips import Slips
from recalibrate.domain.demo.texts import ASSUMPTIONS, OLD_TASK, OVERHAULS, TASK, Plan
from recalibrate.domain.demo.texts_daily import LUNCH, MAIL, PLANNING
from recalibrate.domain.demo.texts_meetings import CALLS, HANDING_OVER, MEETINGS
from recalibrate.domain.demo.tries import moments, rate, tries
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry, Path, Triage
from recalibrate.domain.records.experiment import CheckBack, Choice, Experiment, Kind, Status
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Task

DAYS = 360
SCENES = (MEETINGS, CALLS, HANDING_OVER, MAIL, PLANNING, LUNCH)
WEIGHTS: Mapping[str, tuple[int, int]] = {
    MEETINGS.name: (9, 3),
    CALLS.name: (5, 1),
    HANDING_OVER.name: (4, 4),
    MAIL.name: (5, 3),
    PLANNING.name: (3, 7),
    LUNCH.name: (0, 2),
}
"""How often a slip belongs to a scene at the beginning of the year and at its end."""

ASSUMPTION_PLAN = Plan(
    "I do not know an answer",
    "say so in five words",
    "nobody asks me again",
    "a week without a question",
    "say who may know it",
)

LAST_START = 34
"""From so many days ago on, nothing new is begun but what is to be seen on Today."""


def demo_year(now: datetime, seed: int = 5) -> tuple[Record, ...]:
    """A year of made-up records up to `now` (aware), the same for the same moment and seed.

    Dread of meetings and calls falls, of planning it rises, handing over and mail wobble, lunch is too early.
    Every kind of decision is there, rounds, extensions, a withdrawal, overhauls, check-backs, and on the last day:
    something that waits, two that run, an overhaul, a draft and parked slips.
    """
    diary = Diary(now, seed)
    start = diary.at(diary.today - timedelta(days=DAYS), 9)
    situations = {scene.name: diary.write(Situation(id=diary.new_id(), name=scene.name), start) for scene in SCENES}
    own = diary.write(
        OwnHabit(id=diary.new_id(), name="The courtroom", definition="I plead my case to people who are not there."),
        start,
    )
    noticing = NoticingPlan(id=diary.new_id(), cue="I hear “I always …”")
    diary.write(noticing, diary.at(diary.today - timedelta(days=9), 9))
    slips, experiments = Slips(diary, own.id), Experiments(diary)
    _tasks(diary, situations)
    _assumptions(diary, experiments)
    for ago in range(DAYS, 2, -1):
        _one_day(diary, slips, experiments, situations, ago)
    _ratings(diary, situations)
    _last_days(diary, slips, experiments, situations)
    moments(diary, [each.id for each in diary.all(Entry)])
    return diary.records


def _one_day(
    diary: Diary, slips: Slips, experiments: Experiments, situations: Mapping[str, Situation], ago: int
) -> None:
    day = diary.today - timedelta(days=ago)
    experiments.live(day)
    weekend = day.weekday() >= 5
    away = 196 < ago < 212  # two weeks on holiday, without a word
    if away or not diary.chance(0.12 if weekend else 0.42):
        return
    gone = 1 - ago / DAYS
    weights = [first + (last - first) * gone for first, last in WEIGHTS.values()]
    scene = diary.random.choices(SCENES, weights)[0]
    if scene is LUNCH and ago > 60:
        scene = MEETINGS
    entry = slips.write(scene, situations[scene.name].id, day, whole=not diary.chance(0.03))
    if ago > LAST_START and entry.observation and entry.triage is None and diary.chance(0.62):
        experiments.begin(diary.one_of(scene.plans), day, entry=entry)


def _tasks(diary: Diary, situations: Mapping[str, Situation]) -> None:
    """A task that rests and the one in focus, each with its tries."""
    name, levels = OLD_TASK
    old = Task(id=diary.new_id(), name=name, levels=levels)
    diary.write(old, diary.at(diary.today - timedelta(days=330), 9))
    tries(diary, old, [320, 311, 300, 288, 275, 263, 250], improving=False)
    name, levels = TASK
    meetings = situations[MEETINGS.name].id
    task = Task(id=diary.new_id(), name=name, levels=levels, in_focus=True, situation_id=meetings)
    diary.write(task, diary.at(diary.today - timedelta(days=190), 9))
    monday = diary.today.weekday()
    tries(diary, task, [ago + monday for ago in range(182, 0, -7)], improving=True)


def _assumptions(diary: Diary, experiments: Experiments) -> None:
    for (text, otherwise), ago in zip(ASSUMPTIONS, (340, 150), strict=True):
        day = diary.today - timedelta(days=ago)
        assumption = Assumption(id=diary.new_id(), text=text, sure_before=80, expect_if_not=otherwise)
        diary.write(assumption, diary.at(day, 20))
        experiments.begin(ASSUMPTION_PLAN, day, length=14, kind=Kind.ASSUMPTION, assumption=assumption)


def _ratings(diary: Diary, situations: Mapping[str, Situation]) -> None:
    """Dread in the monthly check: two that fall, one that rises, two that wobble, one too early."""
    courses = {
        MEETINGS.name: (80, 70, 80, 70, 70, 60, 50, 50, 40, 20, 20, 20),
        CALLS.name: (70, 80, 70, 70, 50, 40, 30, 30, 20, 20, 10, 20),
        HANDING_OVER.name: (50, 60, 45, 55, 60, 50, 55, 45, 60, 50),
        MAIL.name: (60, 55, 60, 50, 55, 50, 40, 50, 45),
        PLANNING.name: (20, 20, 10, 20, 30, 40, 40, 60, 70, 80, 70),
        LUNCH.name: (50, 40, 45),
    }
    for name, course in courses.items():
        for back, value in enumerate(reversed(course)):
            rate(diary, situations[name].id, 8 + 29 * back + diary.random.randint(0, 3), value)


def _last_days(diary: Diary, slips: Slips, experiments: Experiments, situations: Mapping[str, Situation]) -> None:
    """What Today shows: one that waits, two that run, a draft, an overhaul, a check-back, two parked slips."""
    today = diary.today
    for each in diary.all(Experiment):
        if each.status(today) in (Status.OPEN, Status.DUE):
            experiments.decide(each, Choice.STOP, today - timedelta(days=19))
    entry = slips.write(HANDING_OVER, situations[HANDING_OVER.name].id, today - timedelta(days=33))
    changed = experiments.begin(HANDING_OVER.plans[0], today - timedelta(days=33), entry=entry, length=12)
    if changed:
        experiments.decide(changed, Choice.CHANGE, today - timedelta(days=20))
    begun = ((MEETINGS, MEETINGS.plans[1], 18), (PLANNING, PLANNING.plans[0], 11), (MAIL, MAIL.plans[0], 5))
    for scene, plan, ago in begun:
        day = today - timedelta(days=ago)
        entry = slips.write(scene, situations[scene.name].id, day)
        experiments.begin(plan, day, entry=entry, length=14)
    kept = [each for each in diary.all(Experiment) if each.check_back and each.check_back.answer is None]
    if kept:
        look_again = replace(kept[-1], check_back=CheckBack(check_back_on=today - timedelta(days=1)))
        diary.write(look_again, kept[-1].updated_at)
    entry = slips.write(PLANNING, situations[PLANNING.name].id, today - timedelta(days=27))
    written = diary.at(today - timedelta(days=27), 21)
    diary.write(replace(entry, triage=Triage(choice=Path.OVERHAUL)), written)
    what, step, _ = OVERHAULS[1]
    overhaul = Overhaul(
        id=diary.new_id(),
        what_must_change=what,
        entry_id=entry.id,
        first_step=step,
        deadline=today - timedelta(days=1),
    )
    diary.write(overhaul, written)
    for scene, ago in ((HANDING_OVER, 2), (LUNCH, 1)):
        slips.write(scene, situations[scene.name].id, today - timedelta(days=ago), whole=False)
