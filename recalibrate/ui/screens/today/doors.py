"""The doors of Today: which screen a key or a row leads to; each is loaded only when it is opened."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from recalibrate.ui.session import Session


def room(name: str, session: Session) -> Screen[Any]:
    """The screen behind a key of Today. Raises LookupError for a name that is none."""
    match name:
        case "journal":
            from recalibrate.ui.screens.journaling.journal import JournalScreen

            return JournalScreen(session)
        case "look_back":
            from recalibrate.ui.screens.looking_back.look_back import LookBackScreen

            return LookBackScreen(session)
        case "task":
            from recalibrate.ui.screens.tasks.task import TaskScreen

            return TaskScreen(session)
        case "situations":
            from recalibrate.ui.screens.situations.situations import SituationsScreen

            return SituationsScreen(session)
        case "company":
            from recalibrate.ui.screens.company.company import CompanyScreen

            return CompanyScreen(session)
        case "practice":
            from recalibrate.ui.screens.learning.practice import PracticeScreen

            return PracticeScreen(session)
        case "experiments":
            from recalibrate.ui.screens.experimenting.experiments import ExperimentsScreen

            return ExperimentsScreen(session)
        case "learn":
            from recalibrate.ui.screens.learning.learn import LearnScreen

            return LearnScreen(session)
        case "settings":
            from recalibrate.ui.screens.settings.settings import SettingsScreen

            return SettingsScreen(session)
    raise LookupError(name)


def card(kind: str, id: str, session: Session) -> Screen[Any] | None:
    """The screen a row of Today opens: its kind and its id; None where the row does something else."""
    match kind:
        case "draft" | "entry":
            from recalibrate.ui.screens.reframing.reframe import ReframeScreen

            return ReframeScreen(session, draft_id=id) if kind == "draft" else ReframeScreen(session, entry_id=id)
        case "check_back":
            from recalibrate.ui.screens.experimenting.check_back import CheckBackScreen

            return CheckBackScreen(session, id)
        case "overhaul":
            from recalibrate.ui.screens.experimenting.overhaul import OverhaulScreen

            return OverhaulScreen(session, id)
        case "plan":
            from recalibrate.ui.screens.reframing.plan import PlanScreen

            return PlanScreen(session, id)
        case "monthly":
            from recalibrate.ui.screens.situations.monthly_check import MonthlyCheckScreen

            return MonthlyCheckScreen(session)
        case "ago":
            from recalibrate.ui.screens.journaling.entry import EntryScreen

            return EntryScreen(session, id)
    return None
