"""Bars that count."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.statistics import wilson
from recalibrate.ui.charts import BarRow, habit_bars, plain, stacked_counts
from recalibrate.ui.charts.lines import line_width


def test_a_habit_is_named_in_so_many_of_so_many():
    rows = [BarRow("Verdict on the self", 9, 18), BarRow("Musts and shoulds", 1, 18), BarRow("Replaying", 0, 18)]
    assert plain(habit_bars(rows, 60)) == "\n".join(
        [
            "Verdict on the self  █████████████▌               in 9 of 18",
            "Musts and shoulds    █▌                           in 1 of 18",
            "Replaying                                         in 0 of 18",
            "                     └────────────┴────────────┘",
            "                     0           50          100",
        ]
    )


def test_with_an_interval_the_bar_turns_lighter_and_runs_on():
    rows = [BarRow("Verdict", 9, 18, wilson(9, 18)), BarRow("Replaying", 0, 18, wilson(0, 18))]
    verdict, replaying, *_, legend = plain(habit_bars(rows, 50)).splitlines()
    assert verdict.startswith("Verdict    ████████▓▓▓▓▓▓────┤")
    assert replaying.startswith("Replaying  ─────┤")
    assert legend == "█▓ named   ▓──┤ likely range"


def test_decisions_stand_side_by_side_with_their_marks():
    drawn = stacked_counts([("August", (3, 2, 0, 1)), ("September", (0, 0, 0, 0)), ("October", (1, 0, 1, 0))], 60)
    assert plain(drawn) == "\n".join(
        [
            "August     ✓ ✓ ✓ ↻ ↻ ⌂   6",
            "September                0",
            "October    ✓ ■           2",
            "",
            "✓ keep 4   ↻ change 2   ■ stop 1   ⌂ overhaul 1",
        ]
    )


def test_many_decisions_share_a_mark_and_the_legend_says_so():
    drawn = plain(stacked_counts([("August", (300, 2, 0, 1))], 60))
    assert drawn.splitlines()[0].count("↻") == 1
    assert drawn.splitlines()[0].count("⌂") == 1
    assert "a mark stands for up to 7" in drawn


def test_no_rows_draw_nothing():
    assert habit_bars([], 80) == ()
    assert stacked_counts([], 80) == ()


counted = st.integers(0, 500).flatmap(lambda cases: st.tuples(st.integers(0, cases), st.just(cases)))


@settings(max_examples=120)
@given(st.lists(st.tuples(st.text(max_size=30), counted), min_size=1, max_size=8), st.booleans(), st.integers(1, 200))
def test_no_bar_is_wider_than_asked_for(data, ranged, width):
    rows = [BarRow(label, *counts, wilson(*counts) if ranged else None) for label, counts in data]
    drawn = habit_bars(rows, width)
    assert all(line_width(line) <= width for line in drawn)
    if width >= 60:
        assert len({line_width(line) for line in drawn[: len(rows)]}) == 1


@settings(max_examples=120)
@given(
    st.lists(st.tuples(st.text(max_size=30), st.tuples(*[st.integers(0, 400)] * 4)), min_size=1, max_size=8),
    st.integers(1, 200),
)
def test_no_stack_is_wider_than_asked_for_and_every_kind_shows(rows, width):
    drawn = stacked_counts(rows, width)
    assert all(line_width(line) <= width for line in drawn)
    if width >= 60:
        for (_, counts), line in zip(rows, drawn, strict=False):
            marks = "".join(span.text for span in line[1:-2])
            assert [mark in marks for mark in "✓↻■⌂"] == [count > 0 for count in counts]
