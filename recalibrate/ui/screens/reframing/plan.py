"""A plan that lies ready: the next round, or one that could not start yet, filled in and started."""

from __future__ import annotations

from recalibrate.domain.experiment import Experiment
from recalibrate.domain.reframing.continued import plan_draft_id, planned
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.ui.screens.reframing.keeping import known_now, opened
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.session import Session


class PlanScreen(ReframeScreen):
    """The last prompt of the reframe alone, over an experiment that has not started."""

    HELP_TITLE = "The plan"

    def __init__(self, session: Session, experiment_id: str) -> None:
        super().__init__(session, draft=_draft(session, experiment_id))


def _draft(session: Session, experiment_id: str) -> Draft:
    kept = opened(session, plan_draft_id(experiment_id))
    if kept.id == plan_draft_id(experiment_id):
        return kept
    plan = session.journal.get(Experiment, experiment_id)
    return planned(plan, known_now(session, Prompt.CLOSE), session.now) if plan else kept
