from __future__ import annotations

from datetime import datetime, timedelta
from typing import TypeVar

import pytest

from recalibrate.domain.demo import demo_year
from recalibrate.domain.look_back.dread import dread
from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Experiment, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.rating import Rating
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Improvement
from recalibrate.domain.scale import STEPS
from recalibrate.domain.today.due import waiting
from tests.builders import NOW, ZONE

R = TypeVar("R", bound=Record)
LATER = datetime(2027, 1, 1, 0, 20, tzinfo=ZONE)
"""Twenty minutes into a year."""


@pytest.fixture(scope="module")
def records() -> tuple[Record, ...]:
    return demo_year(NOW)


def of(records: tuple[Record, ...], kind: type[R]) -> list[R]:
    return [each for each in records if isinstance(each, kind)]


def test_the_same_day_gives_the_same_year(records: tuple[Record, ...]) -> None:
    assert demo_year(NOW) == records


def test_another_seed_gives_another_year(records: tuple[Record, ...]) -> None:
    assert demo_year(NOW, seed=1) != records


@pytest.mark.parametrize("now", [NOW, LATER])
@pytest.mark.parametrize("seed", [1, 2, 3, 5])
def test_nothing_in_it_lies_in_the_future(now: datetime, seed: int) -> None:
    made = demo_year(now, seed)
    assert max(each.created_at for each in made) <= now
    assert max(each.updated_at for each in made) <= now
    assert all((entry.happened_at or now) <= now for entry in of(made, Entry))
    assert min(each.created_at for each in made) > now - timedelta(days=366)


def test_every_kind_of_decision_and_detour_is_there(records: tuple[Record, ...]) -> None:
    experiments = of(records, Experiment)
    assert {each.decision.choice for each in experiments if each.decision} == set(Choice)
    assert {each.status(NOW.date()) for each in experiments} >= {Status.OPEN, Status.DUE, Status.DECIDED, Status.DRAFT}
    assert any(each.extension for each in experiments)
    assert any(each.round > 1 and each.started_at for each in experiments)
    assert any(each.check_back and each.check_back.answer for each in experiments)


def test_something_waits_and_no_more_than_three_hold_a_place(records: tuple[Record, ...]) -> None:
    experiments = of(records, Experiment)
    held = [each for each in experiments if each.status(NOW.date()) in (Status.OPEN, Status.DUE)]
    kinds = {each.kind for each in waiting(experiments, of(records, Overhaul), NOW.date())}
    assert len(held) <= 3
    assert kinds == {"experiment", "overhaul", "check_back"}


def test_some_dread_falls_some_rises_and_some_is_too_early(records: tuple[Record, ...]) -> None:
    found = dread(Notebook(situations=of(records, Situation), ratings=of(records, Rating)))
    assert any(each.no_longer_dreaded for each in found)
    assert any(each.has_risen for each in found)
    assert any(len(each.counted) < 6 for each in found)
    assert all(each.value in STEPS for each in of(records, Rating))


def test_improvements_are_used_again(records: tuple[Record, ...]) -> None:
    used = {id for attempt in of(records, Attempt) for id in attempt.improvements_used}
    assert used <= {each.id for each in of(records, Improvement)}
    assert len(used) >= 3
