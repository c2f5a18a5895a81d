"""Going on with a parked slip: its entry as a draft again, at the first prompt that was not reached."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.known import Known, with_id
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.wording import one_line


def continued(entry: Entry, known: Known, now: datetime) -> Draft:
    """The draft that continues `entry`, with all its answers and, where one lies ready, its plan."""
    situation = with_id(known.situations, entry.situation_id)
    people = [each.alias for each in (with_id(known.people, id) for id in entry.people) if each]
    voice = entry.voice
    texts = [idea.text for idea in entry.ideas]
    draft = Draft(
        started_at=now,
        entry_id=entry.id,
        what_happened=entry.what_happened,
        situation=situation.name if situation else "",
        people=", ".join(people),
        sting=entry.sting,
        voice=(voice.reworded or voice.text) if voice else "",
        scope=voice.scope if voice else None,
        belief_before=voice.belief_before if voice else None,
        belief_after=voice.belief_after if voice else None,
        habits=entry.habits,
        named=entry.named,
        observation=entry.observation,
        ideas="\n".join(texts),
        chosen=texts.index(entry.chosen_idea) if entry.chosen_idea else 0,
        path=entry.triage.choice if entry.triage else None,
        answers=entry.triage.answers if entry.triage else (),
        prefilled=entry.chosen_idea,
    )
    plan = next((each for each in known.experiments if _is_plan_of(each, entry, now)), None)
    draft = _with_overhaul(_with_plan(draft, plan, now), entry, known)
    return replace(draft, at=first_open(draft))


def at_triage(entry: Entry, known: Known, now: datetime) -> Draft:
    """The draft that sends `entry` somewhere: at the five questions, with all its answers before them."""
    return replace(continued(entry, known, now), at=Prompt.TRIAGE)


def planned(plan: Experiment, known: Known, now: datetime) -> Draft:
    """The draft that fills in a plan which lies ready (the next round, say), beneath the slip it came from."""
    entry = with_id(known.entries, plan.entry_id)
    start = continued(entry, known, now) if entry else Draft(started_at=now)
    draft = replace(_with_plan(start, plan, now), prefilled="", path=None)
    if tested := with_id(known.assumptions, plan.assumption_id):
        draft = replace(
            draft,
            assumption=tested.text,
            sure_before=tested.sure_before,
            expect_if_not=tested.expect_if_not,
            sign=draft.sign or one_line(tested.expect_if_not),
        )
    return replace(draft, id=plan_draft_id(plan.id), beginning=Beginning.PLAN, at=Prompt.PLAN)


def plan_draft_id(experiment_id: str) -> str:
    """The id of the draft that fills in this plan, so that typing on it is found again."""
    return f"plan-{experiment_id}"


def first_open(draft: Draft) -> Prompt:
    """The prompt after the last one that was answered."""
    road = draft.road[:-1]
    answered = [place for place, prompt in enumerate(road) if _is_answered(draft, prompt)]
    return road[min(max(answered, default=0) + 1, len(road) - 1)]


def _is_plan_of(experiment: Experiment, entry: Entry, now: datetime) -> bool:
    return experiment.entry_id == entry.id and experiment.round == 1 and experiment.status(now.date()) is Status.DRAFT


def _with_plan(draft: Draft, plan: Experiment | None, now: datetime) -> Draft:
    if plan is None:
        return replace(draft, prefilled="")
    return replace(
        draft,
        experiment_id=plan.id,
        cue=plan.cue,
        action=plan.action,
        prediction=plan.prediction,
        feeling=plan.feeling,
        probability=plan.probability,
        sign=plan.sign,
        obstacle=plan.obstacle,
        obstacle_plan=plan.obstacle_plan,
        leave_out=plan.leave_out,
        can_do=plan.can_do,
        decide_by=plan.deadline.isoformat() if plan.deadline and plan.deadline >= now.date() else "",
    )


def _with_overhaul(draft: Draft, entry: Entry, known: Known) -> Draft:
    overhaul = next((each for each in known.overhauls if each.entry_id == entry.id and not each.ending), None)
    if overhaul is None:
        return draft
    return replace(
        draft,
        what_must_change=overhaul.what_must_change,
        first_step=overhaul.first_step,
        who_must_agree=overhaul.who_must_agree,
        by_when=overhaul.deadline.isoformat() if overhaul.deadline else "",
    )


def _is_answered(draft: Draft, prompt: Prompt) -> bool:
    match prompt:
        case Prompt.WHAT_HAPPENED:
            return True
        case Prompt.SCOPE:
            return draft.scope is not None
        case Prompt.HABIT:
            return draft.named
        case Prompt.TRIAGE:
            return draft.path is not None
        case Prompt.PLAN:
            return bool(draft.action)
        case _:
            field = "what_must_change" if prompt is Prompt.OVERHAUL else str(prompt)
            return bool(getattr(draft, field).strip())
