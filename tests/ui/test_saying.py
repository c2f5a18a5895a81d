"""The sentence in the corner: whole, above the keys, and gone once it was read."""

from __future__ import annotations

import pytest
from textual.widgets._toast import Toast

from recalibrate.ui import saying
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.saying import say
from tests.ui.waiting import until


async def test_a_long_sentence_wraps_above_the_keys(app: RecalibrateApp) -> None:
    async with app.run_test(size=(60, 20), notifications=True):
        say(app.screen, "Say what in the set-up must change. " * 3)
        await until(lambda: any(toast.region.height > 1 for toast in app.screen.query(Toast)))
        toast = app.screen.query_one(Toast)
        await until(lambda: toast.region.bottom <= 18)
        assert toast.region.right <= 60


@pytest.mark.parametrize("letters", [74, 75, 76])
async def test_a_sentence_as_wide_as_the_window_is_whole(app: RecalibrateApp, letters: int) -> None:
    async with app.run_test(size=(80, 24), notifications=True):
        say(app.screen, "word " * 14 + "x" * (letters - 71) + ".")
        await until(lambda: bool(app.screen.query(Toast)) and app.screen.query_one(Toast).region.bottom == 23)
        toast = app.screen.query_one(Toast)
        assert toast.region.height == (2 if letters > 75 else 1)
        assert len(toast.render().wrap(toast.content_size.width)) == toast.region.height


async def test_a_key_takes_away_what_was_read_and_nothing_sooner(
    app: RecalibrateApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with app.run_test(notifications=True) as pilot:
        say(app.screen, "Written down.")
        await until(lambda: bool(app.screen.query(Toast)))
        await pilot.press("down")
        assert app.screen.query(Toast)
        later = saying.monotonic() + saying.READ_IN
        monkeypatch.setattr(saying, "monotonic", lambda: later)
        await pilot.press("down")
        await until(lambda: not app.screen.query(Toast))
