"""The summary before keeping and the sentences after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.entry import Path, Scope
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.summary import SAFETY_KEY, been_a_while, summary
from tests.builders import NOW, TODAY
from tests.domain.reframing.drafts import PLAN, draft


def test_the_summary_puts_verdict_and_observation_side_by_side():
    shown = summary(
        draft(
            people="M. K.;  Anna",
            sting=60,
            voice="I always freeze",
            scope=Scope.GLOBAL,
            belief_before=70,
            belief_after=40,
            observation="I skipped a slide.",
            **PLAN,
        ),
        TODAY,
    )
    assert [(each.mark.sign, each.words, each.remark) for each in shown.sentences] == [
        ("▲", "“I always freeze”", "felt 70 → 40 · sting 60 · with M. K. and Anna"),
        ("●", "I skipped a slide.", ""),
    ]
    assert shown.plan[:2] == ("When she asks for a number, I will say let me check.", "I expect she waits (80)")
    assert shown.date == "Decide by Thu 19 Mar, end of day — in 14 days"
    assert shown.note == ""


def test_the_summary_names_an_unreadable_date_as_open_and_prints_no_refusal():
    shown = summary(draft(**PLAN, decide_by="blue"), TODAY)
    assert shown.date == ""
    assert shown.note == "Kept as a draft. Still open: a date."
    overhaul = summary(draft(path=Path.OVERHAUL, what_must_change="The figures come early", by_when="blue"), TODAY)
    assert (overhaul.date, overhaul.note) == ("", "Still open: a date.")


def test_the_summary_of_not_mine_says_its_sentence_and_the_safety_key():
    note = summary(draft(path=Path.NOT_MINE), TODAY).note
    assert "not your slip to reframe" in note
    assert SAFETY_KEY in note


def test_the_summary_shows_whatever_was_filled_in():
    full = draft(**PLAN, obstacle_plan="write it down", can_do=60)
    shown = summary(full, TODAY).plan
    assert shown[-2:] == ("If something gets in the way, then write it down.", "Sure that I can do it: 60")
    untried = Draft.for_an_assumption(NOW).answered(assumption="I cannot ask", expect_if_not="they answer")
    assert summary(untried.answered(sign="they answer"), TODAY).plan == ("I'll know because they answer",)


def test_parking_is_offered_after_twenty_minutes():
    assert not been_a_while(NOW, NOW + timedelta(minutes=19))
    assert been_a_while(NOW, NOW + timedelta(minutes=20))


@pytest.mark.parametrize(
    ("before", "after", "remark"),
    [(70, 40, "felt 70 → 40"), (70, None, "felt 70"), (None, 30, "after 30"), (None, None, "")],
)
def test_a_belief_first_given_at_the_end_is_said_to_be_of_afterwards(
    before: int | None, after: int | None, remark: str
) -> None:
    draft = Draft.for_a_slip(
        NOW, what_happened="I lost my place.", voice="I always freeze", belief_before=before, belief_after=after
    )
    assert summary(draft, TODAY).sentences[0].remark == remark
