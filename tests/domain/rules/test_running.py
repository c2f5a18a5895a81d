from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from recalibrate.domain import rules
from recalibrate.domain.records.experiment import Choice, Decision, Status
from recalibrate.domain.records.overhaul import Ending, Overhaul
from tests.builders import NOW, TODAY, make_experiment, make_overhaul

ON_THE_DATE = NOW + timedelta(days=14)
AFTER_IT = NOW + timedelta(days=20)


def words_of(caught: pytest.ExceptionInfo[rules.Refused]) -> str:
    return str(caught.value)


def test_a_due_experiment_is_extended_once_and_is_open_again() -> None:
    due = make_experiment()
    day = AFTER_IT.date() + timedelta(days=14)
    extended = rules.extend(due, day, "she was away", AFTER_IT)
    assert extended.status(AFTER_IT.date()) is Status.OPEN
    assert extended.extension is not None
    assert extended.extension.deadline_before == due.deadline
    assert extended.extension.reason == "she was away"


def test_a_second_extension_is_refused() -> None:
    extended = rules.extend(make_experiment(), AFTER_IT.date() + timedelta(days=1), "away", AFTER_IT)
    later = AFTER_IT + timedelta(days=5)
    with pytest.raises(rules.Refused) as caught:
        rules.extend(extended, later.date() + timedelta(days=1), "away again", later)
    assert words_of(caught) == "It has been extended once. Keep, change, stop or overhaul."
    assert not rules.may_extend(extended, later.date())


def test_it_can_be_extended_on_its_date_but_not_before() -> None:
    experiment = make_experiment()
    day = ON_THE_DATE.date() + timedelta(days=3)
    assert rules.may_extend(experiment, ON_THE_DATE.date())
    assert rules.extend(experiment, day, "one more try", ON_THE_DATE).deadline == day
    assert not rules.may_extend(experiment, TODAY)
    with pytest.raises(rules.Refused) as caught:
        rules.extend(experiment, day, "one more try", NOW)
    assert words_of(caught) == "Its date is 19 March. Extend it then, or decide early."


@pytest.mark.parametrize(("length", "longest"), [(0, 1), (1, 1), (5, 5), (14, 14), (40, 14)])
def test_an_extension_is_no_longer_than_the_first_time_and_two_weeks(length: int, longest: int) -> None:
    experiment = make_experiment(deadline=TODAY + timedelta(days=length))
    now = NOW + timedelta(days=length + 1)
    last = now.date() + timedelta(days=longest)
    assert rules.longest_extension(experiment) == longest
    assert rules.extend(experiment, last, "away", now).deadline == last
    with pytest.raises(rules.Refused) as caught:
        rules.extend(experiment, last + timedelta(days=1), "away", now)
    assert words_of(caught).startswith(f"It can be extended by {longest} day")


def test_an_extension_needs_a_reason_and_a_later_day() -> None:
    with pytest.raises(rules.Refused, match="Say in a line why it needs more time"):
        rules.extend(make_experiment(), AFTER_IT.date() + timedelta(days=1), " ", AFTER_IT)
    with pytest.raises(rules.Refused, match="Choose a day later than today"):
        rules.extend(make_experiment(), AFTER_IT.date(), "away", AFTER_IT)


def test_it_is_withdrawn_with_a_reason_up_to_the_end_of_its_date() -> None:
    withdrawn = rules.withdraw(make_experiment(), "the meeting is gone", ON_THE_DATE)
    assert withdrawn.status(ON_THE_DATE.date()) is Status.WITHDRAWN
    with pytest.raises(rules.Refused, match="Say in a line why you withdraw it"):
        rules.withdraw(make_experiment(), "", NOW)


def test_after_its_date_it_is_decided_and_not_withdrawn() -> None:
    with pytest.raises(rules.Refused) as caught:
        rules.withdraw(make_experiment(), "no", ON_THE_DATE + timedelta(days=1))
    assert words_of(caught) == "Its date has passed. Decide it: stopping is a decision."


def test_drafts_and_ended_ones_are_neither_extended_nor_withdrawn() -> None:
    draft = make_experiment(started_at=None)
    decided = make_experiment(decision=Decision(choice=Choice.STOP, decided_at=NOW))
    withdrawn = rules.withdraw(make_experiment(), "gone", NOW)
    for each, words in ((draft, "not started"), (decided, "decided"), (withdrawn, "withdrawn")):
        with pytest.raises(rules.Refused, match=words):
            rules.withdraw(each, "no", NOW)
        with pytest.raises(rules.Refused, match=words):
            rules.extend(each, AFTER_IT.date(), "no", AFTER_IT)


def test_a_note_is_added_at_any_time_and_changes_nothing_else() -> None:
    decided = make_experiment(decision=Decision(choice=Choice.STOP, decided_at=NOW))
    noted = rules.add_note(decided, "It came back.", AFTER_IT)
    assert [note.text for note in noted.notes] == ["It came back."]
    assert noted.decision == decided.decision
    with pytest.raises(rules.Refused, match="few words"):
        rules.add_note(decided, " ", NOW)


