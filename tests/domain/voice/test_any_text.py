import time
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from recalibrate.domain.habits.catalogue import habit
from recalibrate.domain.voice import FAMILIES, judge
from recalibrate.domain.voice.ticks import absolutes, ticks

WORDS = ("I", "i'm", "I’m", "always", "never", "not", "don't", "such an", "idiot", "they", "think", "should", "but")
MARKS = ("“", "”", '"', "'", "‘", "’", ".", "!", "?", ",", "\n", "…", "🙂", "ß", "İ", "will", "be", "because", "-")
PIECES = st.lists(st.sampled_from((*WORDS, *MARKS)), max_size=40)
TEXTS = st.one_of(st.text(max_size=200), PIECES.map(" ".join), PIECES.map("".join))


@settings(max_examples=150, deadline=None)
@given(TEXTS)
@example("İİİ I'm an idiot")
@example("''''''''")
@example("\x00 I always \x00 forget")
def test_any_text_is_judged_with_offsets_inside_it_and_twice_the_same(text: str) -> None:
    judgement = judge(text)
    assert judgement == judge(text)
    assert judgement.text == text
    assert 0 <= judgement.score <= 1
    assert len(judgement.habits) <= 2
    for cue in judgement.cues:
        assert 0 <= cue.start < cue.end <= len(text)
        assert text[cue.start : cue.end] == cue.text
        assert cue.family in FAMILIES
    assert all(habit(suggestion.key) for suggestion in judgement.habits)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_observation_can_be_ticked(text: str) -> None:
    ticks(text)
    kept = absolutes(text)
    assert all(text[cue.start : cue.end] == cue.text for cue in kept)
    assert all(one.end <= other.start for one, other in pairwise(kept))


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
@example("ALWAYS:WILL 0", "ALWAYS")
def test_what_follows_a_blank_line_does_not_move_what_was_heard_before(first: str, second: str) -> None:
    if any(mark in first + second for mark in "\"“”«»'‘’"):
        return  # a quotation may open in one text and close in the other
    before = [cue for cue in judge(first + "\n").cues if cue.strength >= 0.3]  # faint ones hang on the habits
    after = [cue for cue in judge(f"{first}\n\n{second}").cues if cue.strength >= 0.3]
    assert after[: len(before)] == before


def test_ten_thousand_words_are_heard_and_soon() -> None:
    text = "I forgot the list and I'm such an idiot. Next time I bring it. They always wait for me? " * 600
    assert len(text.split()) > 10_000
    assert len(judge(text).cues) > 1800
    started = time.perf_counter()
    judge(text)
    assert time.perf_counter() - started < 1.0


def test_one_endless_sentence_without_a_full_stop_is_no_trap() -> None:
    traps = ("I am so very ", "because i ", "good but ", "aaaaaaaaaa", "'", "“", "-", "my my ", "not ")
    for text in (trap * 3000 for trap in traps):
        started = time.perf_counter()
        judge(text)
        assert time.perf_counter() - started < 5.0
