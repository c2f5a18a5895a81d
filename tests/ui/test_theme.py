"""Every colour that carries words can be read on every ground they stand on (WCAG 2.1, AA: 4.5 to 1)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.session import Session
from recalibrate.ui.theme import DAY, NIGHT, contrast, own_variables
from tests.builders import FixedClock

AA = 4.5
WORDS = ("foreground", "quiet", "accent", "warning", "error", "success")
GROUNDS = ("background", "panel", "here")


def color_of(theme: Theme, name: str) -> Color:
    variables = {**own_variables(theme), **theme.to_color_system().generate(), **theme.variables}
    return Color.parse(variables[name])


def test_the_measure_is_the_one_of_the_standard() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)
    assert contrast(Color.parse("#777777"), Color.parse("#ffffff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [NIGHT, DAY], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("words", WORDS)
def test_words_can_be_read_on_every_ground(theme: Theme, words: str, ground: str) -> None:
    assert contrast(color_of(theme, words), color_of(theme, ground)) >= AA


@pytest.mark.parametrize("name", [name for name, theme in BUILTIN_THEMES.items() if not theme.ansi])
def test_quiet_words_keep_most_of_a_themes_own_contrast(name: str) -> None:
    theme = BUILTIN_THEMES[name]
    text, quiet = (contrast(color_of(theme, words), color_of(theme, "background")) for words in ("foreground", "quiet"))
    assert quiet >= min(AA, text * 0.8), (text, quiet)


async def test_without_colour_a_theme_of_the_terminals_own_gives_way_to_one_that_can_be_read(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    settings = Settings(seen_welcome=True, theme="ansi-light")
    app = RecalibrateApp(Session(journal, Drafts(None), settings, clock))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == "day"
        assert [str(each.message) for each in app._notifications] == [
            "There is no theme called ansi-light here; day is used."
        ]
        assert app.session.settings.theme == "ansi-light"
