"""A plan that lies ready: the next round, or one that could not start yet, filled in and started."""

from __future__ import annotations

from recalibrate.domain.records.experiment import Choice, Experiment
from recalibrate.domain.reframing.continued import plan_draft_id, planned
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.rules import rounds_of
from recalibrate.domain.wording import one_line
from recalibrate.ui.screens.reframing.keeping import known_now, opened
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.reframing.slip_head import SlipHead
from recalibrate.ui.session import Session


class PlanScreen(ReframeScreen):
    """The last prompt of the reframe alone, over an experiment that has not started."""

    HELP_TITLE = "The plan"

    def __init__(self, session: Session, experiment_id: str) -> None:
        super().__init__(session, draft=_draft(session, experiment_id))
        self._change = _change(session, experiment_id)

    def show_head(self) -> None:
        """The slip, the voice, and what this round was to change."""
        self.query_one(SlipHead).show(self.draft, self.session.settings, self._change)


def _draft(session: Session, experiment_id: str) -> Draft:
    kept = opened(session, plan_draft_id(experiment_id))
    if kept.id == plan_draft_id(experiment_id):
        return kept
    plan = session.journal.get(Experiment, experiment_id)
    return planned(plan, known_now(session, Prompt.CLOSE), session.now) if plan else kept


def _change(session: Session, experiment_id: str) -> str:
    """What was said at the decision that made this round."""
    plan = session.journal.get(Experiment, experiment_id)
    earlier = [each.decision for each in rounds_of(plan, session.journal.all(Experiment))] if plan else []
    said = [one_line(each.next_line) for each in earlier if each and each.choice is Choice.CHANGE and each.next_line]
    return f"Round {plan.round} changes: {said[-1]}" if plan and said else ""
