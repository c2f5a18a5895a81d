from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recalibrate.domain.learning.noticing_cue import as_plan, cue_of, suggested_cue
from recalibrate.domain.settings import Settings


@pytest.mark.parametrize(
    ("voice", "cue"),
    [
        ("I'm hopeless at this, I always freeze", "I hear “I'm hopeless at …”"),
        ("I always forget.", "I hear “I always …”"),
        ("Why did I always", "I hear “I always”"),
        ("", "I hear “I always …”"),
        ("The second slide was skipped today", "I hear “The second slide was …”"),
        ("Oh dear.", "I hear “Oh dear”"),
    ],
)
def test_the_cue_is_what_the_voice_said_most_plainly(voice: str, cue: str) -> None:
    assert suggested_cue(voice, Settings()) == cue


@given(st.text(max_size=300))
def test_any_voice_makes_a_short_cue(voice: str) -> None:
    assert len(suggested_cue(voice, Settings())) < 60


def test_the_plan_is_one_sentence_whatever_is_typed_before_it() -> None:
    assert as_plan(cue_of("When  I hear “typical”,")) == "When I hear “typical”, I open this."
    with pytest.raises(ValueError, match="Write what"):
        cue_of("  when ")
