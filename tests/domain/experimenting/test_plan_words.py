"""Plans as sentences: what was typed reads on after the words before it, and names keep their capitals."""

from __future__ import annotations

import pytest

from recalibrate.domain.experimenting.plan_words import expectation_in_words, plan_in_words, sign_in_words


@pytest.mark.parametrize(
    ("cue", "action", "said"),
    [
        ("she asks for a number", "say let me check", "When she asks for a number, I will say let me check"),
        ("She asks", "Say let me check", "When she asks, I will say let me check"),
        ("When she asks,", "I will say “let me check”", "When she asks, I will say “let me check”"),
        ("Kim asks", "I'll wait", "When Kim asks, I will wait"),
        ("I am asked", "PDF the sheet", "When I am asked, I will PDF the sheet"),
        ("At\nnoon", "Print\nit", "When at noon, I will print it"),
        ("", "Print it", "I will print it"),
        ("The call starts", "", "When the call starts, …"),
        ("", "", ""),
        ("when ", "will", "When when, I will will"),
    ],
)
def test_cue_and_action_read_as_one_sentence(cue: str, action: str, said: str) -> None:
    assert plan_in_words(cue, action) == said


def test_what_is_expected_and_how_one_will_know_read_on_as_well() -> None:
    assert expectation_in_words("She waits") == "I expect she waits"
    assert expectation_in_words("I expect Kim to wait") == "I expect Kim to wait"
    assert sign_in_words("Because the meeting goes on") == "I'll know because the meeting goes on"
    assert (expectation_in_words(" "), sign_in_words("")) == ("", "")


@pytest.mark.parametrize("text", ["İstanbul", "ß", "", "“Wait” first", "[/b] x"])
def test_any_first_letter_is_read_on_without_being_lost(text: str) -> None:
    assert plan_in_words("", text).removeprefix("I will ") == text
