"""What a draft becomes on disk: walked to its end, or parked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from recalibrate.domain.records.entry import Path, Precision, Scope
from recalibrate.domain.records.experiment import Kind, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.records import finished, parked
from recalibrate.domain.reframing.summary import SAFETY_KEY, closing
from tests.builders import NOW, TODAY, make_experiment
from tests.domain.reframing.drafts import PLAN, draft, known_after, one


def test_a_bare_slip_is_parked_as_an_entry_of_this_minute():
    kept = parked(draft(), Known(), NOW + timedelta(minutes=2))
    assert kept.records == (kept.entry,)
    assert kept.entry.what_happened == "I lost my place."
    assert (kept.entry.happened_at, kept.entry.precision) == (NOW, Precision.MINUTE)
    assert kept.entry.is_parked


def test_nothing_is_kept_without_words():
    with pytest.raises(ValueError, match="no words"):
        parked(Draft.for_a_slip(NOW, voice="I always do this"), Known(), NOW)


def test_a_full_walk_starts_the_experiment_and_keeps_it_all_in_one_commit():
    kept = finished(
        draft(
            situation="questions in meetings",
            people="M., the chair",
            sting=60,
            voice="I always freeze",
            belief_before=70,
            scope=Scope.GLOBAL,
            habits=("overgeneralising",),
            named=True,
            observation="This time I skipped a slide.",
            belief_after=40,
            ideas="say let me check\nprint it",
            path=Path.EXPERIMENT,
            **PLAN,
        ),
        Known(),
        NOW,
    )
    entry, experiment = kept.entry, kept.experiment
    assert experiment.status(TODAY) is Status.OPEN
    assert experiment.deadline == TODAY + timedelta(days=14)
    assert experiment.entry_id == entry.id
    assert one(kept, Situation).id == entry.situation_id
    assert len(entry.people) == 2
    assert (entry.voice.text, entry.voice.scope, entry.voice.belief_after) == ("I always freeze", Scope.GLOBAL, 40)
    assert entry.chosen_idea == "say let me check"
    assert entry.reframed_at == NOW
    assert entry.triage.choice is Path.EXPERIMENT
    assert kept.refused is None
    assert closing(kept, TODAY) == ("Written down. You decide on 19 March.", "Next: when she asks for a number.")


def test_a_plan_with_gaps_is_kept_as_a_draft_and_says_what_it_lacks():
    kept = finished(draft(action="say let me check"), Known(), NOW)
    assert kept.experiment.status(TODAY) is Status.DRAFT
    assert "Say when" in str(kept.refused)
    assert closing(kept, TODAY)[0] == "Written down. The plan is kept as a draft."


def test_a_fourth_experiment_stays_a_draft_and_names_which_to_decide_first():
    running = tuple(make_experiment(action=f"try {word}") for word in ("one", "two", "three"))
    kept = finished(draft(**PLAN), Known(experiments=running), NOW)
    assert kept.entry is not None
    assert kept.experiment.status(TODAY) is Status.DRAFT
    assert kept.experiment.action == "say let me check"
    assert kept.refused.decide_first == running or set(kept.refused.decide_first) == set(running)
    assert "“try two”" in closing(kept, TODAY)[1]


def test_a_skipped_plan_makes_no_experiment():
    idea = "say let me check"
    kept = finished(draft(ideas=idea, prefilled=idea, action=idea), Known(), NOW)
    assert kept.experiment is None


def test_not_mine_closes_without_an_experiment_even_if_a_plan_was_begun():
    kept = finished(draft(**PLAN, path=Path.NOT_MINE), Known(), NOW)
    assert kept.experiment is None
    assert "not your slip" in closing(kept, TODAY)[0]
    assert closing(kept, TODAY)[1] == SAFETY_KEY


def test_an_overhaul_gets_its_date():
    kept = finished(draft(path=Path.OVERHAUL, what_must_change="Send the sheet first", by_when="fri"), Known(), NOW)
    overhaul = one(kept, Overhaul)
    assert (overhaul.entry_id, overhaul.deadline) == (kept.entry.id, TODAY + timedelta(days=1))
    assert kept.experiment is None
    assert "Fri 6 Mar" in closing(kept, TODAY)[0]


def test_an_overhaul_without_a_readable_date_keeps_its_words():
    kept = finished(draft(path=Path.OVERHAUL, first_step="Ask", by_when="soon"), Known(), NOW)
    assert one(kept, Overhaul).first_step == "Ask"
    assert kept.refused is not None


def test_parking_starts_nothing():
    kept = parked(draft(**PLAN), Known(), NOW)
    assert kept.experiment.status(TODAY) is Status.DRAFT
    assert kept.experiment.started_at is None
    assert kept.experiment.deadline is None


def test_an_assumption_is_kept_with_its_experiment():
    begun = Draft.for_an_assumption(NOW).answered(assumption="I listen well", sure_before=80)
    kept = finished(begun.answered(expect_if_not="they repeat", **PLAN), Known(), NOW)
    assert kept.entry is None
    assert kept.experiment.kind is Kind.ASSUMPTION
    assert kept.experiment.assumption_id == kept.assumption.id
    assert kept.experiment.status(TODAY) is Status.OPEN
    assert (kept.assumption.text, kept.assumption.sure_before) == ("I listen well", 80)


def test_saving_the_same_draft_twice_makes_nothing_twice():
    begun = draft(situation="mail", people="M.", sting=50, **PLAN)
    first = finished(begun, Known(), NOW)
    again = finished(begun, known_after(first), NOW + timedelta(minutes=1))
    assert [each.id for each in again.records] == [first.entry.id]
