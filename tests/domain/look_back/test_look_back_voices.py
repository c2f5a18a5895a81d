from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from recalibrate.domain.look_back.belief import belief_later, belief_same_sitting
from recalibrate.domain.look_back.first_voice import first_voice
from recalibrate.domain.look_back.habits import habits_named
from recalibrate.domain.look_back.reframing import time_to_reframe
from recalibrate.domain.records.entry import Entry, InnerVoice, Precision, Scope
from recalibrate.domain.records.experiment import Choice, Decision
from tests.builders import NOW, TODAY, ZONE, make_entry, make_experiment, make_voice


def voiced(scope: Scope | None, months_ago: int = 0) -> Entry:
    return make_entry(happened_at=NOW - timedelta(days=30 * months_ago), voice=make_voice(scope=scope))


def slip(hours: float, done: bool, **fields: object) -> Entry:
    """A slip that was reframed after so many hours, or still waits after as many at the end of TODAY."""
    end = datetime.combine(TODAY + timedelta(days=1), datetime.min.time(), tzinfo=ZONE)
    happened = end - timedelta(hours=hours if not done else hours + 1)
    return make_entry(happened_at=happened, reframed_at=happened + timedelta(hours=hours) if done else None, **fields)


def test_two_quarters_are_compared_with_newcombes_interval() -> None:
    earlier = [voiced(Scope.GLOBAL, 4)] * 14 + [voiced(Scope.LOCAL, 4)] * 6
    later = [voiced(Scope.GLOBAL)] * 8 + [voiced(Scope.MIXED)] * 6 + [voiced(Scope.CANT_TELL)] * 6
    found = first_voice([*earlier, *later, voiced(None), make_entry()], TODAY)
    assert (found.earlier.whole, found.earlier.marked) == (14, 20)
    assert (found.later.whole, found.later.marked, found.later.unmarked) == (8, 20, 2)
    assert found.difference is not None
    assert found.difference.change == pytest.approx(-0.3)
    assert found.difference.interval.low == pytest.approx(-0.538, abs=0.001)
    assert not found.difference.excludes_none


def test_without_marks_there_is_no_difference() -> None:
    assert first_voice([make_entry()], TODAY).difference is None


def test_each_of_the_last_twelve_months_has_a_row() -> None:
    found = first_voice([voiced(Scope.GLOBAL), voiced(Scope.LOCAL)], TODAY)
    assert len(found.months) == 12
    assert (found.months[-1].words, found.months[-1].whole, found.months[-1].moment) == ("Mar 26", 1, 1)


def test_beliefs_of_one_sitting_are_paired() -> None:
    voices = [InnerVoice(text="x", belief_before=80, belief_after=after) for after in (50, 80, 90, None)]
    found = belief_same_sitting(make_entry(voice=voice) for voice in voices)
    assert (found.down, found.same, found.up, found.middle) == (1, 1, 1, 0)


def test_belief_later_comes_from_the_last_decision_of_a_slip() -> None:
    entry = make_entry(voice=make_voice(belief_before=80))
    first = make_experiment(entry_id=entry.id, decision=Decision(choice=Choice.CHANGE, decided_at=NOW, belief_later=90))
    second = make_experiment(
        root_id=first.id,
        round=2,
        decision=Decision(choice=Choice.KEEP, decided_at=NOW + timedelta(days=9), belief_later=30),
    )
    found = belief_later([entry, make_entry()], [second, first])
    assert found.pairs == ((80, 30),)
    assert (found.down, found.middle, found.entry_ids) == (1, 50, (entry.id,))


def test_the_reference_waits_have_a_median_of_twenty_hours() -> None:
    waits = [(0.5, True), (1, True), (2, True), (6, True), (20, True), (26, True), (30, False), (72, False)]
    waits += [(100, True), (200, False)]
    found = time_to_reframe([slip(hours, done) for hours, done in waits], TODAY)
    assert (found.cases, found.reframed, found.median_hours) == (10, 7, pytest.approx(20))


def test_where_most_still_wait_there_is_no_median() -> None:
    waits = [(1, True), (2, True), (50, False), (60, False), (70, False)]
    assert time_to_reframe([slip(hours, done) for hours, done in waits], TODAY).median_hours is None


def test_a_slip_known_to_the_day_is_counted_apart() -> None:
    found = time_to_reframe([slip(3, True), slip(3, True, precision=Precision.DAY)], TODAY)
    assert (found.cases, found.day_only) == (1, 1)


def test_habits_are_counted_in_the_slips_that_were_asked() -> None:
    entries = [make_entry(named=True, habits=("should", "labelling"))] * 7
    entries += [make_entry(named=True)] * 11
    entries += [make_entry(habits=("should",))]
    found = habits_named(entries, {"should": "Musts and shoulds"}, TODAY)
    assert (found.cases, found.without) == (18, 11)
    assert [row.name for row in found.rows] == ["labelling", "Musts and shoulds"]
    assert {(row.named, row.cases) for row in found.rows} == {(7, 18)}
