from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.look_back import (
    SECTIONS,
    Direction,
    Level,
    Metric,
    Notebook,
    Section,
    Standing,
    Standings,
    while_running,
)
from recalibrate.domain.look_back.belief import Shift
from recalibrate.domain.look_back.dread import dread_of
from recalibrate.domain.look_back.expectations import expectation
from recalibrate.domain.look_back.first_voice import FirstVoice, Voices
from recalibrate.domain.look_back.follow_through import FollowThrough
from recalibrate.domain.look_back.reframing import TimeToReframe
from recalibrate.domain.look_back.speech import experiments, situations, voices
from recalibrate.domain.look_back.speech.levels import THRESHOLDS, chance, level
from recalibrate.domain.records.experiment import Choice, Decision, Feeling, Outcome
from recalibrate.domain.records.rating import Context
from recalibrate.domain.statistics import newcombe, sign_test, wilson
from tests.builders import NOW, TODAY, make_experiment, make_rating

FALLING = ((70, 0), (80, 9), (70, 17), (60, 30), (50, 44), (40, 60), (30, 75), (30, 91))


def always(standing: Standing) -> Standings:
    def answer(metric: Metric, about: str, direction: Direction) -> Standing:
        return standing

    return answer


closed, agreed = always(Standing.CLOSED), always(Standing.AGREED)


def decided(happened: int, reached: int) -> FollowThrough:
    return FollowThrough(reached, happened, 0, reached - happened, 2, 3, 0, wilson(happened, reached))


def voice_of(earlier: tuple[int, int], later: tuple[int, int]) -> FirstVoice:
    def row(words: str, counts: tuple[int, int]) -> Voices:
        return Voices(words, whole=counts[0], moment=counts[1] - counts[0])

    return FirstVoice((), row("spring", earlier), row("summer", later), newcombe(earlier, later))


def dread_text(pairs: tuple[tuple[int, float], ...], standings: Standings) -> str:
    ratings = [make_rating(value, rated_at=NOW + timedelta(days=day), context=Context.MONTHLY) for value, day in pairs]
    return situations.of_dread(dread_of("s", "questions in meetings", ratings), standings)[0].text


@pytest.mark.parametrize("metric", list(Metric))
@pytest.mark.parametrize("cases", [0, 4, 5, 10, 10_000])
def test_a_month_that_runs_never_claims(metric: Metric, cases: int) -> None:
    assert level(metric, cases, Standing.RUNNING, excludes_no_change=True) is not Level.CLAIM


@pytest.mark.parametrize("metric", list(Metric))
def test_nothing_is_claimed_while_no_change_is_possible(metric: Metric) -> None:
    assert level(metric, 10_000, Standing.AGREED, excludes_no_change=False) is not Level.CLAIM


@pytest.mark.parametrize(("metric", "threshold"), list(THRESHOLDS.items()))
def test_one_case_below_the_threshold_only_counts_are_said(metric: Metric, threshold: object) -> None:
    needed = THRESHOLDS[metric].interval
    cases = 10_000 if needed is None else needed - 1
    assert level(metric, cases, Standing.AGREED, excludes_no_change=True) is Level.COUNTS


def test_follow_through_is_said_as_in_the_samples() -> None:
    assert experiments.of_follow_through(decided(3, 4), closed)[0].text == (
        "4 experiments reached their date; 3 decided in time. Too early for a rate."
    )
    said, beside = experiments.of_follow_through(decided(12, 20), closed)
    assert said.text == "12 of 20 decided in time — somewhere between 39 and 78 in 100."
    assert said.level == Level.INTERVAL
    assert "2 withdrawn, 3 given more time" in beside.text


def test_a_difference_that_could_be_chance_is_said_to_be() -> None:
    said = voices.of_first_voice(voice_of((14, 20), (8, 20)), agreed)[0]
    assert said.text == (
        "Global first voices: 14 of 20 in spring, 8 of 20 in summer. The difference could still be chance."
    )
    assert (said.level, said.direction) == (Level.INTERVAL, "")


def test_a_claim_says_so_far_until_two_closed_months_agree() -> None:
    found = voice_of((18, 24), (7, 26))
    first = voices.of_first_voice(found, closed)[0]
    second = voices.of_first_voice(found, agreed)[0]
    assert (first.level, first.direction) == (Level.CLAIM, "lower")
    assert "Lower so far;" in first.text
    assert "Lower;" in second.text
    assert "so far" not in second.text


def test_while_the_month_runs_the_same_numbers_wait_for_its_end() -> None:
    said = voices.of_first_voice(voice_of((18, 24), (7, 26)), while_running)[0]
    assert said.level == Level.INTERVAL
    assert "said when the month closes" in said.text


