"""Lines measure themselves in terminal columns and never let user text out of its place."""

from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.ui.charts.lines import Span, cells, clip, fit, flow, line_width, pad, plain, tidy

words = st.text(max_size=40)
spans = st.lists(st.builds(Span, words.map(tidy)), max_size=6).map(tuple)


def test_wide_characters_take_two_columns():
    assert cells("会議") == 4
    assert pad("会議", 6) == "会議  "
    assert pad("会議", 6, right=True) == "  会議"


def test_what_is_too_long_ends_in_an_ellipsis():
    assert clip("questions in meetings", 12) == "questions i…"
    assert clip("会議の失敗", 6) == "会議…"
    assert clip("anything", 0) == ""


@settings(max_examples=150)
@given(words.map(tidy), st.integers(0, 30))
def test_padding_is_exact_in_any_script(text, width):
    assert cells(pad(text, width)) == width
    assert cells(pad(text, width, right=True)) == width


@settings(max_examples=150)
@given(words)
def test_tidy_text_has_no_escapes_and_no_line_ends(text):
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 for char in tidy(text))
    assert len(tidy(text).splitlines()) <= 1


def test_a_terminal_escape_in_a_label_is_defused():
    assert tidy("a\x1b[2Jb\nc\u202ed") == "a [2Jb c d"


@settings(max_examples=150)
@given(st.lists(spans, max_size=5), st.integers(0, 60))
def test_fitted_and_flowing_lines_stay_within_the_width(items, width):
    assert all(line_width(line) <= width for line in (*fit(items, width), *flow(items, width)))


def test_items_flow_onto_the_next_line_whole():
    items = [(Span("one two"),), (Span("three"),), (Span("four"),)]
    assert plain(flow(items, 16)) == "one two   three\nfour"
