from __future__ import annotations

import pytest

from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.summary import summary
from tests.builders import NOW, TODAY


@pytest.mark.parametrize(
    ("before", "after", "remark"),
    [(70, 40, "felt 70 → 40"), (70, None, "felt 70"), (None, 30, "now 30"), (None, None, "")],
)
def test_a_belief_first_given_at_the_end_is_how_true_it_is_now(
    before: int | None, after: int | None, remark: str
) -> None:
    draft = Draft.for_a_slip(
        NOW, what_happened="I lost my place.", voice="I always freeze", belief_before=before, belief_after=after
    )
    assert summary(draft, TODAY).sentences[0].remark == remark
