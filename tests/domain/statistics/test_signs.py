"""The sign test against the reference values and SciPy's binomial test."""

import pytest
from scipy.stats import binomtest

from recalibrate.domain.statistics import sign_test

REFERENCE = {(5, 1): 0.219, (6, 0): 0.031, (7, 1): 0.070, (8, 2): 0.109, (9, 1): 0.021, (10, 2): 0.039}


@pytest.mark.parametrize(("split", "p"), REFERENCE.items())
def test_the_sign_test_has_its_reference_values(split, p):
    assert round(sign_test(*split), 3) == p


def test_it_agrees_with_scipy_in_every_split_up_to_thirty():
    for down in range(31):
        for up in range(31):
            if down + up:
                assert sign_test(down, up) == pytest.approx(binomtest(down, down + up, 0.5).pvalue, rel=1e-9)


def test_fewer_than_six_changes_can_never_be_a_claim():
    assert all(sign_test(down, total - down) >= 0.05 for total in range(6) for down in range(total + 1))


def test_no_change_is_no_evidence():
    assert sign_test(0, 0) == 1


def test_thousands_of_changes_do_not_overflow():
    assert sign_test(3000, 3000) == 1
    assert 0 <= sign_test(6000, 100) < 1e-300


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="counts"):
        sign_test(-1, 3)
