from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.journaling.entry_state import EntryState, State, can_turn, entry_state
from recalibrate.domain.marks import scope_mark
from recalibrate.domain.records.entry import Entry, Path, Scope, Triage
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Withdrawal
from recalibrate.domain.records.overhaul import Ending, Overhaul
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul, make_reframed

TOMORROW = TODAY + timedelta(days=1)


def decided(choice: Choice, days: int = 0, **fields: object) -> Experiment:
    return make_experiment(
        decision=Decision(choice=choice, decided_at=NOW + timedelta(days=days)), deadline=TODAY, **fields
    )


def sent(path: Path) -> Entry:
    return make_reframed(triage=Triage(choice=path))


def state(entry: Entry, *records: Experiment | Overhaul) -> EntryState:
    experiments = [record for record in records if isinstance(record, Experiment)]
    overhauls = [record for record in records if isinstance(record, Overhaul)]
    return entry_state(entry, experiments, overhauls, TOMORROW)


@pytest.mark.parametrize(
    ("entry", "records", "expected", "sign"),
    [
        (make_entry(), [], State.PARKED, "·"),
        (make_reframed(), [], State.OBSERVATION, " "),
        (sent(Path.EXPERIMENT), [], State.OBSERVATION, " "),
        (sent(Path.LET_GO), [], State.LET_GO, " "),
        (sent(Path.NOT_MINE), [], State.NOT_MINE, " "),
        (sent(Path.OVERHAUL), [], State.OVERHAUL, "⌂"),
        (make_reframed(), [make_experiment(started_at=None)], State.DRAFT, " "),
        (make_reframed(), [make_experiment(deadline=TOMORROW)], State.OPEN, "→"),
        (make_reframed(), [make_experiment(deadline=TODAY)], State.DUE, "!"),
        (make_reframed(), [decided(Choice.KEEP)], State.DECIDED, "✓"),
        (make_reframed(), [decided(Choice.STOP)], State.DECIDED, "■"),
        (make_reframed(), [decided(Choice.CHANGE)], State.DECIDED, "↻"),
        (make_reframed(), [decided(Choice.OVERHAUL)], State.DECIDED, "⌂"),
        (make_reframed(), [make_overhaul(deadline=TOMORROW)], State.OVERHAUL, "⌂"),
    ],
)
def test_an_entry_stands_where_its_records_say(
    entry: Entry, records: list[Experiment | Overhaul], expected: State, sign: str
) -> None:
    shown = state(entry, *records)
    assert (shown.state, shown.mark.sign) == (expected, sign)
    assert shown.mark.word


def test_what_waits_comes_before_what_runs_and_what_was_decided() -> None:
    rounds = (decided(Choice.CHANGE), make_experiment(deadline=TOMORROW), make_experiment(deadline=TODAY))
    assert state(make_reframed(), *rounds) == EntryState(State.DUE, waits=True)


def test_a_new_round_runs_after_the_one_that_was_changed() -> None:
    rounds = (decided(Choice.CHANGE), make_experiment(deadline=TOMORROW, round=2))
    assert state(make_reframed(), *rounds).state is State.OPEN


def test_the_draft_of_the_next_round_stands_before_the_decision_that_made_it() -> None:
    rounds = (decided(Choice.CHANGE), make_experiment(started_at=None, round=2))
    assert state(make_reframed(), *rounds).state is State.DRAFT


def test_the_last_decision_is_the_one_shown() -> None:
    assert state(make_reframed(), decided(Choice.KEEP, days=3), decided(Choice.STOP)).choice is Choice.KEEP


def test_a_slip_let_go_is_not_held_by_a_draft() -> None:
    assert state(sent(Path.LET_GO), make_experiment(started_at=None)).state is State.LET_GO


def test_an_experiment_taken_back_leaves_the_entry_withdrawn() -> None:
    withdrawal = Withdrawal(withdrawn_at=NOW, reason="Too large.")
    assert state(make_reframed(), make_experiment(withdrawal=withdrawal)).state is State.WITHDRAWN


def test_an_overhaul_past_its_date_waits_and_keeps_its_mark() -> None:
    shown = state(make_reframed(), decided(Choice.OVERHAUL), make_overhaul(deadline=TODAY))
    assert (shown.state, shown.waits) == (State.OVERHAUL, True)
    assert str(shown.mark) == "⌂ overhaul, waits for a decision"
    assert shown.answers({State.DUE})
    assert shown.answers({State.OVERHAUL})


def test_a_closed_overhaul_says_how_it_ended() -> None:
    overhaul = make_overhaul(ending=Ending.DONE, closed_at=NOW + timedelta(days=9))
    assert str(state(make_reframed(), decided(Choice.OVERHAUL), overhaul).mark) == "⌂ overhaul, done"


def test_only_what_still_runs_can_turn_with_the_date() -> None:
    assert can_turn([make_experiment()], [])
    assert can_turn([], [make_overhaul()])
    assert not can_turn([decided(Choice.KEEP), make_experiment(started_at=None)], [])
    assert not can_turn([], [make_overhaul(ending=Ending.DROPPED)])


def test_each_scope_has_its_sign() -> None:
    assert [scope_mark(scope).sign for scope in (*Scope, None)] == ["▲", "●", "◆", "○", "○"]
    assert str(scope_mark(Scope.MIXED)) == "◆ both"
