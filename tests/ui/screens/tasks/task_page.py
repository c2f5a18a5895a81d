"""The page of the task, opened and read as text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.tasks.task import TaskScreen
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows


@asynccontextmanager
async def on_task(app: RecalibrateApp) -> AsyncIterator[Pilot[None]]:
    """The app with the task screen open."""
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("t")
        assert isinstance(app.screen, TaskScreen)
        yield pilot


async def done(app: RecalibrateApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def shown(app: RecalibrateApp) -> str:
    return "\n".join(row.content.plain for row in app.screen.query_one(Rows)._rows)


def fill(app: RecalibrateApp, **lines: str) -> None:
    for name, words in lines.items():
        app.screen.query_one(f"#{name}", Line).value = words
