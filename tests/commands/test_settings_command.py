"""Settings from the shell: what can be set, and what is said of what cannot."""

from __future__ import annotations

import pytest

from recalibrate.domain.settings import THEMES
from recalibrate.ui.calm_app import CalmApp
from tests.commands.conftest import Shell


def test_the_themes_named_are_those_of_the_app() -> None:
    assert set(THEMES) == set(CalmApp().available_themes)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "theme", "nope"), "there are night, day,"),
        (("set", "rounds_per_root", "-1"), "goes from 2 to 5, not “-1”"),
        (("set", "rounds_per_root"), "needs a value after it"),
        (("get",), "settings get NAME"),
        (("set", "week_start", "9"), "0 is Monday"),
    ],
)
def test_what_cannot_be_set_says_what_can(words: tuple[str, ...], said: str, shell: Shell) -> None:
    done = shell("settings", *words)
    assert (done.code, said in done.sentence) == (2, True)


def test_the_week_starts_on_a_day_by_name(shell: Shell) -> None:
    assert shell("settings", "set", "week_start", "sunday").code == 0
    assert shell("settings", "get", "week_start").out == "6\n"
    assert "week_start = 6 (Sunday)" in shell("settings").out
