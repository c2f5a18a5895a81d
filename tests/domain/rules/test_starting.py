from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from recalibrate.domain import rules
from recalibrate.domain.records.entry import Path, Triage
from recalibrate.domain.records.experiment import Experiment, Kind, Status
from recalibrate.domain.settings import Settings
from tests.builders import NOW, TODAY, make_assumption, make_entry, make_experiment, make_reframed
from tests.domain.rules.plans import make_draft, make_rounds, refusal

USUAL = Settings()


def test_a_whole_draft_starts_now_and_is_open_until_its_date_is_over() -> None:
    started = rules.start(make_draft(), [], NOW, USUAL)
    assert started.started_at == NOW
    assert started.status(TODAY) is Status.OPEN
    assert started.status(TODAY + timedelta(days=14)) is Status.OPEN
    assert started.status(TODAY + timedelta(days=15)) is Status.DUE


@pytest.mark.parametrize(
    ("field", "empty", "words"),
    [
        ("cue", " ", "Say when: the moment in which you will try it."),
        ("action", "", "Say what you will do, in one line."),
        ("prediction", "\n", "Say what you expect, so that it can be checked."),
        ("probability", None, "Say how likely that is, from 0 to 100."),
        ("sign", "", "Say how you will know."),
        ("deadline", None, "Choose the date on which you decide."),
    ],
)
def test_a_start_without_one_of_its_fields_says_which(field: str, empty: Any, words: str) -> None:
    said = refusal(rules.start, make_draft(**{field: empty}), [], NOW, USUAL)
    assert str(said) == words
    assert said.field == field


def test_missing_names_all_that_a_start_still_needs_in_the_order_of_the_plan() -> None:
    assert rules.missing(Experiment(action="wait")) == (
        "cue",
        "prediction",
        "probability",
        "sign",
        "deadline",
    )
    assert rules.missing(make_draft(probability=0)) == ()


def test_a_date_in_the_past_is_refused_and_today_is_not() -> None:
    yesterday = make_draft(deadline=TODAY - timedelta(days=1))
    assert str(refusal(rules.start, yesterday, [], NOW, USUAL)) == "That date is past. Choose today or a later day."
    assert rules.start(make_draft(deadline=TODAY), [], NOW, USUAL).status(TODAY) is Status.OPEN


def test_sixty_days_are_the_longest() -> None:
    rules.start(make_draft(deadline=TODAY + timedelta(days=60)), [], NOW, USUAL)
    said = refusal(rules.start, make_draft(deadline=TODAY + timedelta(days=61)), [], NOW, USUAL)
    assert str(said) == "Long for a small experiment. Shorter, or is this an overhaul?"


def test_the_date_offered_is_two_weeks_off_also_across_a_leap_day_and_the_end_of_the_year() -> None:
    assert rules.default_deadline(date(2028, 2, 20)) == date(2028, 3, 5)
    assert rules.default_deadline(date(2026, 12, 25)) == date(2027, 1, 8)


def test_over_four_weeks_asks_whether_it_is_small() -> None:
    assert not rules.asks_if_small(TODAY + timedelta(days=28), TODAY)
    assert rules.asks_if_small(TODAY + timedelta(days=29), TODAY)


@pytest.mark.parametrize(("can_do", "asked"), [(None, False), (0, True), (40, True), (50, False)])
def test_a_low_can_do_asks_for_something_smaller(can_do: int | None, asked: bool) -> None:
    assert rules.asks_smaller(can_do) is asked


def test_a_value_off_the_scale_is_refused() -> None:
    said = refusal(rules.start, make_draft(probability=55), [], NOW, USUAL)
    assert str(said) == "55 is not on the scale. Use 0 to 100 in tens."


def test_nothing_starts_twice() -> None:
    started = rules.start(make_draft(), [], NOW, USUAL)
    assert "started already" in str(refusal(rules.start, started, [], NOW, USUAL))


def test_a_fourth_open_experiment_is_refused_with_the_three_that_can_be_decided_first() -> None:
    three = [make_experiment(action=f"do {n}", deadline=TODAY + timedelta(days=n)) for n in (3, 1, 2)]
    said = refusal(rules.start, make_draft(), three, NOW, USUAL)
    assert str(said) == "Three are open. Decide one first: “do 1”, “do 2” or “do 3”."
    assert [each.action for each in said.decide_first] == ["do 1", "do 2", "do 3"]


