"""A journal of experiments under watch: after every step and move of the clock, what the rules promise holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import event
from hypothesis.stateful import RuleBasedStateMachine, invariant

from recalibrate.domain import rules
from recalibrate.domain.journaling.story import chains_of
from recalibrate.domain.records.experiment import Choice, Experiment
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.record import Record
from recalibrate.domain.today.due import ending_today, running, waiting

ZONES = [ZoneInfo(name) for name in ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu")]
# the eve of a clock change, of a leap day and of a new year
STARTS = [
    datetime(2026, 3, 28, 22, 50, tzinfo=UTC),
    datetime(2028, 2, 28, 12, 0, tzinfo=UTC),
    datetime(2026, 12, 31, 22, 58, tzinfo=UTC),
]


@dataclass(frozen=True)
class Turned:
    rounds_per_root: int
    open_at_once: int


class Watched(RuleBasedStateMachine):
    """What is kept, the time and the place, and the checks of each step that is taken."""

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
