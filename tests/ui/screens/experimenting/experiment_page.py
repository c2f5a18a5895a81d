"""The page of an experiment, opened and read as text."""

from __future__ import annotations

from textual.pilot import Pilot

from recalibrate.domain.records.experiment import Experiment
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen
from recalibrate.ui.widgets.story_view import StoryView


def only(journal: Journal) -> Experiment:
    return journal.all(Experiment)[0]


def read(app: RecalibrateApp) -> str:
    """The page of the experiment as text."""
    return "\n".join(line.plain for line in app.screen.query_one(StoryView).lines)


def said(app: RecalibrateApp) -> list[str]:
    """What the corner says."""
    return [each.message for each in app._notifications]


async def opened(app: RecalibrateApp, pilot: Pilot[None], experiment: Experiment) -> None:
    await app.push_screen(ExperimentScreen(app.session, experiment.id))
    await pilot.pause()
