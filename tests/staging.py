"""Apps to take pictures of, at a fixed day, and the ways from Today to a screen; no more than `tests.shots` needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from recalibrate.domain.demo import demo_year
from recalibrate.domain.look_back.closing import close_months
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.record import Record
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.store.notebook import notebook_of
from recalibrate.store.recovery import Report, State
from recalibrate.store.snapshots import Backup
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.recovery_app import RecoveryApp
from recalibrate.ui.screens.journaling.browse import BrowseScreen
from recalibrate.ui.screens.looking_back.look_back import LookBackScreen
from recalibrate.ui.session import Session
from recalibrate.ui.theme import NIGHT
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.save_mark import SaveMark
from recalibrate.ui.widgets.writing import Writing
from tests.builders import ZONE, FixedClock, make_rating, make_reframed, make_situation

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=ZONE)
USUAL = Settings(seen_welcome=True, theme=NIGHT.name)

HOME = Path("~/.local/share/recalibrate")
"""Where the journal is said to be; nothing is there."""

Reach = Callable[[Pilot[Any]], Awaitable[None]]


def app_on(*records: Record, settings: Settings = USUAL, clock: FixedClock | None = None) -> RecalibrateApp:
    """The app on a journal in memory that holds these records."""
    clock = clock or FixedClock(NOW)
    journal = Journal.in_memory(clock)
    if records:
        journal.put(*records)
    app = RecalibrateApp(Session(journal, Drafts(None), settings, clock))
    app.animation_level = "none"
    return app


def demo_app(settings: Settings = USUAL) -> RecalibrateApp:
    """The app on the made-up year, its months closed."""
    clock = FixedClock(NOW - timedelta(seconds=1))
    app = app_on(*demo_records(), settings=settings, clock=clock)
    clock.now = NOW
    return app


@cache
def demo_records() -> tuple[Record, ...]:
    """The made-up year and the reviews of its months, made once."""
    year = tuple(demo_year(NOW))
    journal = Journal.in_memory(FixedClock(NOW))
    journal.put(*year)
    return (*year, *close_months(notebook_of(journal), NOW))


def empty_app() -> RecalibrateApp:
    """The app on an empty journal, past the welcome page."""
    return app_on()


def first_entry_app() -> RecalibrateApp:
    """One slip thought through, and the plan for noticing the next one."""
    entry = replace(make_reframed(), happened_at=NOW, reframed_at=NOW)
    return app_on(entry, NoticingPlan(cue="I hear “I always …”"))


def opted_in_app() -> RecalibrateApp:
    """The made-up year with what one has to ask for: the monthly check, and a while ago."""
    return demo_app(replace(USUAL, monthly_check=True, a_while_ago=True))


def not_rated_app() -> RecalibrateApp:
    """Three situations of which none was rated this month."""
    names = ("questions in meetings", "telephone calls", "lunch at the long table")
    situations = [make_situation(name, id=name) for name in names]  # the order of the questions hangs on the ids
    rated = [make_rating(60, situation_id=each.id, rated_at=NOW - timedelta(days=40)) for each in situations]
    return app_on(*situations, *rated, settings=replace(USUAL, monthly_check=True))


def damaged_app() -> App[bool]:
    """The screen in place of a journal that cannot be read."""
    backup = Backup(HOME / "backups", NOW - timedelta(hours=9), "daily", 134, 0)
    report = Report(
        HOME / "journal.json",
        State.DAMAGED,
        problem="The journal cannot be read as it is: line 212 is cut off in the middle.",
        salvaged={"entries": 135, "experiments": 38, "ratings": 260},
        lost=("line 212, of the entries: “Lost my place when she …”",),
        backup=backup,
        backup_counts={"entries": 134, "experiments": 38, "ratings": 258},
    )
    app = RecoveryApp(report, lambda: "Brought back.", lambda: "Begun anew.")
    app.theme = NIGHT.name
    return app


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
        rows.stand_on(found)
        await keys(*then)(pilot)

    return press


def after(*ways: Reach) -> Reach:
    """One way after the other."""

    async def go(pilot: Pilot[Any]) -> None:
        for way in ways:
            await way(pilot)

    return go


def shown(make: Callable[[Session], Screen[Any]], *then: str) -> Reach:
    """Show a screen that only a state of the disk leads to, then press keys."""

    async def show(pilot: Pilot[Any]) -> None:
        pilot.app.push_screen(make(pilot.app.session))
        await settle(pilot)
        await keys(*then)(pilot)

    return show


def situation(name: str) -> Reach:
    """Reach the page of one situation in the look back."""

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


async def until_still(pilot: Pilot[Any]) -> None:
    """Wait until nothing will change by itself: what was written is on disk, the story is that of the row."""
    screen = pilot.app.screen
    while any(mark.state.saving for mark in screen.query(SaveMark)):
        await pilot.pause(0.02)
    if isinstance(screen, BrowseScreen):
        screen.show_story()
        await pilot.pause()
