"""What is really drawn can be read: each word on its own ground, in both themes of ours (WCAG 2.1, AA)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.color import Color

from recalibrate.domain.demo import demo_year
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.today.doors import room
from recalibrate.ui.session import Session
from recalibrate.ui.theme import READABLE, contrast
from tests.builders import FixedClock
from tests.staging import settle

MARKS = 3.0
"""The least contrast of what is no word but is looked at."""

LINES = set("─━│┃▌▁▂▃▄▅▆▇█ ")
"""Rules and the bars of scrolling: they only set apart what can be told apart without them."""


def hard_to_read(app: RecalibrateApp) -> Iterator[tuple[str, float]]:
    for strip in app.screen._compositor.render_strips():
        for text, style, _ in strip:
            if style is None or style.color is None or style.bgcolor is None or LINES.issuperset(text):
                continue
            found = contrast(Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
            if found < (READABLE if any(map(str.isalnum, text)) else MARKS):
                yield text, found


@pytest.mark.parametrize("theme", ["night", "day"])
async def test_every_word_that_is_drawn_can_be_read(theme: str, clock: FixedClock) -> None:
    journal = Journal.in_memory(clock)
    journal.put(*demo_year(clock()))
    session = Session(journal, Drafts(None), Settings(seen_welcome=True, theme=theme), clock)
    app = RecalibrateApp(session)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        app.screen.say("Not saved.", wrong=True)  # type: ignore[attr-defined]  # Today is one of ours
        await pilot.pause()
        assert not list(hard_to_read(app))
        for name in ("journal", "task", "situations", "company", "practice", "experiments", "learn", "settings"):
            await app.push_screen(room(name, session))
            await pilot.pause()
            assert not list(hard_to_read(app)), name
            await app.pop_screen()
        await app.push_screen(room("look_back", session))
        for key in "149":
            await pilot.press(key)
            await settle(pilot)
            assert not list(hard_to_read(app)), key
        await app.pop_screen()
        await app.push_screen(ReframeScreen(session))
        await pilot.press("x", "ctrl+n", *"always", "ctrl+n", "w")
        await pilot.pause()
        assert not list(hard_to_read(app))
