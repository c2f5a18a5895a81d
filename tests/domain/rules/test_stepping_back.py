from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from recalibrate.domain import rules
from recalibrate.domain.records.experiment import Choice, Decision, Experiment
from recalibrate.domain.records.record import Record
from recalibrate.domain.settings import Settings
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul

USUAL = Settings()
SOON = NOW + timedelta(minutes=5)
LATER = NOW + timedelta(hours=2)


def back(
    after: Record, before: Record | None, *others: Experiment, now: datetime = SOON, limits: Settings = USUAL
) -> Record | None:
    """What one record becomes when its commit is taken back, with these experiments in the journal."""
    here = (after, *others) if isinstance(after, Experiment) else others
    (answer,) = rules.stepped_back([(after, before)], here, [], now, limits)
    return answer


def stopped(experiment: Experiment, at: datetime = NOW) -> Experiment:
    return rules.decide(experiment, Decision(choice=Choice.STOP, decided_at=at), [experiment], USUAL).experiment


def test_what_is_no_experiment_goes_back_as_it_was() -> None:
    entry = make_entry()
    assert back(replace(entry, sting=50), entry) == entry
    assert back(make_overhaul(), None) is None


def test_a_decision_that_is_stepped_back_from_keeps_its_words() -> None:
    running = make_experiment()
    decided = stopped(running)
    answer = back(decided, running)
    assert isinstance(answer, Experiment)
    assert answer.decision is None
    assert answer.undone_decisions == (decided.decision,)


def test_a_decision_a_day_old_stays() -> None:
    running = make_experiment()
    with pytest.raises(rules.Refused, match="A day has passed since that decision"):
        back(stopped(running), running, now=NOW + timedelta(hours=25))


def test_a_start_is_taken_back_only_while_its_words_can_be_mended() -> None:
    draft = make_experiment(started_at=None)
    running = replace(draft, started_at=NOW)
    assert back(running, draft) == draft
    with pytest.raises(rules.Refused, match="Withdraw it, or decide it"):
        back(running, draft, now=LATER)


def test_a_start_done_again_needs_its_place_and_its_date() -> None:
    draft = make_experiment(started_at=None)
    running = replace(draft, started_at=NOW)
    assert back(draft, running) == running
    with pytest.raises(rules.Refused, match="Three are open"):
        back(draft, running, *(make_experiment(action=f"do {n}") for n in range(3)))


def test_a_decision_is_not_done_again_over_one_made_elsewhere() -> None:
    running = make_experiment()
    mine = stopped(running)
    theirs = stopped(running, LATER)
    with pytest.raises(rules.Refused, match="decided elsewhere"):
        rules.stepped_back([(running, mine)], [theirs], [], LATER, USUAL)


def test_a_withdrawal_goes_back_into_a_place_and_again_only_before_its_date() -> None:
    running = make_experiment()
    withdrawn = rules.withdraw(running, "It is gone.", NOW)
    assert back(withdrawn, running) == running
    with pytest.raises(rules.Refused, match="One is open"):
        back(withdrawn, running, make_experiment(action="another"), limits=Settings(open_at_once=1))
    with pytest.raises(rules.Refused, match="Its date has passed"):
        back(running, withdrawn, now=NOW + timedelta(days=15))


def test_an_extension_is_taken_back_on_its_own_day_and_a_mended_typo_in_its_ten_minutes() -> None:
    at = NOW + timedelta(days=15)
    running = make_experiment()
    extended = rules.extend(running, at.date() + timedelta(days=5), "It was moved.", at)
    assert back(extended, running, now=at) == running
    with pytest.raises(rules.Refused, match="It has been extended once"):
        back(extended, running, now=at + timedelta(days=1))
    mended = rules.correct(running, "action", "say the month", [running], NOW)
    assert back(mended, running) == running
    with pytest.raises(rules.Refused, match="These words are fixed"):
        back(mended, running, now=LATER)
    planned = make_overhaul(deadline=TODAY)
    moved = rules.extend_overhaul(planned, TODAY + timedelta(days=5), "She was away.", NOW)
    assert back(moved, planned) == planned
    with pytest.raises(rules.Refused, match="Its date has been moved once"):
        back(moved, planned, now=NOW + timedelta(days=1))


def test_the_bin_is_left_and_entered_whatever_the_places_say() -> None:
    running = make_experiment(deadline=TODAY)
    binned = replace(running, deleted_at=NOW)
    others = [make_experiment(action=f"do {n}") for n in range(3)]
    assert back(binned, running, *others) == running
    assert back(running, binned, *others) == binned
