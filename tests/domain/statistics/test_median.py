"""The middle value agrees with the standard library's."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalibrate.domain.statistics import median


@given(st.lists(st.floats(-1e6, 1e6), min_size=1))
def test_the_median_is_the_standard_librarys(values):
    assert median(values) == statistics.median(values)


def test_nothing_has_no_median():
    with pytest.raises(ValueError, match="nothing"):
        median([])
