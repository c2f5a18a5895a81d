from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.look_back.dread import Dread, dread, dread_of
from recalibrate.domain.look_back.notebook import Notebook
from recalibrate.domain.look_back.reach import reach
from recalibrate.domain.look_back.recurrence import recurrence
from recalibrate.domain.records.experiment import Choice, Decision
from recalibrate.domain.records.rating import Context, Rating
from recalibrate.domain.records.task import Doing
from tests.builders import (
    NOW,
    TODAY,
    make_attempt,
    make_entry,
    make_experiment,
    make_rating,
    make_situation,
    make_task,
)

MEETINGS = make_situation()


def rated(*pairs: tuple[int, float], context: Context = Context.MONTHLY) -> list[Rating]:
    """Ratings of MEETINGS as (value, day)."""
    return [
        make_rating(value, rated_at=NOW + timedelta(days=day), situation_id=MEETINGS.id, context=context)
        for value, day in pairs
    ]


def of(ratings: list[Rating]) -> Dread:
    return dread_of(MEETINGS.id, MEETINGS.name, ratings)


def test_the_reference_series_falls_as_published() -> None:
    found = of(rated((70, 0), (80, 9), (70, 17), (60, 30), (50, 44), (40, 60), (30, 75), (30, 91)))
    assert (found.baseline, found.recent, found.change, found.days) == (70, 30, -40, 91)
    assert found.trend is not None
    assert found.trend.slope_per_30_days == pytest.approx(-19.05, abs=0.01)
    assert (found.trend.s, found.trend.p) == (-24, pytest.approx(0.00119, abs=1e-5))


def test_a_rating_at_a_slip_is_shown_and_does_not_count() -> None:
    found = of(rated((100, 0), context=Context.SLIP) + rated((50, 1), (50, 2), (50, 3)))
    assert (found.baseline, len(found.ratings), len(found.counted)) == (50, 4, 3)


def test_no_longer_dreaded_needs_three_high_ratings_before_three_low_ones() -> None:
    assert of(rated((60, 0), (70, 9), (60, 17), (30, 30), (20, 44), (30, 60))).no_longer_dreaded
    assert not of(rated((50, 0), (70, 9), (60, 17), (30, 30), (20, 44), (30, 60))).no_longer_dreaded
    assert not of(rated((60, 0), (70, 9), (60, 17), (40, 30), (20, 44), (30, 60))).no_longer_dreaded


def test_the_reverse_is_found_in_the_same_way() -> None:
    assert of(rated((30, 0), (20, 9), (30, 17), (60, 30), (70, 44), (60, 60))).has_risen


def test_two_ratings_have_no_levels() -> None:
    found = of(rated((60, 0), (70, 9)))
    assert (found.baseline, found.recent, found.no_longer_dreaded) == (None, None, False)


def test_merged_situations_are_rated_together() -> None:
    old = make_situation("talks", merged_into=MEETINGS.id)
    other = make_rating(40, rated_at=NOW, situation_id=old.id, context=Context.MONTHLY)
    found = dread(Notebook(situations=(old, MEETINGS), ratings=(*rated((70, 3)), other)))
    assert [(each.name, len(each.ratings)) for each in found] == [("questions in meetings", 2)]


def slips(*days: int) -> list[object]:
    return [make_entry(happened_at=NOW + timedelta(days=day), situation_id=MEETINGS.id) for day in days]


def decided_on(day: int) -> tuple[object, object]:
    entry = make_entry(happened_at=NOW, situation_id=MEETINGS.id)
    decision = Decision(choice=Choice.KEEP, decided_at=NOW + timedelta(days=day))
    return entry, make_experiment(entry_id=entry.id, decision=decision)


def test_the_slip_that_opens_the_count_is_left_out_of_it() -> None:
    entry, experiment = decided_on(60)
    entries = [entry, *slips(3, 10, 20, 30, 40, 50, 55, 60, 61, 90, 119)]
    (found,) = recurrence(
        Notebook(entries=entries, experiments=[experiment], situations=[MEETINGS]),  # type: ignore[arg-type, list-item]
        TODAY + timedelta(days=120),
    )
    assert (found.before, found.days_before, found.after, found.days_after) == (8, 60, 3, 60)
    assert found.ratio == pytest.approx(0.375)
    assert (found.low, found.high) == (pytest.approx(0.06, abs=0.005), pytest.approx(1.56, abs=0.01))
    assert not found.excludes_none


def test_a_decision_that_lies_ahead_of_the_day_has_no_before_and_after() -> None:
    entry, experiment = decided_on(30)
    notebook = Notebook(entries=[entry], experiments=[experiment], situations=[MEETINGS])  # type: ignore[list-item]
    assert recurrence(notebook, TODAY) == ()
    assert len(recurrence(notebook, TODAY + timedelta(days=30))) == 1


def test_logged_tries_are_the_exposure_where_both_sides_have_them() -> None:
    entry, experiment = decided_on(40)
    task = make_task(situation_id=MEETINGS.id)
    tries = [
        make_attempt(task.id, opened_at=NOW + timedelta(days=day), done=Doing.YES)
        for day in (*range(1, 11), *range(41, 46))
    ]
    (found,) = recurrence(
        Notebook(
            entries=[entry, *slips(5, 6, 50)],  # type: ignore[list-item]
            experiments=[experiment],  # type: ignore[list-item]
            situations=[MEETINGS],
            tasks=[task],
            attempts=tries,
        ),
        TODAY + timedelta(days=80),
    )
    assert (found.tries_before, found.tries_after, found.counts_tries) == (10, 5, True)
    assert found.ratio == pytest.approx(1.0)


def test_the_range_counts_situations_by_quarter_and_those_that_are_new() -> None:
    other = make_situation("mail")
    task = make_task(situation_id=other.id)
    entry, experiment = decided_on(0)
    attempts = [make_attempt(task.id, opened_at=NOW + timedelta(days=day), done=Doing.YES) for day in (1, 2, 40)]
    found = reach(
        Notebook(
            entries=[entry],  # type: ignore[list-item]
            experiments=[experiment],  # type: ignore[list-item]
            situations=[MEETINGS, other],
            tasks=[task],
            attempts=[*attempts, make_attempt("gone", done=Doing.YES)],
            ratings=rated((60, 0)),
        )
    )
    assert [(len(each.situations), len(each.first_time), each.tries, each.once_dreaded) for each in found.quarters] == [
        (2, 2, 3, 1),
        (1, 0, 1, 0),
    ]
    assert (found.situations, found.nowhere) == (2, 1)
