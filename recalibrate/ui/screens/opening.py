"""Which screen a record opens in, from any list that shows it."""

from __future__ import annotations

from typing import Any

from textual.app import App

from recalibrate.domain.experiment import Experiment, Status
from recalibrate.ui.session import Session


def open_record(app: App[Any], session: Session, kind: str, id: str) -> None:
    """Open an entry, experiment, overhaul or task; screens are loaded only when they are wanted."""
    if kind == "entry":
        from recalibrate.ui.screens.entry import EntryScreen

        app.push_screen(EntryScreen(session, id))
    elif kind == "overhaul":
        from recalibrate.ui.screens.overhaul import OverhaulScreen

        app.push_screen(OverhaulScreen(session, id))
    elif kind == "task":
        from recalibrate.ui.screens.task import TaskScreen

        app.push_screen(TaskScreen(session, id))
    elif kind == "experiment" and (experiment := session.journal.get(Experiment, id)):
        _open_experiment(app, session, experiment)


def _open_experiment(app: App[Any], session: Session, experiment: Experiment) -> None:
    status = experiment.status(session.today)
    if status in (Status.OPEN, Status.DUE):
        from recalibrate.ui.screens.decide import DecideScreen

        app.push_screen(DecideScreen(session, experiment.id))
    elif status is Status.DRAFT:
        from recalibrate.ui.screens.plan import PlanScreen

        app.push_screen(PlanScreen(session, experiment.id))
    elif experiment.entry_id:
        from recalibrate.ui.screens.entry import EntryScreen

        app.push_screen(EntryScreen(session, experiment.entry_id))
    else:
        from recalibrate.domain.share import card_text, experiment_parts
        from recalibrate.ui.screens.page import PageScreen

        app.push_screen(PageScreen(card_text(experiment_parts(experiment, session.today)).split("\n\n")))
