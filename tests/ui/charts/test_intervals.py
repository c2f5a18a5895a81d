"""Shares with intervals on one axis."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.statistics import wilson
from recalibrate.ui.charts import ShareRow, plain, share_rows
from recalibrate.ui.charts.lines import cells, line_width


def row(label, happened, cases, **more):
    return ShareRow(label, happened, cases, wilson(happened, cases) if cases >= 5 else None, **more)


def test_rows_share_an_axis_and_say_their_counts():
    drawn = share_rows([row("June", 14, 20), row("July", 3, 4), row("August", 0, 0), row("September", 0, 5)], 60)
    assert plain(drawn) == "\n".join(
        [
            "June       ·                 ├────────●────┤     ·  14 of 20",
            "July       ·              too early              ·   3 of 4",
            "August     ·                none                 ·   0 of 0",
            "September  ●────────────────┤ ·                  ·   0 of 5",
            "           └──────────────────┴──────────────────┘",
            "           0                 50                100",
            "● happened   ├─┤ likely range",
        ]
    )


def test_the_expectation_stands_in_the_row_and_beside_it():
    lines = plain(share_rows([row("feared", 5, 16, expected=0.681), row("hoped", 9, 16)], 80)).splitlines()
    assert "●" in lines[0]
    assert "│" in lines[0].split("┤")[1].split("5 of 16")[0]
    assert lines[0].endswith(" 5 of 16   │  68")
    assert lines[-1].endswith("│ expected")


def test_an_expectation_inside_the_interval_crosses_it():
    assert "┼" in plain(share_rows([row("feared", 5, 16, expected=0.5)], 80))


def test_an_expectation_under_the_dot_is_still_written_down():
    line = plain(share_rows([row("feared", 8, 16, expected=0.5)], 80)).splitlines()[0]
    assert "┼" not in line
    assert line.endswith("│  50")


def test_the_dot_lies_where_its_share_lies():
    for happened in range(21):
        line = plain(share_rows([row("x", happened, 20)], 120)).splitlines()[0]
        assert abs(line.index("●") - 3 - 5 * happened) <= 1


def test_too_narrow_for_a_picture_leaves_the_numbers():
    drawn = plain(share_rows([row("questions in meetings", 14, 20)], 24))
    assert drawn == "questions in…   14 of 20"


def test_no_rows_draw_nothing():
    assert share_rows([], 80) == ()


counted = st.integers(0, 300).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases)))
share = st.one_of(st.none(), st.floats(0, 1))


@settings(max_examples=120)
@given(st.lists(st.tuples(st.text(max_size=30), counted, share), max_size=8), st.integers(1, 200))
def test_no_line_is_wider_than_asked_for_and_rows_are_aligned(data, width):
    rows = [row(label, *counts, expected=expected) for label, counts, expected in data]
    drawn = share_rows(rows, width)
    assert all(line_width(line) <= width for line in drawn)
    if width >= 60 and rows:
        starts = [cells(line[0].text) for line in drawn[: len(rows)]]
        assert len(set(starts)) == 1
        assert all(
            ("●" in "".join(span.text for span in line)) == (r.cases >= 5)
            for line, r in zip(([*line[1:-2]] for line in drawn), rows, strict=False)
        )
