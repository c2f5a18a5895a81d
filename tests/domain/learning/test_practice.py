from recalibrate.domain.habits.catalogue import habit
from recalibrate.domain.learning.practice import MOMENT, SENTENCES, WHOLE, Practice
from recalibrate.domain.voice import Reading, judge


def test_there_are_two_dozen_sentences_of_both_kinds() -> None:
    assert len(SENTENCES) == 24
    assert {sentence.scope for sentence in SENTENCES} == {WHOLE, MOMENT}
    assert sum(sentence.scope is MOMENT for sentence in SENTENCES) >= 8


def test_every_thinking_habit_is_met_once_at_least() -> None:
    met = {key for sentence in SENTENCES for key in sentence.habits}
    assert all(habit(key) for key in met)
    assert len(met) >= 14


def test_sentences_about_a_moment_have_no_habit_to_name() -> None:
    assert all(bool(sentence.habits) == (sentence.scope is WHOLE) for sentence in SENTENCES)


def test_the_ear_of_the_app_never_says_the_opposite_of_our_answer() -> None:
    for sentence in SENTENCES:
        assert {judge(sentence.text).scope, sentence.scope} != {Reading.GLOBAL, Reading.LOCAL}, sentence.text


def test_a_run_goes_from_the_first_sentence_to_the_end() -> None:
    run = Practice()
    assert run.current is SENTENCES[0]
    assert (run.last, run.finished) == (None, False)
    for sentence in SENTENCES:
        run = run.answered(sentence.scope)
        assert run.last is sentence
    assert run.finished
    assert run.current is None
    assert run.answered(WHOLE) == run


def test_an_answer_that_differs_is_kept_and_can_be_taken_back() -> None:
    run = Practice().answered(MOMENT)
    assert run.answers == (MOMENT,)
    assert run.taken_back() == Practice()