def test_a_date_stays_the_same_day_wherever_one_travels() -> None:
    experiment = make_experiment(deadline=TODAY)
    evening = datetime(2026, 3, 5, 23, 59, tzinfo=ZoneInfo("Europe/Berlin"))
    assert experiment.status(evening.date()) is Status.OPEN
    assert experiment.status(evening.astimezone(ZoneInfo("Asia/Tokyo")).date()) is Status.DUE
    assert experiment.status(evening.astimezone(ZoneInfo("America/New_York")).date()) is Status.OPEN
    assert experiment.status((evening + timedelta(minutes=1)).date()) is Status.DUE


@pytest.mark.parametrize(
    ("started", "deadline", "due"),
    [
        ("2026-03-28", "2026-03-29", "2026-03-30"),
        ("2026-10-24", "2026-10-25", "2026-10-26"),
        ("2028-02-27", "2028-02-28", "2028-02-29"),
        ("2027-02-27", "2027-02-28", "2027-03-01"),
        ("2026-12-30", "2026-12-31", "2027-01-01"),
    ],
)
def test_it_comes_due_at_the_midnight_after_its_date(started: str, deadline: str, due: str) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    experiment = make_experiment(
        started_at=datetime.fromisoformat(started).replace(hour=12, tzinfo=berlin),
        deadline=datetime.fromisoformat(deadline).date(),
    )
    midnight = datetime.fromisoformat(due).replace(tzinfo=berlin)
    just_before = (midnight.astimezone(ZoneInfo("UTC")) - timedelta(seconds=1)).astimezone(berlin)
    assert experiment.status(just_before.date()) is Status.OPEN
    assert experiment.status(midnight.date()) is Status.DUE
    assert rules.longest_extension(experiment) == 1


def test_the_typo_window_is_ten_real_minutes_when_the_clock_goes_back() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    started = datetime(2026, 10, 25, 2, 55, tzinfo=berlin)
    an_hour_later = datetime(2026, 10, 25, 2, 55, fold=1, tzinfo=berlin)
    experiment = make_experiment(started_at=started, deadline=started.date())
    with pytest.raises(rules.Refused, match="fixed"):
        rules.correct(experiment, "sign", "she nods", [], an_hour_later)
    soon = datetime(2026, 10, 25, 2, 4, fold=1, tzinfo=berlin)
    assert rules.correct(experiment, "sign", "she nods", [], soon).sign == "she nods"


def test_an_overhaul_says_what_must_change_and_by_when() -> None:
    whole = make_overhaul()
    assert rules.plan_overhaul(whole, NOW) is whole
    far = TODAY + timedelta(days=366)
    for blank, words in (
        (Overhaul(what_must_change=" ", deadline=TODAY), "what in the set-up"),
        (Overhaul(what_must_change="The sheet"), "Choose the date"),
        (Overhaul(what_must_change="The sheet", deadline=TODAY - timedelta(days=1)), "past"),
        (Overhaul(what_must_change="The sheet", deadline=far), "within a year"),
    ):
        with pytest.raises(rules.Refused, match=words):
            rules.plan_overhaul(blank, NOW)


def test_an_overhaul_ends_done_or_dropped_with_a_line_why() -> None:
    overhaul = make_overhaul()
    done = rules.close_overhaul(overhaul, Ending.DONE, "", NOW)
    assert (done.ending, done.closed_at) == (Ending.DONE, NOW)
    assert rules.close_overhaul(overhaul, Ending.DROPPED, "the team is gone", NOW).why == "the team is gone"
    with pytest.raises(rules.Refused, match="why it is dropped"):
        rules.close_overhaul(overhaul, Ending.DROPPED, " ", NOW)
    with pytest.raises(rules.Refused, match="closed already"):
        rules.close_overhaul(done, Ending.DROPPED, "no", NOW)


def test_the_date_of_an_overhaul_moves_once_with_a_reason() -> None:
    overhaul = make_overhaul(deadline=TODAY + timedelta(days=21)).stamped(NOW)
    with pytest.raises(rules.Refused, match="Its date is 26 March"):
        rules.extend_overhaul(overhaul, TODAY + timedelta(days=30), "they are away", NOW)
    later = NOW + timedelta(days=22)
    last = later.date() + timedelta(days=21)
    with pytest.raises(rules.Refused, match="by 21 days at most"):
        rules.extend_overhaul(overhaul, last + timedelta(days=1), "they are away", later)
    moved = rules.extend_overhaul(overhaul, last, "they are away", later)
    assert not moved.is_due(last)
    with pytest.raises(rules.Refused) as caught:
        rules.extend_overhaul(moved, last + timedelta(days=9), "again", later + timedelta(days=21))
    assert words_of(caught) == "Its date has been moved once. Close it as done or dropped."
    done = rules.close_overhaul(overhaul, Ending.DONE, "", later)
    with pytest.raises(rules.Refused, match="no date yet"):
        rules.extend_overhaul(Overhaul(what_must_change="The sheet"), last, "away", later)
    with pytest.raises(rules.Refused, match="closed"):
        rules.extend_overhaul(done, last, "why not", later)
