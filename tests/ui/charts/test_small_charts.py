"""Sparklines, days left and fine bars."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalibrate.ui.charts import bar, days_left, plain, sparkline


def text(line):
    return "".join(span.text for span in line)


def test_a_sparkline_steps_from_nothing_to_all():
    assert text(sparkline([0, 40, 50, 40, 60, None, 100], 20)) == "▁▄▅▄▅·█"


def test_a_sparkline_keeps_the_latest():
    assert text(sparkline([0, 0, 100, 0, 100], 2)) == "▁█"
    assert text(sparkline([50], 0)) == ""
    assert text(sparkline([], 9)) == ""


@pytest.mark.parametrize(
    ("left", "total", "width", "drawn"),
    [
        (3, 14, 20, "▪▪▪▪▪▪▪▪▪▪▪▫▫▫"),
        (14, 14, 20, "▫" * 14),
        (0, 5, 20, "▪▪▪▪▪"),
        (-4, 5, 20, "▪▪▪▪▪"),
        (59, 60, 10, "▪▫▫▫▫▫▫▫▫▫"),
        (1, 60, 10, "▪▪▪▪▪▪▪▪▪▫"),
        (0, 0, 10, ""),
        (2, 5, 0, ""),
    ],
)
def test_days_left_are_open_and_days_gone_are_full(left, total, width, drawn):
    assert text(days_left(left, total, width)) == drawn


def test_a_bar_is_true_to_an_eighth_of_a_cell():
    assert bar(0.5, 9) == "████▌"
    assert bar(7 / 18, 18) == "█" * 7
    assert bar(0.001, 10) == "▏"
    assert bar(0, 10) == ""
    assert bar(2, 3) == "███"


@given(st.floats(0, 1), st.integers(1, 120))
def test_a_longer_bar_never_means_less(share, width):
    drawn = bar(share, width)
    assert len(drawn) <= width
    assert abs(8 * width * share - sum(" ▏▎▍▌▋▊▉█".index(char) for char in drawn)) <= 1


def test_plain_drops_trailing_blanks():
    assert plain([days_left(1, 3, 9), ()]) == "▪▪▫\n"
