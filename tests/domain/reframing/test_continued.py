"""A parked slip, or a plan that lies ready, taken up again."""

from __future__ import annotations

from datetime import timedelta

from recalibrate.domain.records.entry import InnerVoice, Path, Scope
from recalibrate.domain.records.experiment import Choice, Decision
from recalibrate.domain.reframing.continued import continued, planned
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.reframing.records import finished, parked
from recalibrate.domain.reframing.steps import Prompt
from tests.builders import NOW, make_entry, make_experiment
from tests.domain.reframing.drafts import PLAN, draft, known_after


def test_a_parked_slip_is_continued_at_the_voice_and_stays_one_entry():
    parked_entry = make_entry()
    resumed = continued(parked_entry, Known(entries=(parked_entry,)), NOW)
    assert resumed.at is Prompt.VOICE
    kept = finished(resumed.answered(voice="I always do"), Known(entries=(parked_entry,)), NOW)
    assert kept.entry.id == parked_entry.id
    assert kept.entry.happened_at == parked_entry.happened_at
    assert kept.entry.history == ()


def test_continuing_stands_after_the_last_answer():
    entry = make_entry(voice=InnerVoice(text="I always do", scope=Scope.GLOBAL), named=True, observation="This time")
    assert continued(entry, Known(), NOW).at is Prompt.IDEAS
    local = make_entry(voice=InnerVoice(text="I misread it", scope=Scope.LOCAL))
    assert continued(local, Known(), NOW).at is Prompt.IDEAS


def test_a_draft_experiment_is_taken_up_again_with_all_its_words():
    first = parked(draft(**PLAN, path=Path.EXPERIMENT, obstacle="hurry", can_do=30), Known(), NOW)
    known = known_after(first)
    resumed = continued(first.entry, known, NOW + timedelta(days=20))
    assert resumed.at is Prompt.PLAN
    assert (resumed.cue, resumed.obstacle, resumed.can_do) == (PLAN["cue"], "hurry", 30)
    kept = finished(resumed, known, NOW + timedelta(days=20))
    assert kept.experiment.id == first.experiment.id
    assert kept.experiment.started_at is not None


def test_a_plan_that_lies_ready_starts_as_the_same_round() -> None:
    entry = make_entry(observation="I read it once.")
    first = make_experiment(entry_id=entry.id, decision=Decision(choice=Choice.CHANGE, decided_at=NOW))
    second = make_experiment(
        entry_id=entry.id, root_id=first.id, round=2, started_at=None, deadline=None, probability=None
    )
    known = Known(entries=(entry,), experiments=(first, second))
    draft = planned(second, known, NOW).answered(action="say the month twice", probability=50)
    kept = finished(draft.forward(), known, NOW)
    assert kept.refused is None
    assert kept.records == (kept.experiment,)
    assert kept.experiment is not None
    assert (kept.experiment.id, kept.experiment.round, kept.experiment.root_id) == (second.id, 2, first.id)
    assert kept.experiment.started_at == NOW


def test_a_next_round_without_a_change_stays_a_draft_with_the_reason() -> None:
    first = make_experiment(decision=Decision(choice=Choice.CHANGE, decided_at=NOW))
    second = make_experiment(root_id=first.id, round=2, started_at=None, deadline=None)
    known = Known(experiments=(first, second))
    kept = finished(planned(second, known, NOW).forward(), known, NOW)
    assert kept.experiment is not None
    assert kept.experiment.started_at is None
    assert "Change something you can name." in str(kept.refused)