def test_both_ways_are_said_alike() -> None:
    down = voices.of_first_voice(voice_of((18, 24), (7, 26)), agreed)[0].text
    up = voices.of_first_voice(voice_of((7, 26), (18, 24)), agreed)[0].text
    assert down.split(". ", 1)[1].replace("Lower", "Higher") == up.split(". ", 1)[1]


def test_dread_is_said_as_in_the_samples() -> None:
    assert dread_text(FALLING, agreed) == (
        "First ratings around 70, recent ones around 30. Lower; unlikely to be wobble (p = 0.001). "
        "What changed it is not shown here."
    )
    assert dread_text(FALLING[:3], agreed) == (
        "Three of the six ratings needed so far. Nothing to say yet, and that is fine."
    )


def test_a_rise_is_said_with_the_words_of_a_fall() -> None:
    rising = tuple((100 - value, day) for value, day in FALLING)
    assert "Higher; unlikely to be wobble" in dread_text(rising, agreed)


def test_a_small_fall_is_wobble_however_regular() -> None:
    assert "ordinary wobble" in dread_text(tuple((70 - at, 9.0 * at) for at in range(9)), agreed)


def test_six_ratings_in_five_weeks_are_too_early() -> None:
    assert "of the 42 days needed" in dread_text(tuple((90 - 10 * at, 7.0 * at) for at in range(6)), agreed)


def test_the_sixteen_feared_things_are_said_as_in_the_sample() -> None:
    stated = (80, 70, 90, 60, 80, 50, 70, 90, 60, 30, 80, 70, 40, 90, 60, 70)
    came = (1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0)
    rounds = [
        make_experiment(
            feeling=Feeling.FEARED,
            probability=p,
            decision=Decision(choice=Choice.STOP, decided_at=NOW, outcome=Outcome.YES if o else Outcome.NO),
        )
        for p, o in zip(stated, came, strict=True)
    ]
    said = experiments.of_expectation(expectation(rounds, Feeling.FEARED), closed)[0]
    assert said.text == (
        "16 things you feared: you expected about 68 in 100; 5 happened (14–56 in 100). "
        "Fewer than expected so far (z = -3.4)."
    )


def test_fewer_than_five_outcomes_get_no_share() -> None:
    rounds = [
        make_experiment(decision=Decision(choice=Choice.STOP, decided_at=NOW, outcome=Outcome.YES)) for _ in range(4)
    ]
    said = experiments.of_expectation(expectation(rounds, Feeling.HOPED), agreed)[0]
    assert "in 100" not in said.text


@pytest.mark.parametrize(
    ("outcomes", "words"),
    [
        ("y", "The one thing you hoped for happened."),
        ("n", "The one thing you hoped for did not happen."),
        ("nn", "Of the two things you hoped for, none happened."),
        ("yny", "Of the three things you hoped for, two happened."),
    ],
)
def test_a_few_outcomes_are_told_in_a_whole_sentence(outcomes: str, words: str) -> None:
    rounds = [
        make_experiment(
            feeling=Feeling.HOPED,
            decision=Decision(choice=Choice.STOP, decided_at=NOW, outcome=Outcome.YES if each == "y" else Outcome.NO),
        )
        for each in outcomes
    ]
    said = experiments.of_expectation(expectation(rounds, Feeling.HOPED), agreed)[0]
    assert said.text == f"{words} Nothing to say yet, and that is fine."


def test_without_any_case_none_of_those_needed_are_there() -> None:
    assert dread_text((), agreed) == "None of the six ratings needed so far. Nothing to say yet, and that is fine."


@pytest.mark.parametrize(("down", "up", "claims"), [(6, 0, False), (8, 2, False), (9, 1, True), (10, 2, True)])
def test_belief_needs_eight_changes_and_the_sign_test(down: int, up: int, claims: bool) -> None:
    found = Shift(((80, 40),) * (down + up), (), down, 0, up, 40, sign_test(down, up))
    assert (voices.of_belief_later(found, closed).level == Level.CLAIM) is claims


def test_a_curve_that_never_comes_to_half_is_said_so() -> None:
    said = voices.of_time_to_reframe(TimeToReframe(9, 3, 2, None), closed)
    assert said.text == "More than half of 9 slips still open: 3 reframed. 2 with only a day known, left out."


@pytest.mark.parametrize(("p", "words"), [(0.0001, "p < 0.001"), (0.00119, "p = 0.001"), (0.85, "p = 0.85")])
def test_no_p_is_ever_nothing(p: float, words: str) -> None:
    assert chance(p) == words


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_an_empty_notebook_is_said_in_finished_sentences(section: Section) -> None:
    for page in section.pages(Notebook(), TODAY, while_running):
        assert page.statements
        assert all(said.text.endswith(".") for said in page.statements)
