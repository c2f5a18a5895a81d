from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from recalibrate.domain.look_back.expectations import expectation
from recalibrate.domain.look_back.follow_through import (
    decisions_by_month,
    did_it_stick,
    follow_through,
    time_to_decide,
)
from recalibrate.domain.look_back.rounds import rounds
from recalibrate.domain.records.experiment import (
    CheckBack,
    Choice,
    Correction,
    Decision,
    Experiment,
    Extension,
    Feeling,
    Outcome,
    StillSo,
    Withdrawal,
)
from tests.builders import NOW, TODAY, make_experiment

STATED = (80, 70, 90, 60, 80, 50, 70, 90, 60, 30, 80, 70, 40, 90, 60, 70)
CAME = (1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0)


def decided(choice: Choice = Choice.KEEP, at: datetime = NOW, **fields: object) -> Decision:
    return Decision(choice=choice, decided_at=at, **fields)  # type: ignore[arg-type]  # a builder takes any field


def past(days_ago: int, **fields: object) -> Experiment:
    """An experiment whose date was so many days ago."""
    start = NOW - timedelta(days=days_ago + 14)
    return make_experiment(started_at=start, deadline=TODAY - timedelta(days=days_ago), **fields)


def test_the_clock_sets_how_many_reached_their_date() -> None:
    on_time = past(20, decision=decided(at=NOW - timedelta(days=18)))
    late = past(20, decision=decided(at=NOW - timedelta(days=5)))
    forgotten = past(30)
    within_the_week = past(6)
    found = follow_through([on_time, late, forgotten, within_the_week, make_experiment()], TODAY)
    assert (found.reached, found.decided, found.late, found.waiting) == (3, 1, 1, 1)


def test_a_date_counts_from_its_seventh_day_after() -> None:
    assert follow_through([past(7)], TODAY).reached == 1
    assert follow_through([past(6)], TODAY).reached == 0


def test_withdrawn_and_extended_are_printed_and_hide_nothing() -> None:
    withdrawn = past(20, withdrawal=Withdrawal(withdrawn_at=NOW - timedelta(days=25), reason="moved"))
    extension = Extension(extended_at=NOW, deadline_before=TODAY - timedelta(days=40), reason="holiday")
    early = make_experiment(extension=extension, decision=decided())
    found = follow_through([withdrawn, past(20, extension=extension), early], TODAY)
    assert (found.reached, found.withdrawn, found.extended, found.waiting, found.ahead) == (1, 1, 2, 1, 1)


def test_an_unanswered_check_back_is_no_yes() -> None:
    look = CheckBack(check_back_on=TODAY - timedelta(days=1))
    answered = CheckBack(check_back_on=TODAY, answer=StillSo.YES, answered_at=NOW)
    ahead = CheckBack(check_back_on=TODAY)
    all_of_them = [past(40, decision=decided(), check_back=each) for each in (look, answered, ahead)]
    found = did_it_stick(all_of_them, TODAY)
    assert (found.cases, found.yes, found.unanswered) == (2, 1, 1)


def test_decisions_are_counted_by_month_from_the_first_with_any() -> None:
    found = decisions_by_month(
        [past(20, decision=decided(at=NOW - timedelta(days=40))), past(9, decision=decided(Choice.STOP))], TODAY
    )
    assert [(each.month, each.counts) for each in found] == [
        ("2026-01", (1, 0, 0, 0)),
        ("2026-02", (0, 0, 0, 0)),
        ("2026-03", (0, 0, 1, 0)),
    ]


def test_running_experiments_count_in_the_time_to_decide() -> None:
    quick = past(0, decision=decided(at=NOW - timedelta(days=10)))
    found = time_to_decide([quick, past(0), past(0)], TODAY)
    assert (found.cases, found.decided, found.median_days) == (3, 1, None)


def test_rounds_are_counted_by_question() -> None:
    first = past(60, decision=decided(Choice.CHANGE))
    second = past(40, root_id=first.id, round=2, decision=decided(Choice.STOP))
    third = past(20, decision=decided(Choice.CHANGE))
    draft = make_experiment(started_at=None, root_id=third.id, round=2)
    found = rounds([first, second, third, draft, past(0)])
    assert found.lengths == ((1, 2), (2, 1))
    assert (found.questions, found.ended, found.changed, found.running) == (3, 1, 1, 1)


def test_the_reference_predictions_score_as_published() -> None:
    found = expectation(
        [
            past(
                20,
                feeling=Feeling.FEARED,
                probability=stated,
                decision=decided(outcome=Outcome.YES if came else Outcome.NO),
            )
            for stated, came in zip(STATED, CAME, strict=True)
        ],
        Feeling.FEARED,
    )
    score = found.score
    assert score is not None
    assert (score.cases, score.happened) == (16, 5)
    assert score.expected == pytest.approx(0.681, abs=0.001)
    assert score.interval.low == pytest.approx(0.142, abs=0.001)
    assert score.interval.high == pytest.approx(0.556, abs=0.001)
    assert (score.brier, score.reference) == (pytest.approx(0.3056, abs=1e-4), pytest.approx(0.2148, abs=1e-4))
    assert (score.skill, score.bias) == (pytest.approx(-0.423, abs=0.001), pytest.approx(-3.40, abs=0.01))
    assert [(band.low, band.high, band.cases) for band in found.bands] == [(0, 30, 1), (40, 60, 5), (70, 100, 10)]


def test_partly_and_could_not_tell_are_left_out_and_counted() -> None:
    outcomes = (Outcome.YES, Outcome.PARTLY, Outcome.COULD_NOT_TELL, None)
    found = expectation([past(9, decision=decided(outcome=each)) for each in outcomes], Feeling.HOPED)
    assert (found.cases, found.partly, found.could_not_tell, found.unanswered) == (1, 1, 1, 1)


def test_a_score_uses_the_probability_stated_first() -> None:
    mended = past(
        9,
        probability=10,
        corrections=(Correction(field="probability", before="90", corrected_at=NOW),),
        decision=decided(outcome=Outcome.YES),
    )
    score = expectation([mended], Feeling.HOPED).score
    assert score is not None
    assert score.expected == pytest.approx(0.9)


def test_fifty_cases_bring_finer_bands() -> None:
    many = [past(9, probability=20, decision=decided(outcome=Outcome.NO))] * 50
    assert [(band.low, band.high) for band in expectation(many, Feeling.HOPED).bands] == [(20, 30)]
