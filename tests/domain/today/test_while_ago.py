from __future__ import annotations

from datetime import timedelta

from recalibrate.domain.records.entry import Entry, Path, Triage
from recalibrate.domain.records.experiment import Choice, Decision
from recalibrate.domain.records.overhaul import Ending
from recalibrate.domain.today.while_ago import how_it_ended, while_ago
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul, make_reframed

OLD = NOW - timedelta(days=90)


def old_entry(**fields: object) -> Entry:
    return make_reframed(happened_at=OLD, **fields)


def test_nothing_comes_up_before_two_months() -> None:
    young = make_reframed(happened_at=NOW - timedelta(days=59))
    assert while_ago((young,), (), (), TODAY) is None
    assert while_ago((young,), (), (), TODAY + timedelta(days=1)) is not None


def test_the_same_entry_all_day_and_others_on_other_days() -> None:
    entries = [old_entry(what_happened=f"slip {number}", id=f"e{number}") for number in range(20)]
    found = while_ago(entries, (), (), TODAY)
    assert found is not None
    assert found == while_ago(entries[::-1], (), (), TODAY)
    days = {ago.entry.id for day in range(20) if (ago := while_ago(entries, (), (), TODAY + timedelta(days=day)))}
    assert len(days) > 5


def test_parked_slips_and_those_that_were_not_mine_do_not_come_back() -> None:
    entries = (
        make_entry(happened_at=OLD),
        old_entry(triage=Triage(choice=Path.NOT_MINE)),
    )
    assert while_ago(entries, (), (), TODAY) is None


def test_what_still_runs_has_no_ending() -> None:
    entry = old_entry()
    assert while_ago((entry,), (make_experiment(entry_id=entry.id),), (), TODAY) is None
    assert while_ago((entry,), (), (make_overhaul(entry_id=entry.id),), TODAY) is None


def test_the_last_decision_is_the_ending() -> None:
    entry = old_entry()
    first = make_experiment(entry_id=entry.id, decision=Decision(choice=Choice.CHANGE, decided_at=OLD))
    second = make_experiment(
        root_id=first.id,
        round=2,
        decision=Decision(choice=Choice.KEEP, decided_at=NOW, next_line="a note beside the phone"),
    )
    assert how_it_ended(entry, (first, second), ()) == "kept: a note beside the phone"
    done = make_overhaul("The sheet is shared.", experiment_id=second.id, ending=Ending.DONE)
    assert how_it_ended(entry, (first, second), (done,)) == "the set-up changed: The sheet is shared."


def test_a_slip_without_an_experiment_ends_as_it_was_let_go_or_said_anew() -> None:
    assert how_it_ended(old_entry(triage=Triage(choice=Path.LET_GO)), (), ()) == "let go"
    assert how_it_ended(old_entry(), (), ()).startswith("as one moment: I read the figure")
    assert how_it_ended(old_entry(observation=""), (), ()) == ""
