"""The prompts as data."""

from __future__ import annotations

import pytest

from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.questions import QUESTIONS
from recalibrate.domain.reframing.steps import ASSUMPTION_STEPS, REASONS, STEPS, Movement, Prompt

AVOIDED = ("!", "great", "fail", "journey", "amazing", "don't forget", "distortion", "relapse")


def test_the_four_movements_come_in_their_order():
    seen = list(dict.fromkeys(step.movement for step in STEPS))
    assert seen == [Movement.NOTICE, Movement.NAME, Movement.ASK, Movement.SET]


def test_eight_prompts_are_numbered_one_to_eight():
    assert sorted({step.number for step in STEPS}) == list(range(1, 9))


def test_each_prompt_is_one_of_the_two_roads():
    assert {step.key for step in (*STEPS, *ASSUMPTION_STEPS)} == set(Prompt)


@pytest.mark.parametrize("step", [*STEPS, *ASSUMPTION_STEPS], ids=lambda step: step.key)
def test_titles_fit_the_column_and_say_nothing_loud(step):
    assert 0 < len(step.title) <= 60
    words = f"{step.title} {step.lead} {step.help}".lower()
    assert not [word for word in AVOIDED if word in words]


def test_each_movement_says_why_with_a_limit():
    assert set(REASONS) == set(Movement)
    assert all(len(text) < 500 for text in REASONS.values())


def test_each_question_fills_a_field_of_the_draft():
    fields = set(Draft.__dataclass_fields__)
    assert {each.field for asked in QUESTIONS.values() for each in asked} <= fields
