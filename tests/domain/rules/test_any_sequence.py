"""No sequence of steps and clock moves reaches a state that the rules forbid, or loses a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from recalibrate.domain import rules
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Outcome, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from tests.domain.rules.watched import STARTS, ZONES, Turned, Watched

MOVES = [
    timedelta(minutes=1),
    timedelta(minutes=9),
    timedelta(minutes=11),
    timedelta(hours=5),
    timedelta(hours=23, minutes=59),
    timedelta(hours=24, minutes=1),
    timedelta(days=3),
    timedelta(days=15),
]
ACTIONS = st.sampled_from(
    ["ask first", "Ask  first!", "write it down", "wait", "look it up", "say so", "breathe", "nod", "sit", ""]
)
TENS = st.integers(0, 10).map(lambda tens: tens * 10)
MAYBE = st.sampled_from([60, 0, 100, 30, 80, 50, 55, None])
PICK = st.integers(0, 20)


class AnySequence(Watched):
    @rule(start=st.sampled_from(STARTS))
    @precondition(lambda self: not self.kept)
    def begin_elsewhere_in_the_year(self, start: datetime) -> None:
        self.instant = start

    @rule(move=st.sampled_from(MOVES))
    def let_time_pass(self, move: timedelta) -> None:
        self.instant += move

    @rule(zone=st.sampled_from(ZONES))
    def travel(self, zone: ZoneInfo) -> None:
        dates = {e.id: e.deadline for e in self.experiments}
        self.zone = zone
        assert dates == {e.id: e.deadline for e in self.experiments}

    @rule(rounds=st.sampled_from([2, 3, 5]), places=st.sampled_from([1, 2, 3, 7]))
    @precondition(lambda self: len(self.kept) > 1)
    def turn_the_settings_and_go_on(self, rounds: int, places: int) -> None:
        self.limits = Turned(rounds, places)
        if waiting_rounds := [e for e in self.drafts() if e.round > 1]:
            pick = self.drafts().index(waiting_rounds[-1])
            self.fill_in_and_start(pick=pick, action="hum", probability=50, days=7)

    @rule(action=ACTIONS, probability=MAYBE, days=st.sampled_from([7, 0, 1, 2, 14, 60, 61, -1]))
    def write_and_start(self, action: str, probability: int | None, days: int) -> None:
        draft = Experiment(
            entry_id="slip",
            cue="she asks",
            action=action,
            prediction="she waits",
            probability=probability,
            sign="the meeting goes on",
            deadline=self.today + timedelta(days=days),
        )
        self.attempt(lambda: (draft,))
        self.attempt(lambda: (rules.start(draft, self.experiments, self.now, self.limits),))

    @rule(pick=PICK, action=ACTIONS, probability=TENS, days=st.integers(0, 14))
    @precondition(lambda self: self.drafts())
    def fill_in_and_start(self, pick: int, action: str, probability: int, days: int) -> None:
        draft = self.drafts()[pick % len(self.drafts())]
        day = self.today + timedelta(days=days)
        filled = replace(draft, action=action, probability=probability, deadline=day)
        self.attempt(lambda: (filled,))
        self.attempt(lambda: (rules.start(filled, self.experiments, self.now, self.limits),))

    @rule(pick=PICK, change=st.tuples(st.sampled_from(["sign", "prediction", "action", "cue"]), ACTIONS))
    @precondition(lambda self: self.begun())
    def mend(self, pick: int, change: tuple[str, str]) -> None:
        each = self.begun()[pick % len(self.begun())]
        self.attempt(lambda: (rules.correct(each, *change, self.experiments, self.now),))

    @rule(minutes=st.sampled_from([1, 9, 11]), probability=st.sampled_from([20, 70, 33]))
    @precondition(lambda self: self.going())
    def mend_the_probability_of_the_last_one_soon(self, minutes: int, probability: int) -> None:
        each = max(self.going(), key=lambda e: (e.started_at or self.now).astimezone(UTC))
        assert each.started_at is not None
        self.wait_until(each.started_at.astimezone(UTC) + timedelta(minutes=minutes))
        self.attempt(lambda: (rules.correct(each, "probability", probability, self.experiments, self.now),))

    @rule(pick=PICK, days=st.integers(0, 16), reason=st.sampled_from(["no chance yet", " "]))
    @precondition(lambda self: self.begun())
    def extend(self, pick: int, days: int, reason: str) -> None:
        each = self.begun()[pick % len(self.begun())]
        day = self.today + timedelta(days=days)
        self.attempt(lambda: (rules.extend(each, day, reason, self.now),))

    @rule(pick=PICK, days=st.integers(0, 2))
    @precondition(lambda self: self.going())
    def extend_at_its_date(self, pick: int, days: int) -> None:
        each = self.going()[pick % len(self.going())]
        assert each.deadline is not None
        self.wait_until(datetime.combine(each.deadline + timedelta(days=days), time(9), self.zone))
        self.extend(pick=self.begun().index(each), days=1, reason="no chance yet")

    @rule(pick=PICK, reason=st.sampled_from(["it was called off", ""]))
    @precondition(lambda self: self.begun())
    def withdraw(self, pick: int, reason: str) -> None:
        each = self.begun()[pick % len(self.begun())]
        self.attempt(lambda: (rules.withdraw(each, reason, self.now),))

    @rule(pick=PICK, choice=st.sampled_from([*Choice, Choice.CHANGE]), days=st.integers(0, 30))
    @precondition(lambda self: self.going())
    def decide(self, pick: int, choice: Choice, days: int) -> None:
        each = self.going()[pick % len(self.going())]
        offered = rules.choices_left(each, self.experiments, self.limits)
        assert {Choice.KEEP, Choice.STOP, Choice.OVERHAUL} <= set(offered)
        decision = Decision(choice=choice, decided_at=self.now, what_happened="Twice.", outcome=Outcome.PARTLY)
        day = self.today + timedelta(days=days)
        self.attempt(
            lambda: (
                rules.decide(
                    each,
                    decision,
                    self.experiments,
                    self.limits,
                    check_back_on=day,
                    overhaul=Overhaul(what_must_change="The sheet comes earlier.", deadline=day),
                ).records
            )
        )

    @rule(pick=PICK, action=ACTIONS, probability=TENS)
    @precondition(lambda self: self.going())
    def change_and_go_on_at_once(self, pick: int, action: str, probability: int) -> None:
        """The shortest way round, so that the machine often meets the last round."""
        self.decide(pick=pick, choice=Choice.CHANGE, days=0)
        if self.drafts() and probability < 90:
            self.fill_in_and_start(pick=-1, action=action, probability=probability, days=7)

    @rule(pick=PICK, hours=st.sampled_from([0, 23, 25]))
    @precondition(lambda self: any(e.decision for e in self.begun()))
    def take_back(self, pick: int, hours: int) -> None:
        times = {e.id: e.decision.decided_at.astimezone(UTC) for e in self.begun() if e.decision}
        latest = sorted(times, key=lambda id: times[id])[-1 - pick % len(times)]
        each = next(e for e in self.begun() if e.id == latest)
        self.wait_until(times[latest] + timedelta(hours=hours))
        self.attempt(lambda: rules.undo_decision(each, self.experiments, self.overhauls, self.now, self.limits).records)

    @rule(hours=st.sampled_from([0, 0, 23, 25]))
    @precondition(lambda self: self.done)
    def step_back(self, hours: int) -> None:
        """Undo the last commit of the session, as the rules let it."""
        self.wait_until(self.instant + timedelta(hours=hours))
        commit, going = self.done[-1], len(self.going())
        try:
            answered = rules.stepped_back(commit, self.experiments, self.overhauls, self.now, self.limits)
        except rules.Refused as refusal:
            event(f"not stepped back: {str(refusal)[:14]}")
            return
        self.done.pop()
        for (after, _), before in zip(commit, answered, strict=True):
            self.check_step_back(after, before)
            self.kept[after.id] = before or replace(after, deleted_at=self.now)
        assert len(self.going()) <= max(going, self.limits.open_at_once)

    @rule(pick=PICK)
    @precondition(lambda self: self.begun())
    def write_a_new_round(self, pick: int) -> None:
        each = self.begun()[pick % len(self.begun())]
        self.attempt(lambda: (rules.next_round(each, self.experiments, self.limits),))

    @rule(pick=PICK, answer=st.sampled_from(StillSo))
    @precondition(lambda self: any(e.check_back for e in self.begun()))
    def look_again(self, pick: int, answer: StillSo) -> None:
        kept = [e for e in self.begun() if e.check_back]
        each = kept[pick % len(kept)]
        self.attempt(lambda: (rules.answer_check_back(each, answer, "", self.now),))

    @rule(pick=PICK, days=st.integers(0, 20), ending=st.none() | st.sampled_from(Ending))
    @precondition(lambda self: self.overhauls)
    def go_on_with_an_overhaul(self, pick: int, days: int, ending: Ending | None) -> None:
        each = self.overhauls[pick % len(self.overhauls)]
        if ending is not None:
            self.attempt(lambda: (rules.close_overhaul(each, ending, "it was enough", self.now),))
        else:
            day = self.today + timedelta(days=days)
            self.attempt(lambda: (rules.extend_overhaul(each, day, "they are away", self.now),))

    @rule(pick=PICK)
    @precondition(lambda self: self.begun())
    def note(self, pick: int) -> None:
        each = self.begun()[pick % len(self.begun())]
        self.attempt(lambda: (rules.add_note(each, "It was the third one.", self.now),))


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
