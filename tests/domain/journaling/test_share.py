from __future__ import annotations

from recalibrate.domain.journaling.share import ALIASES, card_text, entry_parts, experiment_parts, keys_of
from recalibrate.domain.records.entry import Path, Triage
from recalibrate.domain.records.experiment import Choice, Decision, Outcome
from tests.builders import NOW, TODAY, make_entry, make_experiment, make_overhaul, make_reframed


def whole() -> tuple[object, ...]:
    entry = make_reframed(what_happened="M. asked and I read out the wrong figure.")
    decision = Decision(
        choice=Choice.KEEP, decided_at=NOW, what_happened="M. waited.", outcome=Outcome.YES, next_line="as it is"
    )
    return entry_parts(
        entry,
        TODAY,
        situation="questions in meetings",
        aliases=("M.", "Jo"),
        habits={"global_judgement": "Verdict on the self"},
        experiments=(make_experiment(decision=decision),),
        overhauls=(make_overhaul(),),
    )


def test_a_card_says_what_happened_what_was_tried_and_what_came_of_it() -> None:
    text = card_text(whole())
    assert text.startswith("What happened\n  M. asked and I read out the wrong figure.\n\nWhen\n  5 March\n")
    for words in (
        "Who was there\n  M. and Jo",
        "“I am incompetent.” (global)",
        "Verdict on the self",
        "Say the month before the figure.",
        "When I am asked for a figure, I will say the month before the figure",
        "nobody corrects me (60 of 100)",
        "M. waited.\n  What I expected: it happened.",
        "keep: as it is",
        "The figures come an hour before the meeting.",
    ):
        assert words in text


def test_any_field_can_be_left_out() -> None:
    parts = whole()
    for key, label in keys_of(parts):
        assert label in card_text(parts)
        assert label not in card_text(parts, {key}).split("\n")


def test_with_every_field_left_out_nothing_is_left() -> None:
    parts = whole()
    assert card_text(parts, {key for key, _ in keys_of(parts)}) == ""


def test_aliases_left_out_are_gone_from_the_texts_as_well() -> None:
    text = card_text(whole(), {ALIASES}, ("M.", "Jo"))
    assert "M." not in text
    assert "Jo" not in text
    assert "someone asked and I read out the wrong figure." in text
    assert "someone waited." in text


def test_an_alias_inside_a_word_or_as_the_word_i_is_left_alone() -> None:
    entry = make_entry("I told Jo about Jodie.")
    text = card_text(entry_parts(entry, TODAY, aliases=("Jo", "I")), {ALIASES}, ("Jo", "I"))
    assert "I told someone about Jodie." in text


def test_a_longer_alias_goes_before_the_one_inside_it() -> None:
    entry = make_entry("M. K. and M. laughed.")
    assert "someone and someone laughed." in card_text(entry_parts(entry, TODAY), {ALIASES}, ("M.", "M. K."))


def test_an_escape_never_reaches_whoever_reads_the_card() -> None:
    text = card_text(entry_parts(make_entry("\x1b]0;title\x07 [/b] done"), TODAY))
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[/b] done" in text


def test_a_slip_that_was_not_mine_says_so_and_what_is_empty_is_not_there() -> None:
    text = card_text(entry_parts(make_entry("It broke.", triage=Triage(choice=Path.NOT_MINE)), TODAY))
    assert "It was not mine." in text
    assert "Sting" not in text


def test_an_experiment_alone_tells_its_date_while_it_runs() -> None:
    running = card_text(experiment_parts(make_experiment(), TODAY))
    assert "I decide by\n  19 March" in running
    assert card_text(experiment_parts(make_experiment(cue="", deadline=None), TODAY)).startswith(
        "What I try\n  say the month"
    )
