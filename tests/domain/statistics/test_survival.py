"""Waits that go on count: the product-limit curve against reference values and SciPy."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import CensoredData, ecdf

from recalibrate.domain.statistics import Wait, median, median_wait, waiting_curve

EXAMPLE = [
    *(Wait(hours, True) for hours in (0.5, 1, 2, 6, 20, 26, 100)),
    *(Wait(hours, False) for hours in (30, 72, 200)),
]
waits = st.lists(st.builds(Wait, st.integers(0, 40).map(float), st.booleans()), max_size=60)


def test_the_true_median_is_longer_than_that_of_the_finished_alone():
    assert median_wait(EXAMPLE) == 20
    assert median(wait.length for wait in EXAMPLE if wait.done) == 6


def test_more_than_half_still_open_has_no_median():
    still = [Wait(hours, False) for hours in (50, 60, 70)]
    assert median_wait([Wait(1, True), Wait(2, True), *still]) is None


def test_nothing_and_nothing_finished_have_no_median():
    assert median_wait([]) is None
    assert median_wait([Wait(3, False)]) is None


def test_the_curve_agrees_with_scipy():
    chance = random.Random(1958)
    for _ in range(400):
        some = [Wait(chance.randint(0, 30), chance.random() < 0.7) for _ in range(chance.randint(1, 50))]
        if not any(wait.done for wait in some):
            continue
        data = CensoredData(
            uncensored=[wait.length for wait in some if wait.done],
            right=[wait.length for wait in some if not wait.done],
        )
        survival = ecdf(data).sf
        oracle = dict(zip(survival.quantiles, survival.probabilities, strict=True))
        for length, share in waiting_curve(some):
            assert share == pytest.approx(oracle[length], abs=1e-12)
        crossed = [length for length, share in oracle.items() if share <= 0.5 + 1e-9]
        assert median_wait(some) == (min(crossed) if crossed else None)


@settings(max_examples=80)
@given(waits)
def test_the_curve_only_comes_down_and_order_does_not_matter(some):
    curve = waiting_curve(some)
    shares = [1.0, *(share for _, share in curve)]
    assert all(0 <= later < earlier for earlier, later in pairwise(shares))
    assert waiting_curve(reversed(some)) == curve


@settings(max_examples=100)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=41))
def test_when_all_are_over_it_is_the_lower_middle_one(lengths):
    done = [Wait(length, True) for length in lengths]
    assert median_wait(done) == sorted(lengths)[(len(lengths) - 1) // 2]
