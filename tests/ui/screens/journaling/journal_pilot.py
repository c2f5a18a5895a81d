"""Driving the journal's screen: opening it, waiting for it, reading what it shows."""

from __future__ import annotations

from datetime import timedelta

from textual.pilot import Pilot

from recalibrate.domain.records.entry import Entry
from recalibrate.ui.screens.journaling.entry import EntryScreen
from recalibrate.ui.screens.journaling.journal import JournalScreen
from recalibrate.ui.widgets.story_view import StoryView
from tests.builders import NOW, make_entry

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"
WIDE, NARROW = (120, 40), (80, 24)


async def opened(pilot: Pilot[None], **how: object) -> JournalScreen:
    """The journal's screen, read and indexed."""
    screen = JournalScreen(pilot.app.session, **how)  # type: ignore[attr-defined, arg-type]  # RecalibrateApp has one
    await pilot.app.push_screen(screen)
    await settled(pilot)
    return screen


async def settled(pilot: Pilot[None]) -> None:
    """All that was under way is shown."""
    await pilot.pause()
    finder = pilot.app.session.finder  # type: ignore[attr-defined]  # RecalibrateApp has one
    while finder is None or not finder.is_up_to_date(pilot.app.session.journal):  # type: ignore[attr-defined]  # as above
        await pilot.pause()
    await pilot.pause()


async def story(pilot: Pilot[None]) -> str:
    """The story as it stands, without waiting for the cursor to rest."""
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, JournalScreen | EntryScreen)
    screen.show_story()
    return "\n".join(line.plain for line in screen.query_one(StoryView).lines)


def listed(screen: JournalScreen) -> list[str]:
    """The rows as text."""
    return [row.content.plain for row in screen.rows._rows]


def days_ago(days: int, words: str, **fields: object) -> Entry:
    return make_entry(words, happened_at=NOW - timedelta(days=days), **fields)


async def press_through(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one after the other, letting questions open between them."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
