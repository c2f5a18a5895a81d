"""A draft takes answers, keeps them, and fills the plan from them."""

from __future__ import annotations

import pytest

from recalibrate.domain.records.entry import Path, Scope
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.documents import decode, encode
from tests.builders import NOW
from tests.domain.reframing.drafts import PLAN, VOICE, at, begun


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


def test_a_draft_survives_the_way_to_disk_and_back():
    draft = at(Prompt.PLAN, begun(voice=VOICE, scope=Scope.MIXED, path=Path.EXPERIMENT, sting=40))
    draft = draft.triaged("a", "yes").with_habit("should").having_asked("smaller").answered(**PLAN)
    assert decode(Draft, encode(draft)) == draft
