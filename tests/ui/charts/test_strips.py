"""Ratings over time."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.ui.charts import Point, Series, pair_of_lines, plain, rating_strip
from recalibrate.ui.charts.lines import line_width

START = date(2026, 8, 3)


def points(*pairs, aside=False):
    return [Point(START + timedelta(days=day), value, aside) for day, value in pairs]


FALLING = points((0, 70), (9, 80), (17, 70), (30, 60), (44, 50), (60, 40), (75, 30), (91, 30))


def test_ratings_lie_on_a_grid_with_their_levels():
    at_slips = points((50, 90), aside=True)
    assert plain(rating_strip([*FALLING, *at_slips], 60, baseline=70, recent=30)) == "\n".join(
        [
            "100 ┤",
            "    │                        ○",
            "    │     ●",
            "    │ ●┄┄┄┄┄┄┄●┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ baseline 70",
            "    │               ●",
            " 50 ┤                     ●",
            "    │                            ●",
            "    │                            ┄┄┄┄┄┄┄●┄┄┄┄┄┄● recent 30",
            "    │",
            "    │",
            "  0 ┤",
            "    └─┬────────────┬─────────────┬──────────────",
            "      Aug          Sep           Oct",
            "● a rating   ○ sting at a slip, left out",
        ]
    )


def test_two_levels_in_one_row_share_its_words():
    drawn = plain(rating_strip(FALLING, 80, baseline=70, recent=70))
    assert "baseline 70, recent 70" in drawn


def test_where_words_have_no_room_beside_they_stand_under():
    drawn = plain(rating_strip(FALLING, 40, baseline=70, recent=30)).splitlines()
    assert "┄ baseline 70" in drawn[-2] + drawn[-1]
    assert not any("baseline" in line for line in drawn[:-2])


def test_a_single_rating_has_its_day():
    drawn = plain(rating_strip(points((0, 50)), 60)).splitlines()
    assert drawn[5] == " 50 ┤ ●"
    assert drawn[-2] == "      3 Aug"


def test_within_a_month_the_first_and_last_day_are_named():
    labels = plain(rating_strip(points((0, 50), (20, 60)), 60)).splitlines()[-2]
    assert labels.split() == ["3", "Aug", "23", "Aug"]
    assert len(labels) == 60


def test_years_are_named_where_months_have_no_room():
    labels = plain(rating_strip(points((0, 50), (2000, 60)), 60)).splitlines()[-2]
    assert labels.split() == ["2027", "2028", "2029", "2030", "2031"]


def test_strips_can_share_their_days():
    between = (START, START + timedelta(days=100))
    lines = plain(rating_strip(points((50, 0)), 106, between=between)).splitlines()
    assert lines[10].index("●") == 6 + round(50 / 100 * 99)


def test_a_rating_wins_over_one_at_a_slip_in_the_same_place():
    drawn = plain(rating_strip([*points((0, 70)), *points((0, 70), aside=True)], 60)).splitlines()
    assert drawn[3] == "    │ ●"


def test_two_lines_differ_in_mark_and_stroke():
    first, second = points((0, 100), (40, 100)), points((0, 0), (40, 0))
    lines = plain(pair_of_lines(Series("can-do", first), Series("doing", second), 60)).splitlines()
    assert lines[0][6] == lines[0][59] == "●"
    assert lines[8][6] == lines[8][59] == "□"

    def dots(line):
        return sum((ord(char) - 0x2800).bit_count() for char in line if 0x2800 <= ord(char) < 0x2900)

    assert dots(lines[0]) > 2 * dots(lines[8]) > 0
    assert lines[-1] == "● can-do   □ doing"


def test_nothing_draws_nothing():
    assert rating_strip([], 80) == ()
    assert pair_of_lines(Series("a", []), Series("b", []), 80) == ()


some = st.lists(
    st.builds(Point, st.dates(date(2020, 1, 1), date(2027, 1, 1)), st.floats(0, 100), st.booleans()), max_size=30
)
level = st.one_of(st.none(), st.integers(0, 100))


@settings(max_examples=120)
@given(some, st.integers(1, 200), st.integers(1, 14), level, level)
def test_a_strip_stays_within_its_width_and_height(points, width, height, baseline, recent):
    drawn = rating_strip(points, width, height=height, baseline=baseline, recent=recent)
    assert all(line_width(line) <= width for line in drawn)
    if points and width >= 60:
        assert len(drawn) == height + 3
        assert ("○" in plain(drawn[:height])) <= any(point.aside for point in points)
        assert ("●" in plain(drawn[:height])) == any(not point.aside for point in points)


@settings(max_examples=80)
@given(some, some, st.integers(1, 200), st.integers(1, 14))
def test_two_lines_stay_within_their_width(first, second, width, height):
    drawn = pair_of_lines(Series("can-do", first), Series("会議 doing", second), width, height=height)
    assert all(line_width(line) <= width for line in drawn)
    if first and width >= 60:
        assert "●" in plain(drawn[:height])