def test_one_that_waits_for_its_decision_still_holds_its_place() -> None:
    due = make_experiment(deadline=TODAY - timedelta(days=1))
    said = refusal(rules.start, make_draft(), [due], NOW, Settings(open_at_once=1))
    assert str(said).startswith("One is open. Decide that first: ")


def test_decided_withdrawn_and_draft_ones_hold_no_place() -> None:
    decided = make_rounds(1)[0]
    withdrawn = rules.withdraw(make_experiment(), "called off", NOW)
    rules.start(make_draft(), [decided, withdrawn, make_draft()], NOW, Settings(open_at_once=1))


@pytest.mark.parametrize(("setting", "places"), [(0, 1), (1, 1), (7, 7), (99, 7)])
def test_the_places_cannot_be_set_below_one_or_above_seven(setting: int, places: int) -> None:
    assert rules.places(Settings(open_at_once=setting)) == places


def test_a_typo_is_mended_within_ten_minutes_and_the_score_keeps_the_first_value() -> None:
    started = make_experiment(prediction="she wiats", probability=80)
    mended = rules.correct(started, "prediction", "she waits", [started], NOW + timedelta(minutes=10))
    mended = rules.correct(mended, "probability", 70, [mended], NOW + timedelta(minutes=10))
    assert (mended.prediction, mended.probability) == ("she waits", 70)
    assert [(log.field, log.before) for log in mended.corrections] == [
        ("prediction", "she wiats"),
        ("probability", "80"),
    ]
    assert rules.first_prediction(mended) == "she wiats"
    assert rules.first_probability(mended) == 80


def test_a_first_probability_of_zero_stays_zero() -> None:
    started = make_experiment(probability=0)
    assert rules.first_probability(rules.correct(started, "probability", 10, [], NOW)) == 0


def test_after_ten_minutes_the_words_are_fixed() -> None:
    late = NOW + timedelta(minutes=10, seconds=1)
    said = refusal(rules.correct, make_experiment(), "sign", "she nods", [], late)
    assert str(said) == "These words are fixed ten minutes after the start. Write a note instead."


def test_mending_to_the_same_words_logs_nothing() -> None:
    started = make_experiment()
    assert rules.correct(started, "sign", started.sign, [], NOW) is started


@pytest.mark.parametrize(
    ("field", "value"), [("sign", " "), ("probability", "80"), ("probability", 35), ("deadline", "x"), ("cue", 30)]
)
def test_a_mended_value_must_fit_its_field(field: str, value: str | int) -> None:
    refusal(rules.correct, make_experiment(), field, value, [], NOW)


def test_mending_cannot_bring_back_an_earlier_round() -> None:
    rounds = make_rounds(1)
    second = make_experiment(root_id=rounds[0].id, round=2, action="way 2")
    said = refusal(rules.correct, second, "action", "way 1", [*rounds, second], NOW)
    assert str(said) == "Change something you can name."


def test_a_decided_experiment_is_not_mended() -> None:
    refusal(rules.correct, make_rounds(1)[0], "sign", "she nods", [], NOW)


def test_a_draft_takes_up_the_chosen_idea_of_a_slip() -> None:
    entry = make_reframed()
    draft = rules.draft_from_slip(entry)
    assert (draft.entry_id, draft.action, draft.kind) == (entry.id, entry.chosen_idea, Kind.SLIP)


def test_a_slip_that_is_not_mine_gets_no_experiment() -> None:
    entry = make_entry(triage=Triage(choice=Path.NOT_MINE))
    assert "not yours" in str(refusal(rules.draft_from_slip, entry))


def test_an_assumption_is_tested_once_it_says_what_how_sure_and_what_else_one_would_see() -> None:
    whole = make_assumption(sure_before=80, expect_if_not="Nobody mentions it.")
    draft = rules.draft_from_assumption(whole)
    assert (draft.kind, draft.assumption_id) == (Kind.ASSUMPTION, whole.id)
    for blank in ({"text": ""}, {"sure_before": None}, {"sure_before": 5}, {"expect_if_not": " "}):
        refusal(rules.draft_from_assumption, replace(whole, **blank))
