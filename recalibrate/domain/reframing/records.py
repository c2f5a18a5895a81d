"""From a draft to the records of one commit; pure, so that the screen and the plain twin keep the same."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from recalibrate.domain.dates.deadlines import Deadline
from recalibrate.domain.experimenting.triage import Offer, offered
from recalibrate.domain.records.assumption import Assumption
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment, Kind, Status
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.domain.records.record import Record
from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.entry_of import entry_from, people_named, situation_named, sting_rating
from recalibrate.domain.reframing.known import Known, with_id
from recalibrate.domain.reframing.offer import offer
from recalibrate.domain.reframing.plan import is_overhaul, plan_deadline
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.rules import Refused, plan_overhaul, start


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a draft becomes: `records` go into one commit; `refused` is why a plan stayed a draft,
    `offer` triage for a situation that slips often, which these records note as offered.
    """

    records: tuple[Record, ...]
    entry: Entry | None = None
    experiment: Experiment | None = None
    overhaul: Overhaul | None = None
    assumption: Assumption | None = None
    refused: Refused | None = None
    offer: Offer | None = None


def finished(draft: Draft, known: Known, now: datetime) -> Kept:
    """The records of a draft that was walked to its end; a whole plan starts, another is kept as a draft."""
    return _kept(draft, known, now, to_the_end=True)


def parked(draft: Draft, known: Known, now: datetime) -> Kept:
    """The records of a draft as it stands; nothing starts. Raises ValueError where there is nothing to keep."""
    return _kept(draft, known, now, to_the_end=False)


def _kept(draft: Draft, known: Known, now: datetime, *, to_the_end: bool) -> Kept:
    if not draft.can_be_saved:
        raise ValueError("There are no words to keep yet.")
    if draft.beginning is Beginning.ASSUMPTION:
        assumption = _assumption(draft, known)
        experiment, refused = _experiment(draft, known, now, to_the_end=to_the_end)
        return Kept(
            records=_present(assumption, experiment), assumption=assumption, experiment=experiment, refused=refused
        )
    if draft.beginning is Beginning.PLAN:
        experiment, refused = _experiment(draft, known, now, to_the_end=to_the_end)
        return Kept(records=_present(experiment), experiment=experiment, refused=refused)
    situation = situation_named(draft.situation, known)
    people = people_named(draft.people, known)
    before = with_id(known.entries, draft.entry_id or draft.id)
    entry = entry_from(draft, known, now, before, situation, people)
    experiment, overhaul, refused = None, None, None
    if Prompt.OVERHAUL in draft.road and is_overhaul(draft):
        overhaul, refused = _overhaul(draft, known, now, to_the_end=to_the_end)
    elif Prompt.PLAN in draft.road:
        experiment, refused = _experiment(draft, known, now, to_the_end=to_the_end)
    fresh = tuple(each for each in people if with_id(known.people, each.id) is None)
    offered_now = offer(draft, known, now)
    kept_situation = situation if situation and with_id(known.situations, situation.id) is None else None
    if offered_now:
        kept_situation = offered(offered_now.situation, now)
    rating = sting_rating(draft, entry, before, now)
    return Kept(
        records=_present(entry, kept_situation, *fresh, rating, experiment, overhaul),
        entry=entry,
        experiment=experiment,
        overhaul=overhaul,
        refused=refused,
        offer=offered_now,
    )


def _experiment(
    draft: Draft, known: Known, now: datetime, *, to_the_end: bool
) -> tuple[Experiment | None, Refused | None]:
    """The plan as an experiment: started when it is whole and there is room, else a draft with the reason."""
    id = draft.experiment_id or str(uuid5(NAMESPACE_OID, draft.id))
    before = with_id(known.experiments, id)
    if before and before.status(now.date()) is not Status.DRAFT:
        return None, None
    lies_ready = draft.beginning is Beginning.ASSUMPTION and not to_the_end  # else nothing on Today stands for it
    if not draft.has_plan and before is None and not lies_ready:
        return None, None
    deadline = plan_deadline(draft, now.date(), known.settings.week_start)
    plan = replace(
        before or _fresh_plan(draft, id),
        cue=draft.cue.strip(),
        action=draft.action.strip(),
        prediction=draft.prediction.strip(),
        feeling=draft.feeling,
        probability=draft.probability,
        sign=draft.sign.strip(),
        deadline=deadline.date if isinstance(deadline, Deadline) else None,
        can_do=draft.can_do,
        obstacle=draft.obstacle.strip(),
        obstacle_plan=draft.obstacle_plan.strip(),
        leave_out=draft.leave_out.strip(),
    )
    if not to_the_end:
        # a date nobody typed is offered afresh when the draft is taken up again
        return plan if draft.decide_by.strip() else replace(plan, deadline=None), None
    try:
        return start(plan, known.experiments, now, known.settings), None
    except Refused as refused:
        return plan, refused


def _fresh_plan(draft: Draft, id: str) -> Experiment:
    if draft.beginning is Beginning.ASSUMPTION:
        return Experiment(id=id, kind=Kind.ASSUMPTION, assumption_id=draft.id)
    return Experiment(id=id, entry_id=draft.entry_id or draft.id)


def _overhaul(draft: Draft, known: Known, now: datetime, *, to_the_end: bool) -> tuple[Overhaul | None, Refused | None]:
    texts = (draft.what_must_change, draft.first_step, draft.who_must_agree)
    if not any(text.strip() for text in texts):
        return None, None
    entry_id = draft.entry_id or draft.id
    before = next((each for each in known.overhauls if each.entry_id == entry_id and not each.ending), None)
    deadline = plan_deadline(draft, now.date(), known.settings.week_start)
    fresh = Overhaul(id=str(uuid5(NAMESPACE_OID, f"overhaul {draft.id}")), what_must_change="", entry_id=entry_id)
    overhaul = replace(
        before or fresh,
        what_must_change=draft.what_must_change.strip() or draft.chosen_idea or draft.heading,
        first_step=draft.first_step.strip(),
        who_must_agree=draft.who_must_agree.strip(),
        deadline=deadline.date if isinstance(deadline, Deadline) else None,
    )
    if not to_the_end:
        return overhaul, None
    try:
        return plan_overhaul(overhaul, now), None
    except Refused as refused:
        return overhaul, refused


def _assumption(draft: Draft, known: Known) -> Assumption:
    before = with_id(known.assumptions, draft.id)
    return replace(
        before or Assumption(id=draft.id, text=""),
        text=draft.assumption.strip(),
        sure_before=draft.sure_before,
        expect_if_not=draft.expect_if_not.strip(),
    )


def _present(*records: Record | None) -> tuple[Record, ...]:
    return tuple(each for each in records if each is not None)
