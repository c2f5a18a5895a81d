"""The table behind a picture."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.ui.charts import as_table, plain
from recalibrate.ui.charts.lines import line_width


def test_words_stand_left_and_numbers_right():
    rows = [["June", 14, "48–85", "会議"], ["September", 8, "–", None]]
    assert plain(as_table(["month", "global", "range", "where"], rows, 60)) == "\n".join(
        [
            "month       global   range   where",
            "─────────   ──────   ─────   ─────",
            "June            14   48–85   会議",
            "September        8       –",
        ]
    )


def test_the_widest_column_gives_way():
    drawn = plain(as_table(["what", "n"], [["Lost my place when she asked", 12]], 20))
    assert drawn.splitlines()[-1] == "Lost my place…    12"


def test_a_table_without_rows_keeps_its_heads():
    assert plain(as_table(["month", "n"], [], 40)) == "month   n\n─────   ─"


@settings(max_examples=80)
@given(
    st.lists(st.lists(st.one_of(st.text(max_size=30), st.integers(), st.none()), min_size=3, max_size=3), max_size=6),
    st.integers(1, 200),
)
def test_no_line_is_wider_than_asked_for(rows, width):
    lines = as_table(["a", "会議の失敗", "c"], rows, width)
    assert all(line_width(line) <= width for line in lines)
    assert len(lines) == len(rows) + 2
