from __future__ import annotations

from dataclasses import replace

from textual.constants import TEXTUAL_ANIMATIONS
from textual.widgets import Input, TextArea

from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.settings.settings import SettingsScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.rows import Rows
from tests.builders import FixedClock


async def test_nothing_moves_where_motion_is_off_and_turning_it_on_counts_at_once(
    journal: Journal, clock: FixedClock
) -> None:
    kept: list[Settings] = []
    session = Session(journal, Drafts(None), replace(Settings(), seen_welcome=True, motion=False), clock, kept.append)
    app = RecalibrateApp(session)
    async with app.run_test() as pilot:
        assert app.animation_level == "none"
        await app.push_screen(SettingsScreen(session))
        rows = app.screen.query_one(Rows)
        rows.show(rows._rows, at="motion")
        await pilot.press("right")
        await app.workers.wait_for_complete()
        assert kept[-1].motion
        assert app.animation_level == TEXTUAL_ANIMATIONS


async def test_no_cursor_blinks_on_any_field(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert [each.cursor_blink for each in app.screen.query(Input)] == [False]
        await pilot.press("escape", "n")
        await pilot.pause()
        fields = [*app.screen.query(Input), *app.screen.query(TextArea)]
        assert fields
        assert not any(each.cursor_blink for each in fields)
