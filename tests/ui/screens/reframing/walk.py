"""Walking through the reframe in a test."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any

from textual.pilot import Pilot
from textual.widgets import Input, Static

from recalibrate.store.drafts import Drafts
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"
VOICE = "I'm hopeless at this, I always freeze"
PLAN = {
    "cue": "she asks for a number",
    "action": "say let me check",
    "prediction": "she waits",
    "sign": "the meeting goes on",
}


async def begun(app: RecalibrateApp, pilot: Pilot[None], **answers: Any) -> ReframeScreen:
    """The reframe, opened from Today, with these answers at its first prompts."""
    await pilot.press("n")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, ReframeScreen)
    await write(screen, pilot, **answers)
    return screen


async def write(screen: ReframeScreen, pilot: Pilot[None], **answers: Any) -> None:
    """Put answers into the fields of the prompt one stands at."""
    for field, value in answers.items():
        answer = screen.query_one(f"#answer-{field}")
        if isinstance(answer, Writing):
            answer.text = value
        elif isinstance(answer, Input):
            answer.value = value
        elif isinstance(answer, Rating):
            answer.action_rate(value)
    await pilot.pause()


async def on(pilot: Pilot[None], times: int = 1) -> None:
    for _ in range(times):
        await pilot.press("ctrl+n")
        await pilot.pause()


def words(screen: ReframeScreen, selector: str) -> str:
    return str(screen.query_one(selector, Static).content)


def on_a_disk_that_takes_nothing(app: RecalibrateApp, folder: FilePath) -> None:
    """Put the drafts where no folder can be: behind a file."""
    in_the_way = folder / "drafts"
    in_the_way.write_text("")
    app.session.drafts = Drafts(in_the_way)
