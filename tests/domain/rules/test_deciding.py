from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from recalibrate.domain import rules
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Outcome, Status, StillSo
from recalibrate.domain.records.overhaul import Ending
from recalibrate.domain.settings import Settings
from tests.builders import NOW, TODAY, make_assumption, make_entry, make_experiment, make_overhaul, make_voice

USUAL = Settings()
DUE = NOW + timedelta(days=15)


def decision(choice: Choice, at: datetime = DUE, **fields: Any) -> Decision:
    return Decision(choice=choice, decided_at=at, **fields)


def decided(choice: Choice = Choice.STOP, **fields: Any) -> Experiment:
    return make_experiment(decision=decision(choice), **fields)


def second_of(first: Experiment, **fields: Any) -> Experiment:
    return make_experiment(**{"root_id": first.root, "round": 2, "action": "wait a breath", **fields})


def take_back(experiment: Experiment, experiments: list[Experiment], now: datetime, **more: Any) -> rules.Undone:
    return rules.undo_decision(experiment, experiments, more.pop("overhauls", ()), now, USUAL, **more)


def test_an_open_one_is_decided_early_and_a_due_one_at_its_date() -> None:
    for at in (NOW, DUE):
        made = rules.decide(make_experiment(), decision(Choice.STOP, at), [], USUAL)
        assert made.experiment.status(at.date()) is Status.DECIDED
        assert made.records == (made.experiment,)


def test_keep_needs_a_later_day_to_look_again() -> None:
    experiment = make_experiment()
    for day, words in (
        (None, "Choose a day to look again."),
        (DUE.date(), "Choose a later day to look again."),
        (DUE.date() + timedelta(days=366), "Choose a day within a year to look again."),
    ):
        with pytest.raises(rules.Refused) as caught:
            rules.decide(experiment, decision(Choice.KEEP), [], USUAL, check_back_on=day)
        assert str(caught.value) == words
    day = rules.default_check_back(DUE.date())
    kept = rules.decide(experiment, decision(Choice.KEEP), [], USUAL, check_back_on=day).experiment
    assert kept.check_back is not None
    assert kept.check_back.check_back_on == day


def test_change_makes_the_draft_of_the_next_round_with_every_scale_and_the_date_empty() -> None:
    first = make_experiment(entry_id="slip", obstacle="she is in a hurry", obstacle_plan="I nod")
    made = rules.decide(first, decision(Choice.CHANGE), [first], USUAL)
    draft = made.next_round
    assert draft is not None
    assert made.records == (made.experiment, draft)
    assert (draft.root, draft.round, draft.entry_id) == (first.id, 2, "slip")
    assert (draft.cue, draft.action, draft.obstacle_plan) == (first.cue, first.action, "I nod")
    assert (draft.probability, draft.can_do, draft.deadline) == (None, None, None)
    assert draft.status(DUE.date()) is Status.DRAFT
    assert draft.id != first.id


def test_change_goes_on_with_a_draft_of_the_next_round_that_is_there() -> None:
    first = make_experiment()
    waiting = second_of(first, started_at=None)
    assert rules.decide(first, decision(Choice.CHANGE), [first, waiting], USUAL).next_round == waiting


def test_the_last_round_can_only_be_kept_stopped_or_overhauled() -> None:
    first = decided(Choice.CHANGE)
    second = second_of(first, decision=decision(Choice.CHANGE))
    third = second_of(first, round=3, action="ask")
    everything = [first, second, third]
    assert rules.choices_left(second_of(first), [first], USUAL) == tuple(Choice)
    assert rules.choices_left(third, everything, USUAL) == (Choice.KEEP, Choice.STOP, Choice.OVERHAUL)
    with pytest.raises(rules.Refused) as caught:
        rules.decide(third, decision(Choice.CHANGE), everything, USUAL)
    assert str(caught.value) == "Three rounds are done. Keep, stop or overhaul."


