"""Writes screenshots/: each shot a name and how to reach it from Today on the made-up year, at two sizes.

Run `python -m tests.screenshots`, with words of the names to take only those shots. To add one, add a `Shot`.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.pop("NO_COLOR", None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from textual.pilot import Pilot

from recalibrate.cli import main
from recalibrate.domain.closing import close_months
from recalibrate.domain.demo import demo_year
from recalibrate.domain.look_back import SECTIONS
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.store.notebook import notebook_of
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.look_back import LookBackScreen
from recalibrate.ui.session import Session
from tests.builders import ZONE, FixedClock

FOLDER = Path(__file__).resolve().parents[1] / "screenshots"
SIZES = ((80, 24), (120, 40))
NOW = datetime(2026, 11, 22, 18, 0, tzinfo=ZONE)

Reach = Callable[[Pilot[Any]], Awaitable[None]]


@dataclass(frozen=True)
class Shot:
    """A screen by the name of its file, and the way to it from Today."""

    name: str
    reach: Reach


def keys(*pressed: str) -> Reach:
    """Reach a screen by pressing keys, waiting for what is counted in a thread."""

    async def press(pilot: Pilot[Any]) -> None:
        for key in pressed:
            await pilot.press(key)
            await settle(pilot)

    return press


def situation(name: str) -> Reach:
    """Reach the page of one situation in the look-back."""

    async def turn_to(pilot: Pilot[Any]) -> None:
        await keys("l", "4")(pilot)
        screen = pilot.app.screen
        while isinstance(screen, LookBackScreen) and screen.page and screen.page.title != name:
            before = screen.page
            await pilot.press("j")
            await settle(pilot)
            if screen.page == before:
                raise LookupError(f"There is no page about {name}.")

    return turn_to


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until nothing is being counted or drawn."""
    counting = [each for each in pilot.app.workers if each.group == "count"]
    if counting:  # an empty list would wait for every worker, also for one that waits for an answer
        await pilot.app.workers.wait_for_complete(counting)
    await pilot.pause()


SHOTS: list[Shot] = [
    Shot("today", keys()),
    *(
        Shot(f"look-back-{section.key.replace('_', '-')}", keys("l", str((number + 1) % 10)))
        for number, section in enumerate(SECTIONS)
    ),
    Shot("look-back-one-situation", situation("questions in meetings")),
    Shot("look-back-situation-that-rises", situation("planning a day")),
    Shot("look-back-too-early", situation("lunch at the long table")),
    Shot("look-back-global-and-local", keys("l", "2", "j")),
    Shot("look-back-table", keys("l", "4", "t")),
    Shot("look-back-month", keys("l", "m")),
    Shot("look-back-reviews", keys("l", "r")),
    Shot("look-back-review", keys("l", "r", "enter")),
]


def demo_app() -> RecalibrateApp:
    """The app on the made-up year, its months closed, past the welcome page."""
    clock = FixedClock(NOW - timedelta(seconds=1))
    journal = Journal.in_memory(clock)
    journal.put(*demo_year(NOW))
    journal.put(*close_months(notebook_of(journal), NOW))
    clock.now = NOW
    return RecalibrateApp(Session(journal, Drafts(None), Settings(seen_welcome=True), clock))


async def take(shot: Shot, size: tuple[int, int]) -> str:
    """The SVG of one shot."""
    app = demo_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await shot.reach(pilot)
        return app.export_screenshot(title="recalibrate", simplify=True)


def write_numbers() -> None:
    """The look-back of the made-up year as JSON, as the command prints it."""
    target = FOLDER / "look-back.json"
    with TemporaryDirectory() as folder:
        environ = {"RECALIBRATE_HOME": folder, "RECALIBRATE_NOW": NOW.isoformat()}
        journal = str(Path(folder) / "demo.json")
        target.unlink(missing_ok=True)
        if main(["demo", "-o", journal], environ) or main(
            ["--journal", journal, "look-back", "--json", "-o", str(target)], environ
        ):
            raise SystemExit("The numbers of the look-back could not be written.")
    target.chmod(0o644)


async def take_all(wanted: Sequence[str]) -> None:
    """Write the shots whose names hold one of the words; all without words."""
    for shot in SHOTS:
        if wanted and not any(word in shot.name for word in wanted):
            continue
        for size in SIZES:
            svg = await take(shot, size)
            file = FOLDER / f"{shot.name}-{size[0]}x{size[1]}.svg"
            file.write_text(svg, encoding="utf-8")
            sys.stdout.write(f"{file.name}\n")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    write_numbers()
    asyncio.run(take_all(sys.argv[1:]))
