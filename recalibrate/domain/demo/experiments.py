"""The experiments of the made-up year, each begun and ended by the rules of the notebook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from recalibrate.domain import rules
from recalibrate.domain.demo.diary import Diary
from recalibrate.domain.demo.texts import HOPES, LEARNED, NEXT, OVERHAULS, WENT, Plan
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry, Idea, Path, Triage
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Feeling, Kind, Outcome, Status, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.settings import Settings

LIMITS = Settings()
DECK = (*[Choice.KEEP] * 5, *[Choice.CHANGE] * 4, Choice.STOP, Choice.STOP, Choice.OVERHAUL, None)
LAST_ROUND = 36
"""From so many days ago on no further round begins, so that its draft is there to be seen."""

LENGTHS = (7, 10, 14, 14, 14, 21)


@dataclass(slots=True)
class Fate:
    """What is going to become of an experiment, and on which day."""

    day: date
    choice: Choice | None


class Experiments:
    """Starts, extends, withdraws and decides; `live` is called once for each day."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
        self._fates: dict[str, Fate] = {}
        self._changes: dict[str, Plan] = {}
        self._overhauls = list(OVERHAULS)
        self._choices: list[Choice | None] = []
        self._reached = 0

    def begin(
        self, plan: Plan, day: date, *, entry: Entry | None = None, length: int = 0, kind: Kind = Kind.SLIP,
        assumption: Assumption | None = None, task_id: str | None = None,
    ) -> Experiment | None:  # fmt: skip
        """Start an experiment on that day; None when three are open already."""
        diary = self._diary
        feared = diary.chance(0.62)
        hope, hope_sign = diary.one_of(HOPES)
        draft = Experiment(
            id=diary.new_id(),
            entry_id=entry.id if entry else None,
            kind=kind,
            cue=plan.cue,
            action=plan.action,
            prediction=plan.fear if feared else hope,
            feeling=Feeling.FEARED if feared else Feeling.HOPED,
            probability=diary.tens(70 if feared else 50, 20),
            sign=plan.sign if feared else hope_sign,
            deadline=day + timedelta(days=length or diary.one_of(LENGTHS)),
            can_do=diary.tens(60, 20),
            assumption_id=assumption.id if assumption else None,
            task_id=task_id,
        )
        started = self._start(draft, day)
        if started and entry:
            ideas = (Idea(text=f"{plan.action[0].upper()}{plan.action[1:]}.", chosen=True), Idea(text=plan.changed))
            chosen = replace(entry, ideas=ideas, triage=Triage(choice=Path.EXPERIMENT))
            diary.write(replace(chosen, reframed_at=entry.reframed_at or diary.at(day, 20)), diary.at(day, 20))
        if started:
            self._changes[started.root] = plan
        return started

    def live(self, day: date) -> None:
        """Do what is to be done on that day."""
        for each in self._diary.all(Experiment):
            fate = self._fates.get(each.id)
            if fate and fate.day == day and each.status(day) in (Status.OPEN, Status.DUE):
                self._meet(each, fate, day)
            look = each.check_back
            answers = look and look.check_back_on == day and look.answer is None and (self._diary.today - day).days > 3
            if answers and self._diary.chance(0.92):
                answer = self._diary.one_of((StillSo.YES, StillSo.YES, StillSo.PARTLY, StillSo.NO))
                now = self._diary.at(day, 21)
                self._diary.write(rules.answer_check_back(each, answer, "", now), now)
        for overhaul in self._diary.all(Overhaul):
            if overhaul.deadline == day and overhaul.ending is None and (self._diary.today - day).days > 3:
                now = self._diary.at(day, 20)
                done = self._diary.chance(0.7)
                ending, why = (Ending.DONE, "") if done else (Ending.DROPPED, "There is no support for it this year.")
                self._diary.write(rules.close_overhaul(overhaul, ending, why, now), now)

    def decide(self, each: Experiment, choice: Choice, day: date, *, check_back_on: date | None = None) -> None:
        """Decide an experiment on that day, by the rules."""
        diary = self._diary
        now = diary.at(day, 20, 30)
        every = diary.all(Experiment)
        if choice not in rules.choices_left(each, every, LIMITS):
            choice = Choice.STOP
        assumption = next((one for one in diary.all(Assumption) if one.id == each.assumption_id), None)
        decided = rules.decide(
            each,
            self._decision(each, choice, day),
            every,
            LIMITS,
            check_back_on=check_back_on or rules.default_check_back(day),
            overhaul=self._overhaul(day) if choice is Choice.OVERHAUL else None,
            assumption=assumption,
        )
        for record in decided.records:
            fresh = record is decided.next_round or record is decided.overhaul
            diary.write(replace(record, id=diary.new_id()) if fresh else record, now)

    def _meet(self, each: Experiment, fate: Fate, day: date) -> None:
        now = self._diary.at(day, 20)
        if fate.choice is None:
            self._diary.write(rules.withdraw(each, "The round was moved to another team.", now), now)
            return
        self._reached += day == each.deadline
        if each.extension is None and day == each.deadline and self._reached % 6 == 2:
            until = day + timedelta(days=7)
            longer = rules.extend(each, until, "There was no occasion in these two weeks.", now)
            self._diary.write(longer, now)
            self._fates[each.id] = Fate(until, fate.choice)
            return
        self.decide(each, fate.choice, day)
        if fate.choice is Choice.CHANGE:
            self._go_on(each, day)

    def _go_on(self, each: Experiment, day: date) -> None:
        """Begin the next round, changed in one thing, where there is a place for it."""
        rounds = [one for one in self._diary.all(Experiment) if one.root == each.root]
        drafts = [one for one in rounds if one.status(day) is Status.DRAFT]
        plan = self._changes.get(each.root)
        near = (self._diary.today - day).days < LAST_ROUND
        if near or not drafts or plan is None or self._diary.chance(0.1):
            return
        action = plan.changed if drafts[0].round == 2 else f"{plan.changed}, and again on the day after"
        draft = replace(
            drafts[0],
            action=action,
            probability=self._diary.tens(60, 20),
            can_do=self._diary.tens(60, 20),
            deadline=day + timedelta(days=14),
        )
        self._start(draft, day)

    def _start(self, draft: Experiment, day: date) -> Experiment | None:
        diary = self._diary
        now = diary.at(day, 21)
        try:
            started = rules.start(draft, diary.all(Experiment), now, LIMITS)
        except rules.Refused:
            return None
        diary.write(started, now)
        deadline = started.deadline or day
        choice = self._next_choice()
        late = diary.one_of((-2, 0, 0, 0, 1, 2, 4, 11))
        day = day + timedelta(days=3) if choice is None else deadline + timedelta(days=late)
        self._fates[started.id] = Fate(day, choice)
        return started

    def _next_choice(self) -> Choice | None:
        """The next card of a shuffled deck, so that every kind of decision comes up; None = taken back."""
        if not self._choices:
            self._choices = list(DECK)
            self._diary.random.shuffle(self._choices)
        return self._choices.pop()

    def _decision(self, each: Experiment, choice: Choice, day: date) -> Decision:
        diary = self._diary
        draw = diary.random.random()
        came = 0.28 if each.feeling is Feeling.FEARED else 0.6
        outcome = Outcome.YES if draw < came else Outcome.NO
        if draw > 0.86:
            outcome = Outcome.PARTLY if draw < 0.95 else Outcome.COULD_NOT_TELL
        entry = next((one for one in diary.all(Entry) if one.id == each.entry_id), None)
        before = entry.voice.belief_before if entry and entry.voice else None
        later = None if before is None or diary.chance(0.1) else diary.tens(before - diary.one_of((0, 10, 20, 30, 40)))
        return Decision(
            choice=choice,
            decided_at=diary.at(day, 20, 30),
            what_happened=diary.one_of(WENT[outcome]),
            outcome=outcome,
            learned=diary.one_of(LEARNED),
            next_line=NEXT[choice],
            belief_later=later,
            sure_after=diary.tens(40) if each.assumption_id else None,
        )

    def _overhaul(self, day: date) -> Overhaul:
        what, step, who = self._overhauls.pop(0)
        self._overhauls.append((what, step, who))
        return Overhaul(what_must_change=what, first_step=step, who_must_agree=who, deadline=day + timedelta(days=28))
