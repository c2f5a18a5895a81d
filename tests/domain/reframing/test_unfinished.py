"""Drafts as a list shows them."""

from __future__ import annotations

from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.unfinished import unfinished
from recalibrate.store.documents import encode
from tests.domain.reframing.drafts import at, begun


def test_an_unfinished_draft_is_listed_with_its_words_and_its_prompt():
    document = encode(at(Prompt.OBSERVATION, begun(what_happened="I lost\nmy place")))
    assert unfinished("x", document) == ("x", "I lost my place", "say it as one moment")
    assert unfinished("x", {"at": 3}) == ("x", "", "the start")
