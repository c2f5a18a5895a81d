from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalibrate.domain import rules
from recalibrate.domain.settings import Settings
from tests.builders import NOW, make_experiment
from tests.domain.rules.plans import make_draft, make_rounds, refusal

USUAL = Settings()


@pytest.mark.parametrize(("setting", "rounds"), [(0, 2), (2, 2), (5, 5), (99, 5)])
def test_the_rounds_cannot_be_set_below_two_or_above_five(setting: int, rounds: int) -> None:
    assert rules.rounds_allowed(Settings(rounds_per_root=setting)) == rounds


@pytest.mark.parametrize(
    "action", ["Way 1", "way  1.", "“WAY” 1!", "ｗａｙ １", "way\u00a01", "way\u200b 1", "way 1 🙂"]
)
def test_a_round_that_says_the_same_in_other_marks_is_no_change(action: str) -> None:
    rounds = make_rounds(1)
    second = make_draft(root_id=rounds[0].id, round=2, action=action)
    assert str(refusal(rules.start, second, rounds, NOW, USUAL)) == "Change something you can name."


def test_a_third_round_may_not_go_back_to_the_first() -> None:
    rounds = make_rounds(2)
    third = make_draft(root_id=rounds[0].id, round=3, action="way 1")
    assert str(refusal(rules.start, third, rounds, NOW, USUAL)) == "Change something you can name."


@pytest.mark.parametrize("changed", [{"action": "way 1.5"}, {"action": "way 1", "cue": "the phone rings"}])
def test_another_cue_or_action_is_a_change(changed: dict[str, str]) -> None:
    rounds = make_rounds(1)
    rules.start(make_draft(root_id=rounds[0].id, round=2, **changed), rounds, NOW, USUAL)


def test_another_expectation_alone_is_no_change() -> None:
    rounds = make_rounds(1)
    second = make_draft(root_id=rounds[0].id, round=2, action="way 1", prediction="she laughs")
    assert str(refusal(rules.start, second, rounds, NOW, USUAL)) == "Change something you can name."


def test_marks_between_digits_matter_and_texts_of_marks_alone_are_told_apart() -> None:
    assert rules.folded("wait 1.5 minutes") != rules.folded("wait 15 minutes")
    assert rules.folded("wait 1,5 minutes") == rules.folded("Wait 1.5 minutes!")
    assert rules.folded("☎") != rules.folded("✉")
    assert rules.folded("Straße") == rules.folded("STRASSE")
    assert rules.folded("नमस्ते") != rules.folded("नमसते")


@given(st.text())
def test_folding_is_settled_after_one_time_for_case_and_spaces(text: str) -> None:
    assert rules.folded(f"  {text}\t") == rules.folded(text)


def test_a_fourth_round_is_refused() -> None:
    rounds = make_rounds(3)
    fourth = make_draft(root_id=rounds[0].id, round=4, action="way 4")
    assert str(refusal(rules.start, fourth, rounds, NOW, USUAL)) == "Three rounds are done. Keep, stop or overhaul."


def test_a_round_waits_for_the_decision_on_the_one_before() -> None:
    first = make_experiment()
    second = make_draft(root_id=first.id, round=2, action="another way")
    said = refusal(rules.start, second, [first], NOW, USUAL)
    assert str(said) == "Round 1 is still open. Decide it first."
    assert said.decide_first == (first,)


def test_one_round_does_not_start_from_two_drafts() -> None:
    rounds = make_rounds(2)
    twin = make_draft(root_id=rounds[0].id, round=2, action="a third way")
    said = refusal(rules.start, twin, rounds, NOW, USUAL)
    assert str(said) == "Round 2 has started already. Go on with that one."
