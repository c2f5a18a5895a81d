"""From an idea to the two halves of a plan."""

from __future__ import annotations

import pytest

from recalibrate.domain.reframing.if_then import as_plan


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
