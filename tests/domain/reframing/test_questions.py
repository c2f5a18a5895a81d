"""Which fields a prompt has, and what may be revealed beside them."""

from __future__ import annotations

from recalibrate.domain.reframing.questions import earlier_value, questions
from recalibrate.domain.reframing.steps import Prompt
from tests.domain.reframing.drafts import VOICE, at, begun


def test_the_earlier_belief_is_shown_only_after_the_new_one_is_given():
    draft = begun(voice=VOICE, belief_before=70)
    assert earlier_value(draft, "belief_after") == ""
    assert earlier_value(draft.answered(belief_after=40), "belief_after") == "felt 70 → 40"
    assert earlier_value(begun(belief_after=40), "belief_after") == ""


def test_the_belief_is_asked_again_only_where_there_was_a_voice():
    silent = at(Prompt.OBSERVATION, begun())
    assert [each.field for each in questions(silent)] == ["observation"]
    assert len(questions(at(Prompt.OBSERVATION, begun(voice=VOICE)))) == 2
