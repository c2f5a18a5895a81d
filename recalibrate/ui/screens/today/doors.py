"""The doors of Today: which screen a key or a row leads to; each is loaded only when it is opened."""

from __future__ import annotations

from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from recalibrate.ui.session import Session

DOORS = [
    Binding("t", "go('task')", "task", tooltip="The one small task", show=False, id="today.task"),
    Binding(
        "i",
        "go('situations')",
        "situations",
        tooltip="Situations, and dread over time",
        show=False,
        id="today.situations",
    ),
    Binding(
        "c",
        "go('company')",
        "company",
        tooltip="The company that corrects without drama",
        show=False,
        id="today.company",
    ),
    Binding(
        "p",
        "go('practice')",
        "practice",
        tooltip="Practise on mild examples; nothing is stored",
        show=False,
        id="today.practice",
    ),
    Binding(
        "e",
        "go('experiments')",
        "experiments",
        tooltip="All experiments and overhauls, also the decided ones",
        show=False,
        id="today.experiments",
    ),
    Binding(
        "h",
        "go('learn')",
        "learn",
        tooltip="Why it is as it is, what is known, and all habits",
        show=False,
        id="today.learn",
    ),
    Binding("s", "go('settings')", "settings", tooltip="Settings", show=False, id="today.settings"),
]
"""The keys of those that a person opens from time to time."""


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
