"""The plan of a draft: its date, what it still needs, and the questions put once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.entry import Path
from recalibrate.domain.reframing.plan import Asked, deadline_echo, pause_before, still_open
from recalibrate.domain.reframing.steps import Prompt
from tests.builders import TODAY
from tests.domain.reframing.drafts import PLAN, at, begun


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
