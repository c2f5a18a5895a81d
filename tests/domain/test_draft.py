"""The flow of a guided session: which prompt comes next, what is allowed, what is asked once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.entry import Path, Scope
from recalibrate.domain.reframing.draft import Draft, unfinished
from recalibrate.domain.reframing.if_then import as_plan
from recalibrate.domain.reframing.plan import Asked, deadline_echo, pause_before, still_open
from recalibrate.domain.reframing.questions import earlier_value, questions
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.documents import decode, encode
from tests.builders import NOW, TODAY

SLIP = "I lost my place when she asked about the budget."
VOICE = "I'm hopeless at this, I always freeze"
PLAN = {
    "cue": "she asks for a number",
    "action": "say let me check",
    "prediction": "she waits",
    "probability": 80,
    "sign": "the meeting goes on",
}


def begun(**answers) -> Draft:
    return Draft.for_a_slip(NOW, **{"what_happened": SLIP, **answers})


def walked(draft: Draft) -> list[Prompt]:
    seen = [draft.at]
    while draft.can_go_forward:
        draft = draft.forward()
        seen.append(draft.at)
    return seen


def at(prompt: Prompt, draft: Draft) -> Draft:
    while draft.at is not prompt:
        draft = draft.forward()
    return draft


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


def test_leaving_the_habit_prompt_counts_as_named_even_with_none():
    assert at(Prompt.OBSERVATION, begun(voice=VOICE)).named
    assert not at(Prompt.OBSERVATION, begun()).named


def test_a_habit_is_named_and_taken_back():
    draft = begun().with_habit("should").with_habit("labelling").with_habit("should")
    assert draft.habits == ("labelling",)


def test_a_rating_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="0 to 100 in tens"):
        begun(sting=55)


def test_an_answer_nothing_asks_for_is_refused():
    with pytest.raises(TypeError):
        begun(mood=3)


def test_texts_are_cleaned_as_they_come_in():
    assert begun(voice="a\r\nb\x00").voice == "a\nb"


def test_escapes_and_markup_stay_as_typed():
    text = "[/b] [@click=app.quit]x[/] \x1b[31m"
    assert begun(voice=text).voice == text


def test_a_fresh_draft_is_empty_until_something_is_answered():
    assert Draft.for_a_slip(NOW).is_empty
    assert not Draft.for_a_slip(NOW, sting=0).is_empty
    assert not Draft.for_a_slip(NOW, situation="mail").is_empty
    assert Draft.for_an_assumption(NOW).is_empty


def test_the_first_idea_is_the_chosen_one_until_another_is():
    draft = begun(ideas="Ask first\n\n  Write it down ")
    assert draft.idea_list == ("Ask first", "Write it down")
    assert draft.chosen_idea == "Ask first"
    assert draft.answered(chosen=1).chosen_idea == "Write it down"
    assert [idea.chosen for idea in draft.answered(chosen=1).marked_ideas] == [False, True]


def test_a_choice_whose_idea_was_deleted_falls_to_the_first():
    draft = begun(ideas="a\nb", chosen=1).answered(ideas="a")
    assert draft.chosen_idea == "a"
    assert [idea.chosen for idea in draft.marked_ideas] == [True]


@pytest.mark.parametrize(
    ("idea", "cue", "action"),
    [
        ("When she asks, I will say let me check", "she asks", "say let me check"),
        ("If I'm stuck, then breathe out", "I'm stuck", "breathe out"),
        ("next time she asks, I’ll look it up.", "she asks", "look it up"),
        ("I'll rehearse the numbers", "", "rehearse the numbers"),
        ("Rehearse the numbers", "", "Rehearse the numbers"),
        ("When it rains", "", "When it rains"),
        ("When it rains, ", "", "When it rains,"),
        ("İf I ask, I will wait", "", "İf I ask, I will wait"),
        ("", "", ""),
    ],
)
def test_an_idea_becomes_the_start_of_a_plan(idea, cue, action):
    assert as_plan(idea) == (cue, action)


def test_the_plan_is_prefilled_and_follows_another_choice_until_it_is_written_over():
    draft = at(Prompt.PLAN, begun(ideas="When she asks, I'll check\nPrint it"))
    assert (draft.cue, draft.action) == ("she asks", "check")
    assert not draft.has_plan
    again = at(Prompt.PLAN, draft.back().answered(chosen=1))
    assert (again.cue, again.action) == ("", "Print it")
    own = at(Prompt.PLAN, again.answered(action="Print it large").back().answered(chosen=0))
    assert own.action == "Print it large"
    assert own.has_plan


def test_the_sign_of_an_assumption_test_starts_from_what_would_show_otherwise():
    draft = Draft.for_an_assumption(NOW).answered(assumption="I listen well", expect_if_not="they repeat\nthemselves")
    draft = at(Prompt.PLAN, draft)
    assert draft.sign == "they repeat themselves"
    assert not draft.has_plan


def test_the_earlier_belief_is_shown_only_after_the_new_one_is_given():
    draft = begun(voice=VOICE, belief_before=70)
    assert earlier_value(draft, "belief_after") == ""
    assert earlier_value(draft.answered(belief_after=40), "belief_after") == "felt 70 → 40"
    assert earlier_value(begun(belief_after=40), "belief_after") == ""


def test_the_belief_is_asked_again_only_where_there_was_a_voice():
    silent = at(Prompt.OBSERVATION, begun())
    assert [each.field for each in questions(silent)] == ["observation"]
    assert len(questions(at(Prompt.OBSERVATION, begun(voice=VOICE)))) == 2


def test_the_date_is_fourteen_days_away_unless_another_is_typed():
    assert deadline_echo(begun(), TODAY) == "Thu 19 Mar, end of day — in 14 days"
    assert deadline_echo(begun(decide_by="fri"), TODAY) == "Fri 6 Mar, end of day — tomorrow"
    assert deadline_echo(begun(path=Path.OVERHAUL), TODAY) == "Thu 2 Apr, end of day — in 28 days"


def test_an_overhaul_may_be_further_away_than_an_experiment():
    assert "100 days" not in deadline_echo(begun(path=Path.OVERHAUL, by_when="in 100 days"), TODAY).split("—")[0]
    assert "Shorter" in deadline_echo(begun(decide_by="in 100 days"), TODAY)


def test_what_a_start_still_needs_is_named():
    assert [field for field, _ in still_open(begun(), TODAY)] == ["cue", "action", "prediction", "probability", "sign"]
    assert still_open(begun(**PLAN), TODAY) == ()
    assert [field for field, _ in still_open(begun(**PLAN, decide_by="soon"), TODAY)] == ["decide_by"]


def test_an_untouched_plan_is_left_without_a_question():
    assert pause_before(at(Prompt.PLAN, begun(ideas="Print it")), TODAY) is None


def test_a_plan_with_gaps_is_asked_about_once():
    draft = at(Prompt.PLAN, begun()).answered(action="say let me check")
    pause = pause_before(draft, TODAY)
    assert pause
    assert pause.asked is Asked.STILL_OPEN
    assert pause.field == "cue"
    assert pause_before(draft.having_asked(pause.asked), TODAY) is None


@pytest.mark.parametrize(("can_do", "asks"), [(0, True), (40, True), (50, False), (None, False)])
def test_a_low_can_do_asks_once_for_something_smaller(can_do, asks):
    draft = at(Prompt.PLAN, begun()).answered(**PLAN, can_do=can_do)
    pause = pause_before(draft, TODAY)
    assert (pause is not None) is asks
    if pause:
        assert pause.field == "action"
        assert pause_before(draft.having_asked(pause.asked), TODAY) is None


@pytest.mark.parametrize(("days", "asks"), [(28, False), (29, True), (60, True)])
def test_a_far_date_asks_once_whether_it_is_small(days, asks):
    phrase = (TODAY + timedelta(days=days)).isoformat()
    pause = pause_before(at(Prompt.PLAN, begun()).answered(**PLAN, decide_by=phrase), TODAY)
    assert (pause is not None and pause.asked is Asked.IS_IT_SMALL) is asks


def test_a_draft_survives_the_way_to_disk_and_back():
    draft = at(Prompt.PLAN, begun(voice=VOICE, scope=Scope.MIXED, path=Path.EXPERIMENT, sting=40))
    draft = draft.triaged("a", "yes").with_habit("should").having_asked("smaller").answered(**PLAN)
    assert decode(Draft, encode(draft)) == draft


def test_an_unfinished_draft_is_listed_with_its_words_and_its_prompt():
    document = encode(at(Prompt.OBSERVATION, begun(what_happened="I lost\nmy place")))
    assert unfinished("x", document) == ("x", "I lost my place", "say it as one moment")
    assert unfinished("x", {"at": 3}) == ("x", "", "the start")


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
