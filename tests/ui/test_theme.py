"""Every colour that carries words can be read on every ground they stand on (WCAG 2.1, AA: 4.5 to 1)."""

from __future__ import annotations

import pytest
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.few_colours import DIM, REVERSE, uncoloured, without_grey
from recalibrate.ui.screens.settings.settings import SettingsScreen
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


async def test_where_no_colour_is_wanted_a_theme_of_ones_own_is_kept_and_not_used(
    journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = app_with(Settings(seen_welcome=True, theme="ansi-light"), journal, clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.theme == NIGHT.name
        assert not app._notifications
        await app.push_screen(SettingsScreen(app.session))
        await pilot.press("right")
        await app.workers.wait_for_complete()
        assert app.session.settings.theme != "ansi-light"
        assert app.theme == NIGHT.name


@pytest.mark.parametrize(
    ("term", "wanted", "used"),
    [
        ("xterm", "", "ansi-dark"),
        ("screen", "", "ansi-dark"),
        ("xterm", "day", "day"),
        ("xterm-256color", "", "night"),
    ],
)
def test_a_terminal_of_sixteen_colours_gets_its_own_unless_one_was_chosen(
    term: str, wanted: str, used: str, journal: Journal, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TERM", term)
    assert app_with(Settings(theme=wanted), journal, clock).theme == used


@pytest.mark.parametrize("ground", ["background", "panel"])
@pytest.mark.parametrize("words", [*WORDS, "rule"])
def test_without_colour_only_what_steps_back_is_dim(words: str, ground: str) -> None:
    style = Style.from_color(color_of(NIGHT, words).rich_color, color_of(NIGHT, ground).rich_color)
    assert uncoloured(style) == (DIM if words in ("quiet", "rule") else Style())


@pytest.mark.parametrize("ground", ["here", "rule", "input-cursor-background"])
def test_without_colour_a_place_is_reversed(ground: str) -> None:
    style = Style.from_color(color_of(NIGHT, "foreground").rich_color, color_of(NIGHT, ground).rich_color)
    assert uncoloured(style) == REVERSE


def test_grey_is_not_trusted_where_colours_are_the_terminals_own() -> None:
    assert without_grey(Style(color="bright_black", bold=True)) == Style(bold=True, dim=True)
    assert without_grey(Style(color="green", bgcolor="bright_black")) == REVERSE
    assert without_grey(Style(color="green", bgcolor="default")) == Style(color="green", bgcolor="default")


def app_with(settings: Settings, journal: Journal, clock: FixedClock) -> RecalibrateApp:
    return RecalibrateApp(Session(journal, Drafts(None), settings, clock))
