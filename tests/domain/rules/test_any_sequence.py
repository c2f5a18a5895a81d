"""No sequence of steps and clock moves reaches a state that the rules forbid, or loses a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from recalibrate.domain import rules
from recalibrate.domain.journaling.story import chains_of
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Outcome, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.records.record import Record
from recalibrate.domain.today.due import ending_today, running, waiting

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu")]
# the eve of a clock change, of a leap day and of a new year
STARTS = [
    datetime(2026, 3, 28, 22, 50, tzinfo=UTC),
    datetime(2028, 2, 28, 12, 0, tzinfo=UTC),
    datetime(2026, 12, 31, 22, 58, tzinfo=UTC),
]
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


@dataclass(frozen=True)
class Turned:
    rounds_per_root: int
    open_at_once: int


class AnySequence(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.instant = STARTS[0]
        self.zone = ZONES[0]
        self.limits = Turned(3, 3)
        self.kept: dict[str, Record] = {}
        self.first: dict[str, tuple[str, int | None]] = {}
        self.done: list[list[tuple[Record, Record | None]]] = []

    @property
    def now(self) -> datetime:
        return self.instant.astimezone(self.zone)

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def experiments(self) -> list[Experiment]:
        return [e for e in self.kept.values() if isinstance(e, Experiment) and e.deleted_at is None]

    @property
    def overhauls(self) -> list[Overhaul]:
        return [o for o in self.kept.values() if isinstance(o, Overhaul) and o.deleted_at is None]

    def drafts(self) -> list[Experiment]:
        return [e for e in self.experiments if e.started_at is None]

    def begun(self) -> list[Experiment]:
        return [e for e in self.experiments if e.started_at is not None]

    def going(self) -> list[Experiment]:
        return [e for e in self.begun() if e.decision is None and e.withdrawal is None]

    def attempt(self, step: Callable[[], tuple[Record, ...]]) -> None:
        """Take a step and keep what it answers; a refusal is one plain sentence and changes nothing."""
        before = dict(self.kept)
        try:
            answered = step()
        except rules.Refused as refusal:
            words = str(refusal)
            event(f"refused: {words if len(words) < 50 and '202' not in words else words[:14]}")
            assert words[0].isupper() or words[0].isdigit()
            assert words[-1] in ".?"
            assert "!" not in re.sub(r"“[^”]*”", "", words)
            assert self.kept == before
            return
        for record in answered:
            self.check_step(self.kept.get(record.id), record)
            self.kept[record.id] = record.stamped(self.now)
        self.done.append([(self.kept[record.id], before.get(record.id)) for record in answered])

    def check_step(self, old: Record | None, new: Record) -> None:
        if isinstance(new, Overhaul) and isinstance(old, Overhaul):
            if old.extension is not None:
                assert (new.extension, new.deadline) == (old.extension, old.deadline)
            if old.ending is not None:
                assert replace(new, deleted_at=None) == replace(old, deleted_at=None)
        if not isinstance(new, Experiment):
            return
        if not isinstance(old, Experiment):
            assert new.started_at is None
            return
        assert (old.entry_id, old.root, old.round) == (new.entry_id, new.root, new.round)
        if old.started_at is None:
            if new.started_at is not None:
                self.check_start(new)
            return
        assert new.started_at == old.started_at
        assert new.deleted_at is None
        self.check_frozen(old, new)
        self.check_decision(old, new)
        if old.extension is not None:
            assert (new.extension, new.deadline) == (old.extension, old.deadline)
        elif new.deadline != old.deadline:
            assert new.extension is not None
            assert old.deadline is not None
            assert new.deadline is not None
            length = (old.deadline - old.started_at.date()).days
            assert self.today < new.deadline <= self.today + timedelta(days=max(1, min(length, 14)))
        if new.withdrawal != old.withdrawal:
            assert old.withdrawal is None
            assert old.deadline is not None
            assert self.today <= old.deadline
        assert new.notes[: len(old.notes)] == old.notes

    def check_start(self, new: Experiment) -> None:
        assert new.cue
        assert new.action
        assert new.prediction
        assert new.sign
        assert new.probability is not None
        assert new.deadline is not None
        assert self.today <= new.deadline <= self.today + timedelta(days=60)
        assert len(self.going()) < self.limits.open_at_once
        others = [e for e in self.begun() if e.root == new.root]
        assert len(others) < self.limits.rounds_per_root
        assert new.round not in {e.round for e in others}
        assert all(e.decision or e.withdrawal for e in others)
        said = [(e.cue, "".join(filter(str.isalpha, e.action.lower()))) for e in others]
        assert (new.cue, "".join(filter(str.isalpha, new.action.lower()))) not in said
        self.first[new.id] = (new.prediction, new.probability)

    def check_frozen(self, old: Experiment, new: Experiment) -> None:
        frozen = [(e.cue, e.action, e.prediction, e.probability, e.sign) for e in (old, new)]
        if frozen[0] != frozen[1]:
            assert old.started_at is not None
            assert self.instant - old.started_at.astimezone(UTC) <= timedelta(minutes=10)
            assert new.corrections[:-1] == old.corrections
        else:
            assert new.corrections == old.corrections

    def check_decision(self, old: Experiment, new: Experiment) -> None:
        if old.decision is not None and new.decision != old.decision:
            assert new.decision is None
            assert self.instant - old.decision.decided_at.astimezone(UTC) <= timedelta(hours=24)
            assert new.undone_decisions == (*old.undone_decisions, old.decision)
            others = [e for e in self.going() if e.id != new.id]
            assert len(others) < self.limits.open_at_once
            later = [e for e in self.begun() if e.root == new.root and e.round > new.round]
            assert not later
            event("undone")
        if old.decision is None and new.decision is not None:
            assert old.withdrawal is None
            if new.decision.choice is Choice.CHANGE:
                assert old.round < self.limits.rounds_per_root
            if new.decision.choice is Choice.KEEP:
                assert new.check_back is not None
                assert new.check_back.check_back_on > self.today
            event(f"decided {new.decision.choice} in round {new.round}")

    def wait_until(self, instant: datetime) -> None:
        self.instant = max(self.instant, instant.astimezone(UTC))

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
            lambda: rules.decide(
                each,
                decision,
                self.experiments,
                self.limits,
                check_back_on=day,
                overhaul=Overhaul(what_must_change="The sheet comes earlier.", deadline=day),
            ).records
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
        self.attempt(
            lambda: rules.undo_decision(
                each, self.experiments, self.overhauls, self.now, self.limits
            ).records
        )

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

    def check_step_back(self, after: Record, before: Record | None) -> None:
        if not isinstance(after, Experiment):
            return
        since = after.started_at
        if before is None:
            assert since is None
        elif isinstance(before, Experiment):
            soon = since is not None and self.instant - since.astimezone(UTC) <= timedelta(minutes=10)
            if since and before.started_at is None:
                assert soon
                del self.first[after.id]
            if (after.action, after.prediction, after.probability) != (
                before.action,
                before.prediction,
                before.probability,
            ):
                assert since is None or soon
            if after.extension and before.extension is None:
                assert after.extension.extended_at.date() == self.today
            if after.decision and before.decision is None:
                assert before.undone_decisions[-1] == after.decision
                assert self.instant - after.decision.decided_at.astimezone(UTC) <= timedelta(hours=24)
                event("stepped back from a decision")

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

    @invariant()
    def first_values_stay(self) -> None:
        for each in self.begun():
            assert (rules.first_prediction(each), rules.first_probability(each)) == self.first[each.id]

    @invariant()
    def nothing_that_was_started_is_lost(self) -> None:
        assert {e.id for e in self.begun()} == set(self.first)

    @invariant()
    def everything_open_is_shown_once(self) -> None:
        shown = [each.experiment.id for each in running(self.experiments, self.today)]
        shown += [w.id for w in waiting(self.experiments, (), self.today) if w.kind == "experiment"]
        assert sorted(shown) == sorted(e.id for e in self.going())
        ends = {w.id for w in ending_today(self.experiments, (), self.today) if w.kind == "experiment"}
        assert ends <= set(shown)

    @invariant()
    def every_chain_counts_up(self) -> None:
        for links in chains_of(self.begun()):
            numbers = [link.experiment.round for link in links]
            assert numbers == sorted(set(numbers))


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
