"""Which pane belongs to which prompt."""

from __future__ import annotations

from recalibrate.domain.reframing.steps import Prompt
from recalibrate.ui.screens.reframing.panes.close import ClosePane
from recalibrate.ui.screens.reframing.panes.habit import HabitPane
from recalibrate.ui.screens.reframing.panes.happened import HappenedPane
from recalibrate.ui.screens.reframing.panes.ideas import IdeasPane
from recalibrate.ui.screens.reframing.panes.observation import ObservationPane
from recalibrate.ui.screens.reframing.panes.pane import Desk, PromptPane
from recalibrate.ui.screens.reframing.panes.plan import PlanPane
from recalibrate.ui.screens.reframing.panes.scope import ScopePane
from recalibrate.ui.screens.reframing.panes.triage import TriagePane

PANES: dict[Prompt, type[PromptPane]] = {
    Prompt.WHAT_HAPPENED: HappenedPane,
    Prompt.SCOPE: ScopePane,
    Prompt.HABIT: HabitPane,
    Prompt.OBSERVATION: ObservationPane,
    Prompt.IDEAS: IdeasPane,
    Prompt.TRIAGE: TriagePane,
    Prompt.PLAN: PlanPane,
    Prompt.CLOSE: ClosePane,
}


def pane_for(desk: Desk) -> PromptPane:
    """The pane of the prompt the draft stands at; a prompt of plain fields needs none of its own."""
    return PANES.get(desk.draft.at, PromptPane)(desk)
