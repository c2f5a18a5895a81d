"""From where to where, for several situations at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.ui.charts import LevelRow, level_rows, plain
from recalibrate.ui.charts.lines import line_width


def test_a_fall_and_a_rise_are_drawn_alike():
    rows = [
        LevelRow("meetings", 70, 30),
        LevelRow("mail", 20, 65),
        LevelRow("calls", 50, 50),
        LevelRow("the gym", None, None),
    ]
    assert plain(level_rows(rows, 60)) == "\n".join(
        [
            "meetings  ·          ●◂────────────○          ·    70 → 30",
            "mail      ·      ○──────────────▸●            ·    20 → 65",
            "calls     ·                 ●                 ·    50 → 50",
            "the gym   ·             too early             ·     – → –",
            "          └─────────────────┴─────────────────┘",
            "          0                50               100",
            "○ baseline   ● recent",
        ]
    )


def test_neighbouring_levels_never_hide_the_recent_one():
    for width in range(30, 100):
        line = plain(level_rows([LevelRow("x", 50, 51)], width)).splitlines()[0]
        assert line.count("●") == 1


def test_no_rows_draw_nothing():
    assert level_rows([], 80) == ()


level = st.one_of(st.none(), st.floats(0, 100))


@settings(max_examples=100)
@given(st.lists(st.builds(LevelRow, st.text(max_size=30), level, level), max_size=8), st.integers(1, 200))
def test_no_line_is_wider_than_asked_for(rows, width):
    assert all(line_width(line) <= width for line in level_rows(rows, width))
