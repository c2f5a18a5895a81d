"""Which screen a record opens in, from any list that shows it."""

from __future__ import annotations

from typing import Any

from textual.app import App

from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.ui.session import Session


def open_record(app: App[Any], session: Session, kind: str, id: str) -> None:
    """Open an entry, experiment, overhaul or task; screens are loaded only when they are wanted."""
    if kind == "entry":
        from recalibrate.ui.screens.journaling.entry import EntryScreen

        app.push_screen(EntryScreen(session, id))
    elif kind == "overhaul":
        from recalibrate.ui.screens.experimenting.overhaul import OverhaulScreen

        app.push_screen(OverhaulScreen(session, id))
    elif kind == "task":
        from recalibrate.ui.screens.tasks.task import TaskScreen

        app.push_screen(TaskScreen(session, id))
    elif kind == "experiment" and (experiment := session.journal.get(Experiment, id)):
        _open_experiment(app, session, experiment)


def _open_experiment(app: App[Any], session: Session, experiment: Experiment) -> None:
    """The card when its date is here, the plan when it has not started, else its story."""
    status = experiment.status(session.today)
    if status is Status.DUE or (status is Status.OPEN and experiment.deadline == session.today):
        from recalibrate.ui.screens.experimenting.decide import DecideScreen

        app.push_screen(DecideScreen(session, experiment.id))
    elif status is Status.DRAFT:
        from recalibrate.ui.screens.reframing.plan import PlanScreen

        app.push_screen(PlanScreen(session, experiment.id))
    else:
        from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen

        app.push_screen(ExperimentScreen(session, experiment.id))
