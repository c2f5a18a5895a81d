"""Shares and their intervals against the reference values, SciPy and what must always hold."""

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest, norm

from recalibrate.domain.statistics import clopper_pearson, newcombe, wilson

WILSON = {
    (0, 5): (0.000, 0.434),
    (3, 4): (0.301, 0.954),
    (5, 5): (0.566, 1.000),
    (5, 6): (0.436, 0.970),
    (7, 10): (0.397, 0.892),
    (8, 10): (0.490, 0.943),
    (12, 20): (0.387, 0.781),
    (18, 20): (0.699, 0.972),
    (31, 40): (0.625, 0.877),
    (5, 16): (0.142, 0.556),
}

counts = st.integers(0, 400).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases)))
some_counts = counts.filter(lambda pair: pair[1] > 0)


@pytest.mark.parametrize(("counted", "expected"), WILSON.items())
def test_the_wilson_interval_has_its_reference_values(counted, expected):
    interval = wilson(*counted)
    assert (round(interval.low, 3), round(interval.high, 3)) == expected


def test_the_wilson_and_the_exact_interval_agree_with_scipy():
    for cases in range(1, 36):
        for happened in range(cases + 1):
            oracle = binomtest(happened, cases)
            score = oracle.proportion_ci(method="wilson")
            assert wilson(happened, cases).low == pytest.approx(score.low, abs=1e-12)
            assert wilson(happened, cases).high == pytest.approx(score.high, abs=1e-12)
            if cases % 9 == 0:
                exact = oracle.proportion_ci(method="exact")
                assert clopper_pearson(happened, cases).low == pytest.approx(exact.low, abs=1e-9)
                assert clopper_pearson(happened, cases).high == pytest.approx(exact.high, abs=1e-9)


@settings(max_examples=80)
@given(counts)
def test_an_interval_stays_in_range_holds_its_share_and_mirrors(counted):
    happened, cases = counted
    for method in (wilson, clopper_pearson):
        interval, mirrored = method(happened, cases), method(cases - happened, cases)
        assert 0 <= interval.low <= interval.high <= 1
        assert interval.low == pytest.approx(1 - mirrored.high, abs=1e-9)
        if cases:
            assert interval.holds(happened / cases)


def test_without_cases_nothing_is_known():
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0, 1)
    assert (clopper_pearson(0, 0).low, clopper_pearson(0, 0).high) == (0, 1)


@pytest.mark.parametrize("impossible", [(3, 2), (-1, 4), (0, -1)])
def test_impossible_counts_are_refused(impossible):
    with pytest.raises(ValueError, match="cannot be"):
        wilson(*impossible)
    with pytest.raises(ValueError, match="cannot be"):
        clopper_pearson(*impossible)


@pytest.mark.parametrize(
    ("earlier", "later", "expected", "claim"),
    [
        ((14, 20), (8, 20), (-0.300, -0.538, 0.006), False),
        ((18, 24), (7, 26), (-0.481, -0.666, -0.205), True),
        # Newcombe (1998), table II, method 10, the cases (a) and (b) as 48/80 → 56/70 and 3/10 → 9/10
        ((48, 80), (56, 70), (0.200, 0.052, 0.334), True),
        ((3, 10), (9, 10), (0.600, 0.171, 0.809), True),
    ],
)
def test_the_difference_of_two_shares_has_its_reference_values(earlier, later, expected, claim):
    difference = newcombe(earlier, later)
    low, high = difference.interval.low, difference.interval.high
    assert tuple(round(n, 3) for n in (difference.change, low, high)) == expected
    assert difference.excludes_none is claim


def test_the_difference_agrees_with_the_roots_of_the_score_equation():
    """Newcombe's limits from Wilson limits found another way: as the roots of (p − π)² n = z² π (1 − π)."""
    z = norm.ppf(0.975)

    def roots(happened, cases):
        a, b, c = cases + z * z, -(2 * happened + z * z), happened * happened / cases
        root = math.sqrt(max(0.0, b * b - 4 * a * c))
        return (-b - root) / (2 * a), (-b + root) / (2 * a)

    chance = random.Random(1998)
    for _ in range(2000):
        n1, n2 = chance.randint(1, 90), chance.randint(1, 90)
        x1, x2 = chance.randint(0, n1), chance.randint(0, n2)
        (l1, u1), (l2, u2), p1, p2 = roots(x1, n1), roots(x2, n2), x1 / n1, x2 / n2
        found = newcombe((x1, n1), (x2, n2))
        down, up = math.sqrt((p2 - l2) ** 2 + (u1 - p1) ** 2), math.sqrt((u2 - p2) ** 2 + (p1 - l1) ** 2)
        assert found.interval.low == pytest.approx(p2 - p1 - down, abs=1e-6)
        assert found.interval.high == pytest.approx(p2 - p1 + up, abs=1e-6)


@settings(max_examples=80)
@given(some_counts, some_counts)
def test_turning_the_periods_round_turns_the_difference_round(earlier, later):
    there, back = newcombe(earlier, later), newcombe(later, earlier)
    assert there.interval.low == pytest.approx(-back.interval.high)
    assert there.interval.low - 1e-12 <= there.change <= there.interval.high + 1e-12
    assert there.interval.low >= -1 - 1e-12
    assert there.interval.high <= 1 + 1e-12


def test_a_difference_needs_cases_on_both_sides():
    with pytest.raises(ValueError, match="both sides"):
        newcombe((0, 0), (1, 2))
