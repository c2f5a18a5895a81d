"""Slopes and trends against the reference series, SciPy and every order written out."""

import random
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau, theilslopes

from recalibrate.domain.statistics import exact_p, kendall_s, normal_p, theil_sen, trend

FALLING = list(zip([0, 9, 17, 30, 44, 60, 75, 91], [70, 80, 70, 60, 50, 40, 30, 30], strict=True))
WOBBLING = list(zip([0, 7, 20, 33, 41, 55], [70, 60, 80, 70, 50, 70], strict=True))

tens = st.integers(0, 10).map(lambda ten: ten * 10)
series = st.lists(st.tuples(st.integers(0, 200), tens), min_size=2, max_size=40).filter(
    lambda points: len({day for day, _ in points}) > 1
)


def some_points(chance, count, *, days_differ=True):
    days = chance.sample(range(400), count) if days_differ else chance.choices(range(count), k=count)
    return [(day, chance.randint(0, 10) * 10) for day in days]


def test_a_falling_series_has_its_reference_values():
    found = trend(FALLING)
    assert round(found.slope_per_30_days, 2) == -19.05
    assert found.s == -24
    assert round(found.p, 5) == 0.00119
    assert found.exact
    assert round(normal_p(found.s, FALLING), 5) == 0.00385


def test_a_wobbling_series_has_its_reference_values():
    found = trend(WOBBLING)
    assert found.slope_per_30_days == 0
    assert round(found.p, 2) == 0.85
    assert found.exact


def test_the_exact_p_is_the_share_of_all_orders_written_out():
    chance = random.Random(1945)
    for _ in range(60):
        values = [chance.randint(0, 5) * 10 for _ in range(chance.randint(2, 6))]
        sums = [kendall_s(list(enumerate(order))) for order in permutations(values)]
        for s in set(sums):
            as_far = sum(abs(other) >= abs(s) for other in sums)
            assert exact_p(s, values) == pytest.approx(as_far / len(sums))


def test_the_exact_p_agrees_with_scipy_where_nothing_is_tied():
    chance = random.Random(1970)
    for _ in range(500):
        count = chance.randint(2, 10)
        points = list(zip(chance.sample(range(100), count), chance.sample(range(100), count), strict=True))
        oracle = kendalltau(*zip(*points, strict=True), method="exact").pvalue
        assert trend(points).p == pytest.approx(oracle, rel=1e-9)


def test_s_and_the_tie_corrected_variance_agree_with_scipy():
    """SciPy's asymptotic p has no continuity correction: one pair further out, ours must be the same."""
    chance = random.Random(1990)
    for _ in range(600):
        points = some_points(chance, chance.randint(4, 40), days_differ=chance.random() < 0.5)
        days, values = zip(*points, strict=True)
        if len(set(days)) < 2 or len(set(values)) < 2:
            continue
        s = kendall_s(points)
        assert np.sign(s) == np.sign(kendalltau(days, values).statistic)
        if s:
            further = s + 1 if s > 0 else s - 1
            oracle = kendalltau(days, values, method="asymptotic").pvalue
            assert normal_p(further, points) == pytest.approx(oracle, rel=1e-6)


def test_the_slope_agrees_with_scipy():
    chance = random.Random(1968)
    for _ in range(600):
        points = some_points(chance, chance.randint(2, 40), days_differ=chance.random() < 0.5)
        days, values = zip(*points, strict=True)
        if len(set(days)) > 1:
            assert theil_sen(points) == pytest.approx(theilslopes(values, days).slope, abs=1e-12)


@pytest.mark.parametrize("count", [201, 260, 301, 400])
@pytest.mark.parametrize("drift", [0, 0.01, -0.2])
def test_a_long_series_has_the_same_slope_as_scipy_finds(count, drift):
    chance = random.Random(count)
    days = chance.choices(range(800), k=count)
    points = [(day, round(50 + drift * day + chance.gauss(0, 15), -1)) for day in days]
    points += [(day + 0.5, value) for day, value in points[: chance.randint(0, 3)]]
    days, values = zip(*points, strict=True)
    assert theil_sen(points) == pytest.approx(theilslopes(values, days).slope, abs=1e-9)


@settings(max_examples=80)
@given(series, st.randoms(use_true_random=False))
def test_order_of_writing_and_a_mirror_change_nothing_but_the_sign(points, chance):
    there, back = trend(points), trend([(day, 100 - value) for day, value in points])
    assert (back.s, back.p) == (-there.s, there.p)
    assert back.slope_per_30_days == pytest.approx(-there.slope_per_30_days)
    shuffled = points[:]
    chance.shuffle(shuffled)
    assert trend(shuffled) == there
    assert 0 < there.p <= 1


@settings(max_examples=100)
@given(series)
def test_stretching_time_stretches_the_slope_and_leaves_the_test_alone(points):
    slow = trend([(3 * day + 7, value) for day, value in points])
    assert slow.slope_per_30_days == pytest.approx(trend(points).slope_per_30_days / 3)
    assert slow.p == trend(points).p


def test_equal_values_have_no_trend():
    found = trend([(day, 50) for day in range(20)])
    assert (found.slope_per_30_days, found.s, found.p) == (0, 0, 1)
    assert trend([(0, 50), (1, 50)]).p == 1


def test_ratings_at_the_same_moment_are_not_counted_out_exactly():
    assert not trend([(0, 10), (0, 90), (5, 50)]).exact


@pytest.mark.parametrize("points", [[], [(3, 50)], [(3, 50), (3, 60)]])
def test_a_single_day_has_no_slope(points):
    with pytest.raises(ValueError, match="two different days"):
        trend(points)
