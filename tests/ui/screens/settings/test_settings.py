"""Settings in a narrow window, and their keys in help."""

from __future__ import annotations

from dataclasses import replace

from recalibrate.domain.settings_page import LINES
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.key_table import key_table
from recalibrate.ui.screens.settings.settings import SettingsScreen
from recalibrate.ui.widgets.rows import Rows
from tests.ui.waiting import until


def widest(app: RecalibrateApp) -> int:
    return max(row.content.cell_length for row in app.screen.query_one(Rows)._rows)


async def test_nothing_is_cut_in_a_narrow_window(app: RecalibrateApp) -> None:
    app.session.settings = replace(app.session.settings, own_cues=("a phrase that takes more room than there is",))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(SettingsScreen(app.session))
        for width in (80, 60, 40):
            await pilot.resize_terminal(width, 24)
            await until(lambda width=width: widest(app) < width)
            rows = app.screen.query_one(Rows)._rows
            words = " ".join(" ".join(row.content.plain for row in rows).split())
            assert all(line.note in words for line in LINES)
            assert app.session.settings.own_cues[0] in words


async def test_help_says_each_key_once(app: RecalibrateApp) -> None:
    async with app.run_test():
        await app.push_screen(SettingsScreen(app.session))
        keys = [row.keys for row in key_table(app.screen)]
        assert "d del" in keys
        assert "→" in keys