def test_an_overhaul_comes_with_the_decision_and_points_back_to_it() -> None:
    first = make_experiment(entry_id="slip")
    asked = make_overhaul(deadline=DUE.date() + timedelta(days=30))
    made = rules.decide(first, decision(Choice.OVERHAUL), [first], USUAL, overhaul=asked)
    assert made.overhaul is not None
    assert (made.overhaul.experiment_id, made.overhaul.entry_id) == (first.id, "slip")
    assert made.records == (made.experiment, made.overhaul)
    with pytest.raises(rules.Refused, match="what in the set-up must change"):
        rules.decide(first, decision(Choice.OVERHAUL), [first], USUAL)


def test_drafts_and_ended_ones_cannot_be_decided() -> None:
    withdrawn = rules.withdraw(make_experiment(), "gone", NOW)
    for each, words in (
        (make_experiment(started_at=None), "not started"),
        (decided(), "decided already"),
        (withdrawn, "withdrawn"),
    ):
        with pytest.raises(rules.Refused, match=words):
            rules.decide(each, decision(Choice.STOP), [], USUAL)


def test_a_later_belief_must_be_on_the_scale() -> None:
    with pytest.raises(rules.Refused, match="45 is not on the scale"):
        rules.decide(make_experiment(), decision(Choice.STOP, belief_later=45), [], USUAL)


def test_the_decision_on_a_test_says_how_sure_one_is_now_and_undo_brings_back_the_value_before() -> None:
    assumption = make_assumption(sure_before=80, sure_after=60)
    first = make_experiment(decision=decision(Choice.CHANGE, NOW, sure_after=60), assumption_id=assumption.id)
    second = second_of(first)
    made = rules.decide(second, decision(Choice.STOP, sure_after=30), [first, second], USUAL, assumption=assumption)
    assert made.assumption is not None
    assert made.assumption.sure_after == 30
    assert made.assumption in made.records
    undone = take_back(made.experiment, [first, made.experiment], DUE, assumption=made.assumption)
    assert undone.assumption is not None
    assert undone.assumption.sure_after == 60
    assert undone.assumption in undone.records


def test_a_decision_is_undone_within_a_day_and_its_words_are_kept() -> None:
    stopped = decided(Choice.STOP)
    undone = take_back(stopped, [stopped], DUE + timedelta(hours=24))
    assert undone.experiment.status(DUE.date()) is Status.DUE
    assert undone.experiment.undone_decisions == (stopped.decision,)
    assert undone.records == (undone.experiment,)


def test_after_a_day_a_decision_stays() -> None:
    stopped = decided(Choice.STOP)
    late = DUE + timedelta(hours=24, seconds=1)
    assert not rules.may_undo(stopped, late)
    with pytest.raises(rules.Refused) as caught:
        take_back(stopped, [stopped], late)
    assert str(caught.value) == "A day has passed since that decision. Write a new round or a note."


def test_a_day_is_twenty_four_real_hours_when_the_clocks_change() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    stopped = make_experiment(decision=decision(Choice.STOP, datetime(2026, 3, 28, 20, 0, tzinfo=berlin)))
    assert rules.may_undo(stopped, datetime(2026, 3, 29, 21, 0, tzinfo=berlin))
    assert not rules.may_undo(stopped, datetime(2026, 3, 29, 21, 1, tzinfo=berlin))


def test_undoing_a_change_takes_its_draft_away_and_leaves_it_in_the_bin() -> None:
    first = make_experiment()
    made = rules.decide(first, decision(Choice.CHANGE), [first], USUAL)
    assert made.next_round is not None
    undone = take_back(made.experiment, [made.experiment, made.next_round], DUE)
    assert undone.removed == (replace(made.next_round, deleted_at=DUE),)


def test_undoing_a_change_is_refused_once_the_next_round_has_started_or_ended() -> None:
    first = decided(Choice.CHANGE)
    with pytest.raises(rules.Refused, match=r"Round 2 has started\. Decide that one, or write a note"):
        take_back(first, [first, second_of(first)], DUE)
    with pytest.raises(rules.Refused, match="Round 2 was built on it"):
        take_back(first, [first, second_of(first, decision=decision(Choice.STOP))], DUE)


