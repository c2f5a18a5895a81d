"""Expectations scored: the reference case, an independent count and what must always hold."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.statistics import calibration, wilson

EXPECTED = [0.8, 0.7, 0.9, 0.6, 0.8, 0.5, 0.7, 0.9, 0.6, 0.3, 0.8, 0.7, 0.4, 0.9, 0.6, 0.7]
CAME = [1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0]
REFERENCE = list(zip(EXPECTED, map(bool, CAME), strict=True))

forecasts = st.lists(st.tuples(st.integers(0, 10).map(lambda tens: tens / 10), st.booleans()), min_size=1, max_size=60)


def test_the_sixteen_feared_things_have_their_reference_values():
    score = calibration(REFERENCE)
    assert (score.cases, score.happened, score.share) == (16, 5, 0.3125)
    assert round(score.expected, 3) == 0.681
    assert (round(score.interval.low, 3), round(score.interval.high, 3)) == (0.142, 0.556)
    assert round(score.brier, 4) == 0.3056
    assert round(score.reference, 4) == 0.2148
    assert round(score.skill, 3) == -0.423
    assert round(score.bias, 2) == -3.40
    assert score.is_biased


def test_it_agrees_with_a_plain_count():
    chance = random.Random(1950)
    for _ in range(2000):
        pairs = [(chance.randint(0, 10) / 10, chance.random() < 0.4) for _ in range(chance.randint(1, 40))]
        score = calibration(pairs)
        n, k = len(pairs), sum(came for _, came in pairs)
        brier = sum((p - came) ** 2 for p, came in pairs) / n
        base = k / n
        variance = sum(p * (1 - p) for p, _ in pairs)
        assert score.brier == pytest.approx(brier)
        assert score.interval == wilson(k, n)
        if 0 < k < n:
            assert score.skill == pytest.approx(1 - brier / (base * (1 - base)))
        else:
            assert score.skill is None
        if variance:
            assert score.bias == pytest.approx((k - sum(p for p, _ in pairs)) / math.sqrt(variance))
        else:
            assert score.bias is None


@settings(max_examples=80)
@given(forecasts)
def test_turning_every_forecast_round_keeps_the_score_and_turns_the_bias(pairs):
    score = calibration(pairs)
    turned = calibration([(1 - p, not came) for p, came in pairs])
    assert 0 <= score.brier <= 1
    assert turned.brier == pytest.approx(score.brier)
    assert turned.expected == pytest.approx(1 - score.expected)
    if score.bias is not None and turned.bias is not None:
        assert turned.bias == pytest.approx(-score.bias, abs=1e-6)


def test_certain_expectations_have_no_bias_to_speak_of():
    score = calibration([(1.0, True), (0.0, True)])
    assert score.bias is None
    assert not score.is_biased


def test_always_stating_the_base_rate_has_no_skill():
    assert calibration([(0.25, came) for came in (True, False, False, False)]).skill == pytest.approx(0)


@pytest.mark.parametrize(("pairs", "why"), [([], "no forecasts"), ([(1.2, True)], "between 0 and 1")])
def test_what_cannot_be_scored_is_refused(pairs, why):
    with pytest.raises(ValueError, match=why):
        calibration(pairs)
