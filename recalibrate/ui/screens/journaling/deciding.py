"""What is to be decided in an entry's story, and the screen that decides it."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.screen import Screen

from recalibrate.domain.journaling.story import Story
from recalibrate.domain.records.experiment import Status
from recalibrate.domain.today.due import WaitingKind, waiting
from recalibrate.ui.screens.today.doors import card
from recalibrate.ui.session import Session


def deciding_screen(story: Story, session: Session) -> Screen[Any] | None:
    """The screen for what waits, else for what runs, else for the plan that was not started; None without any."""
    kind, id = _to_decide(story, session.today)
    if kind == WaitingKind.EXPERIMENT:
        from recalibrate.ui.screens.experimenting.decide import DecideScreen

        return DecideScreen(session, id)
    return card(kind, id, session)


def _to_decide(story: Story, today: date) -> tuple[str, str]:
    """What is decided next, as its kind and its id."""
    for item in waiting(story.experiments, story.overhauls, today):
        return item.kind, item.id
    for each in story.experiments:
        if each.status(today) is Status.OPEN:
            return WaitingKind.EXPERIMENT, each.id
    for overhaul in story.overhauls:
        if overhaul.ending is None:
            return WaitingKind.OVERHAUL, overhaul.id
    for each in story.experiments:
        if each.status(today) is Status.DRAFT:
            return "plan", each.id
    return "", ""
