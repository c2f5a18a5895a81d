from __future__ import annotations

from datetime import date, timedelta

import pytest

from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Experiment, StillSo, Withdrawal
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.today.due import (
    Waiting,
    WaitingKind,
    ending_today,
    running,
    summary_line,
    waiting,
    waiting_sentence,
)
from tests.builders import NOW, TODAY, make_experiment, make_overhaul

KEPT = Decision(choice=Choice.KEEP, decided_at=NOW)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def kept(check_back_on: date, answer: StillSo | None = None) -> Experiment:
    look = CheckBack(check_back_on=check_back_on, answer=answer)
    return make_experiment(action="say the month", decision=KEPT, check_back=look)


def test_everything_whose_date_is_over_waits_the_longest_wait_first() -> None:
    experiment = make_experiment(deadline=ago(2), entry_id="slip", action="ask\n one question")
    overhaul = make_overhaul(deadline=ago(9))
    look = kept(ago(1))
    items = waiting([look, experiment], [overhaul], TODAY)
    assert [(each.kind, each.id, each.since) for each in items] == [
        (WaitingKind.OVERHAUL, overhaul.id, ago(9)),
        (WaitingKind.EXPERIMENT, experiment.id, ago(2)),
        (WaitingKind.CHECK_BACK, look.id, ago(1)),
    ]
    assert (items[1].title, items[1].entry_id, items[1].record) == ("ask one question", "slip", experiment)


def test_a_date_is_due_at_its_end_and_shown_as_ending_until_then() -> None:
    records = ([make_experiment(deadline=TODAY), kept(TODAY)], [make_overhaul(deadline=TODAY)])
    assert waiting(*records, TODAY) == ()
    assert len(ending_today(*records, TODAY)) == 3
    assert len(waiting(*records, TODAY + timedelta(days=1))) == 3
    assert ending_today(*records, TODAY + timedelta(days=1)) == ()


def test_what_has_ended_or_not_begun_does_not_wait() -> None:
    experiments = [
        make_experiment(deadline=ago(3), started_at=None),
        make_experiment(deadline=ago(3), withdrawal=Withdrawal(withdrawn_at=NOW, reason="gone")),
        make_experiment(deadline=ago(3), decision=Decision(choice=Choice.STOP, decided_at=NOW)),
        kept(ago(3), StillSo.NO),
    ]
    overhauls = [
        make_overhaul(deadline=ago(3), ending=Ending.DONE, closed_at=NOW),
        Overhaul(what_must_change="The sheet"),
    ]
    assert waiting(experiments, overhauls, TODAY) == ()


def test_running_shows_days_left_and_the_share_of_time_gone_nearest_first() -> None:
    started = NOW - timedelta(days=10)
    far = make_experiment(started_at=started, deadline=TODAY + timedelta(days=10))
    near = make_experiment(started_at=started, deadline=TODAY)
    due = make_experiment(started_at=started, deadline=ago(1))
    shown = running([far, due, near], TODAY)
    assert [(each.experiment, each.days_left, each.share_gone) for each in shown] == [
        (near, 0, 1.0),
        (far, 10, 0.5),
    ]


def test_the_share_of_time_stays_between_none_and_all() -> None:
    from_the_east = make_experiment(started_at=NOW + timedelta(days=1))
    one_day = make_experiment(deadline=TODAY)
    assert {each.share_gone for each in running([from_the_east, one_day], TODAY)} == {0.0, 1.0}


@pytest.mark.parametrize(
    ("decisions", "looks", "line"),
    [
        (0, 0, ""),
        (1, 0, "1 decision waits"),
        (2, 0, "2 decisions wait"),
        (0, 1, "1 check-back waits"),
        (2, 1, "2 decisions and 1 check-back wait"),
    ],
)
def test_the_short_line_counts_what_waits_and_is_empty_when_nothing_does(decisions: int, looks: int, line: str) -> None:
    experiments = [make_experiment(deadline=ago(1)) for _ in range(decisions)]
    experiments += [kept(ago(1)) for _ in range(looks)]
    assert summary_line(waiting(experiments, [], TODAY)) == line


def only(items: tuple[Waiting, ...]) -> Waiting:
    (item,) = items
    return item


def test_seven_days_past_it_says_since_when() -> None:
    item = only(waiting([make_experiment(deadline=ago(7))], [], TODAY))
    assert waiting_sentence(item, TODAY) == "Waiting for a decision since 26 February."
    assert waiting_sentence(item, TODAY - timedelta(days=1)) == ""
    assert waiting_sentence(item, date(2027, 1, 1)) == "Waiting for a decision since 26 February 2026."
    look = only(waiting([kept(ago(30))], [], TODAY))
    assert waiting_sentence(look, TODAY) == "Waiting for an answer since 3 February."
