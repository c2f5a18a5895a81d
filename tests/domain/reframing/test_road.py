"""Which prompts a draft is asked, and the way from one to the next."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.records.entry import Path, Scope
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.steps import Prompt
from tests.builders import NOW
from tests.domain.reframing.drafts import SLIP, VOICE, at, begun, walked


def test_the_whole_road_asks_all_eight_and_ends_in_the_summary():
    assert walked(begun(voice=VOICE, scope=Scope.GLOBAL)) == [
        Prompt.WHAT_HAPPENED,
        Prompt.VOICE,
        Prompt.SCOPE,
        Prompt.HABIT,
        Prompt.OBSERVATION,
        Prompt.IDEAS,
        Prompt.TRIAGE,
        Prompt.PLAN,
        Prompt.CLOSE,
    ]


def test_a_voice_that_is_already_local_gets_the_short_road():
    road = walked(begun(voice="I misread this situation", scope=Scope.LOCAL))
    assert road[:4] == [Prompt.WHAT_HAPPENED, Prompt.VOICE, Prompt.SCOPE, Prompt.IDEAS]


def test_without_a_voice_neither_scope_nor_habit_is_asked():
    road = walked(begun())
    assert Prompt.SCOPE not in road
    assert Prompt.HABIT not in road
    assert Prompt.OBSERVATION in road


@pytest.mark.parametrize("scope", [Scope.GLOBAL, Scope.MIXED, Scope.CANT_TELL, None])
def test_any_other_mark_keeps_the_long_road(scope):
    assert Prompt.HABIT in walked(begun(voice=VOICE, scope=scope))


@pytest.mark.parametrize("path", [Path.LET_GO, Path.NOT_MINE])
def test_what_is_let_go_or_not_mine_gets_no_plan(path):
    road = walked(begun(path=path))
    assert road[-2:] == [Prompt.TRIAGE, Prompt.CLOSE]


def test_an_overhaul_asks_what_must_change_instead_of_a_plan():
    road = walked(begun(path=Path.OVERHAUL))
    assert Prompt.OVERHAUL in road
    assert Prompt.PLAN not in road


def test_an_assumption_has_three_prompts_of_its_own():
    draft = Draft.for_an_assumption(NOW).answered(assumption="I read rooms well.")
    assert walked(draft) == [Prompt.ASSUMPTION, Prompt.IF_NOT_SO, Prompt.PLAN, Prompt.CLOSE]
    assert draft.place == "1 of 3"


@pytest.mark.parametrize("words", ["", "  ", "\n\t\n"])
def test_the_first_prompt_cannot_be_left_without_words(words):
    draft = Draft.for_a_slip(NOW, what_happened=words)
    assert draft.held_back
    assert not draft.can_go_forward
    assert not draft.can_be_saved
    assert draft.forward() is draft


def test_every_other_prompt_can_be_skipped():
    draft = begun().forward()
    while draft.at is not Prompt.CLOSE:
        assert draft.held_back == ""
        draft = draft.forward()
    assert not draft.can_go_forward


def test_going_back_loses_nothing():
    there = at(Prompt.TRIAGE, begun(voice=VOICE, scope=Scope.MIXED, observation="This time …", ideas="Ask first"))
    back = there
    while back.can_go_back:
        back = back.back()
    assert back.at is Prompt.WHAT_HAPPENED
    assert (back.voice, back.scope, back.observation, back.ideas) == (VOICE, Scope.MIXED, "This time …", "Ask first")


def test_going_back_from_the_question_on_the_short_road_stands_at_scope():
    draft = at(Prompt.IDEAS, begun(voice="I misread it", scope=Scope.LOCAL))
    assert draft.back().at is Prompt.SCOPE


def test_a_voice_taken_out_while_standing_at_scope_leads_on_to_the_observation():
    draft = at(Prompt.SCOPE, begun(voice=VOICE)).answered(voice="")
    assert draft.forward().at is Prompt.OBSERVATION
    assert draft.back().at is Prompt.VOICE


def test_the_place_is_counted_out_of_eight():
    assert begun(voice=VOICE).forward().place == "2 of 8"
    assert at(Prompt.IDEAS, begun(voice="x", scope=Scope.LOCAL)).place == "6 of 8"


ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "voice": st.sampled_from(["", VOICE, " "]),
        "scope": st.sampled_from([None, *Scope]),
        "path": st.sampled_from([None, *Path]),
        "ideas": st.text(max_size=30),
        "decide_by": st.text(max_size=12),
    },
)
MOVES = st.lists(st.one_of(st.just("forward"), st.just("back"), ANSWERS), max_size=25)


@settings(max_examples=150, deadline=None)
@given(MOVES)
def test_no_way_through_gets_stuck_or_loses_an_answer(moves):
    draft = begun()
    for move in moves:
        before = draft
        if isinstance(move, dict):
            draft = draft.answered(**move)
            continue
        draft = draft.forward() if move == "forward" else draft.back()
        assert (draft.what_happened, draft.voice, draft.ideas) == (SLIP, before.voice, before.ideas)
        assert draft.at is before.at or draft.at in draft.road
    assert draft.step.key is draft.at
    for _ in range(12):
        draft = draft.forward()
    assert draft.at is Prompt.CLOSE
    for _ in range(12):
        draft = draft.back()
    assert draft.at is Prompt.WHAT_HAPPENED