def test_undoing_an_overhaul_takes_it_away_unless_it_is_closed() -> None:
    first = decided(Choice.OVERHAUL)
    planned = make_overhaul(experiment_id=first.id)
    other = make_overhaul()
    assert take_back(first, [first], DUE, overhauls=[planned, other]).removed == (replace(planned, deleted_at=DUE),)
    closed = rules.close_overhaul(planned, Ending.DONE, "", DUE)
    with pytest.raises(rules.Refused, match="Its overhaul is closed"):
        take_back(first, [first], DUE, overhauls=[closed])


def test_undo_needs_a_place_among_the_open_ones() -> None:
    stopped = decided(Choice.STOP)
    three = [make_experiment(action=f"do {n}") for n in range(3)]
    with pytest.raises(rules.Refused, match="Three are open"):
        take_back(stopped, [stopped, *three], DUE)


def test_there_is_nothing_to_undo_without_a_decision() -> None:
    with pytest.raises(rules.Refused, match="no decision"):
        take_back(make_experiment(), [], NOW)


def test_a_new_round_can_be_written_after_any_ending_while_rounds_are_left() -> None:
    stopped = decided(Choice.STOP)
    draft = rules.next_round(stopped, [stopped], USUAL)
    assert (draft.round, draft.root) == (2, stopped.id)
    withdrawn = rules.withdraw(make_experiment(), "gone", NOW)
    assert rules.next_round(withdrawn, [withdrawn], USUAL).round == 2
    with pytest.raises(rules.Refused, match="Round 2 is there already"):
        rules.next_round(stopped, [stopped, draft], USUAL)
    with pytest.raises(rules.Refused, match="Decide this round first"):
        rules.next_round(make_experiment(), [], USUAL)


def test_is_it_still_so_is_answered_once_on_its_day_or_later() -> None:
    day = TODAY + timedelta(days=28)
    on_the_day = NOW + timedelta(days=28)
    kept = rules.decide(
        make_experiment(),
        decision(Choice.KEEP, NOW, outcome=Outcome.YES),
        [],
        USUAL,
        check_back_on=day,
    ).experiment
    assert not rules.may_look_again(kept, TODAY)
    with pytest.raises(rules.Refused, match="The day to look again is 2 April"):
        rules.answer_check_back(kept, StillSo.YES, "", NOW)
    seen = rules.answer_check_back(kept, StillSo.PARTLY, "Not on Mondays.", on_the_day)
    assert seen.check_back is not None
    assert (seen.check_back.answer, seen.check_back.answered_at) == (StillSo.PARTLY, on_the_day)
    with pytest.raises(rules.Refused, match="That has been answered"):
        rules.answer_check_back(seen, StillSo.NO, "", on_the_day)
    with pytest.raises(rules.Refused, match="Nothing was to be looked at again"):
        rules.answer_check_back(decided(), StillSo.NO, "", on_the_day)


def test_a_keep_that_was_looked_at_again_is_not_undone() -> None:
    kept = rules.decide(
        make_experiment(), decision(Choice.KEEP, NOW), [], USUAL, check_back_on=TODAY + timedelta(days=1)
    ).experiment
    next_morning = NOW + timedelta(hours=20)
    seen = rules.answer_check_back(kept, StillSo.YES, "", next_morning)
    with pytest.raises(rules.Refused, match="looked at again"):
        take_back(seen, [seen], next_morning)


def test_undo_gives_the_entry_back_the_belief_from_before_unless_it_was_rated_again() -> None:
    entry = make_entry(voice=make_voice(belief_later=20))
    first = make_experiment(entry_id=entry.id, decision=decision(Choice.CHANGE, NOW, belief_later=50))
    last = second_of(first, entry_id=entry.id, decision=decision(Choice.STOP, belief_later=20))
    undone = rules.undo_decision(last, [first, last], [], DUE, USUAL, entry=entry)
    assert undone.entry is not None
    assert undone.entry.voice is not None
    assert undone.entry.voice.belief_later == 50
    assert undone.records[-1] == undone.entry
    rated_again = make_entry(voice=make_voice(belief_later=70))
    assert rules.undo_decision(last, [first, last], [], DUE, USUAL, entry=rated_again).entry is None
