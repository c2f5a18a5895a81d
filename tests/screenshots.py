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
os.environ["COLORTERM"] = "truecolor"
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
from recalibrate.ui.screens.looking_back.look_back import LookBackScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.writing import Writing
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
    """Reach a screen by pressing keys, waiting for what is counted in a thread; "text:…" writes into the focus."""

    async def press(pilot: Pilot[Any]) -> None:
        for key in pressed:
            focus = pilot.app.screen.focused
            if key.startswith("text:") and isinstance(focus, Writing):
                focus.insert(key[5:])
            elif key.startswith("text:") and isinstance(focus, Line):
                focus.insert_text_at_cursor(key[5:])
            else:
                await pilot.press(key)
            await settle(pilot)

    return press


def onto(words: str, *then: str) -> Reach:
    """Put the cursor of a list on the first row that holds `words`, then press keys."""

    async def press(pilot: Pilot[Any]) -> None:
        rows = pilot.app.screen.query_one(Rows)
        found = next(number for number in range(len(rows._rows)) if words in rows._rows[number].content.plain)
        rows.place_of(found)
        await keys(*then)(pilot)

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


VOICE = ("n", "text:Lost my place when she asked about the budget.", "ctrl+n")
SCOPE = (*VOICE, "text:I'm hopeless at this, I always freeze", "enter", "7", "enter", "w")
OBSERVATION = (*SCOPE, "enter", "space", "enter", "text:This time I skipped the second slide, maybe in a hurry.")
QUESTION = (*OBSERVATION, "enter", "4", "enter", "text:say “let me check” and look")
PLAN = (*QUESTION, "ctrl+n", "ctrl+n", "text:she asks for a number", "enter", "enter", "text:she waits", "enter")
THEN = ("right", "enter", "8", "enter", "text:the meeting goes on", "enter", "text:in 12 days", "enter", "6")
FULL_PLAN = (*PLAN, *THEN)

SHOTS: list[Shot] = [
    Shot("today", keys()),
    Shot("reframe-what-happened", keys("n", "text:Lost my place when she asked about the budget.")),
    Shot("reframe-voice", keys(*VOICE, "text:I'm hopeless at this, I always freeze", "enter", "7")),
    Shot("reframe-scope", keys(*SCOPE)),
    Shot("reframe-habit", keys(*SCOPE, "enter")),
    Shot("reframe-observation", keys(*OBSERVATION)),
    Shot("reframe-question", keys(*QUESTION)),
    Shot("reframe-triage", keys(*QUESTION, "ctrl+n", "n", "y", "n")),
    Shot("reframe-plan", keys(*FULL_PLAN)),
    Shot("reframe-summary", keys(*FULL_PLAN, "ctrl+n")),
    Shot("decide", keys("d", "text:Twice. She waited both times.", "enter", "y")),
    Shot("all-experiments", keys("e")),
    Shot("one-experiment", keys("e", "enter")),
    Shot("journal", keys("j")),
    Shot("journal-search", keys("j", "slash", "text:scope:global -tag:x meeting")),
    Shot("entry", keys("j", "enter")),
    Shot("task", keys("t")),
    Shot("situations", keys("i")),
    Shot("situation", keys("i", "enter")),
    Shot("company", keys("c")),
    Shot("practice", keys("p", "w", "enter")),
    Shot("learn", keys("h")),
    Shot("settings", keys("s")),
    Shot("help", keys("question_mark")),
    Shot("palette", keys("ctrl+p")),
    Shot("safety", keys("f2")),
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
