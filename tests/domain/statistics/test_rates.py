"""The ratio of two rates against the reference values and SciPy's beta distribution."""

import math
import random

import numpy as np
import pytest
from scipy.stats import beta

from recalibrate.domain.statistics import rate_ratio


@pytest.mark.parametrize(
    ("before", "after", "expected", "claim"),
    [
        ((8, 60), (3, 60), (0.38, 0.06, 1.56), False),
        ((12, 90), (2, 90), (0.17, 0.02, 0.75), True),
    ],
)
def test_the_rate_ratio_has_its_reference_values(before, after, expected, claim):
    found = rate_ratio(*before, *after)
    figures = (found.ratio, found.interval.low, found.interval.high)
    assert tuple(round(figure + 1e-12, 2) for figure in figures) == expected
    assert found.excludes_none is claim


def test_the_exact_limits_agree_with_scipy():
    chance = random.Random(1938)
    pairs = [(chance.randint(0, 60), chance.randint(0, 60)) for _ in range(600)]
    befores, afters = (np.array(side) for side in zip(*pairs, strict=True))
    lows = np.where(afters > 0, beta.ppf(0.025, afters, befores + 1), 0.0)
    highs = np.where(befores > 0, beta.ppf(0.975, afters + 1, befores), 1.0)
    for (before, after), low, high in zip(pairs, lows, highs, strict=True):
        days_before, days_after = chance.uniform(1, 400), chance.uniform(1, 400)
        scale = days_before / days_after
        found = rate_ratio(before, days_before, after, days_after).interval
        assert found.low == pytest.approx(scale * low / (1 - low), rel=1e-8)
        assert found.high == (pytest.approx(scale * high / (1 - high), rel=1e-8) if before else math.inf)


def test_thousands_of_slips_are_no_harder_than_ten():
    low, high = beta.ppf(0.025, 9_000, 18_001), beta.ppf(0.975, 9_001, 18_000)
    found = rate_ratio(18_000, 500, 9_000, 500)
    assert found.interval.low == pytest.approx(low / (1 - low), rel=1e-8)
    assert found.interval.high == pytest.approx(high / (1 - high), rel=1e-8)


def test_no_slips_before_leave_the_ratio_open_upwards():
    found = rate_ratio(0, 30, 4, 30)
    assert found.ratio is None
    assert found.interval.high == math.inf
    assert found.interval.low > 0


def test_no_slips_at_all_say_nothing():
    found = rate_ratio(0, 30, 0, 30)
    assert found.ratio is None
    assert (found.interval.low, found.interval.high) == (0, math.inf)
    assert not found.excludes_none


@pytest.mark.parametrize("impossible", [(-1, 30, 2, 30), (1, 0, 2, 30), (1, 30, 2, -3)])
def test_impossible_counts_and_exposures_are_refused(impossible):
    with pytest.raises(ValueError, match="exposures"):
        rate_ratio(*impossible)
