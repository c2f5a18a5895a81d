from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.key_places import key_places
from recalibrate.ui.key_table import key_table, shown_keys
from recalibrate.ui.keymap import fitting_keys, is_key, written_keys
from recalibrate.ui.screens.help import HelpScreen
from recalibrate.ui.screens.settings.keys import KeysScreen, NewKeyScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.rows import Rows
from tests.builders import FixedClock

PLACES = key_places(RecalibrateApp)


def app_with(keymap: tuple[tuple[str, str], ...], journal: Journal, clock: FixedClock) -> RecalibrateApp:
    settings = Settings(seen_welcome=True, keymap=keymap)
    return RecalibrateApp(Session(journal, Drafts(None), settings, clock))


def test_every_key_of_ours_has_words_for_help() -> None:
    for place in PLACES:
        for each in place.own:
            assert each.tooltip or each.description, (place.title, each.id)


@pytest.mark.parametrize("name", ["n", "ctrl+n", "f5", "question_mark", "alt+enter", "é", "space"])
def test_keys_that_exist(name: str) -> None:
    assert is_key(name)


@pytest.mark.parametrize("name", ["banana", "ctrl+", "", "hold+n", "f99"])
def test_keys_that_do_not(name: str) -> None:
    assert not is_key(name)
    keys, wrong = written_keys((("today.notice", name),))
    assert keys == {}
    assert "today.notice" in wrong[0]


def test_characters_may_be_written_as_themselves() -> None:
    keys, _ = written_keys((("a", "?"), ("b", ","), ("c", "+"), ("d", "x, /")))
    assert keys == {"a": "question_mark", "b": "comma", "c": "plus", "d": "x,slash"}


def test_an_unknown_name_and_a_letter_above_the_fields_are_passed_over() -> None:
    keymap = {"today.notice": "f5", "today.dance": "f6", "app.cover": "a", "reframe.park": "enter"}
    fitting, wrong = fitting_keys(keymap, PLACES)
    assert fitting == {"today.notice": "f5"}
    assert [each.split()[0] for each in wrong] == ["No", "app.cover", "reframe.park"]


def test_a_key_used_twice_is_named_and_the_later_one_stays_as_it_was() -> None:
    assert fitting_keys({"today.notice": "j"}, PLACES) == ({}, ("j is today.journal already; today.notice stays n.",))
    assert fitting_keys({"today.notice": "j", "today.journal": "n"}, PLACES)[1] == ()
    twice = {"today.notice": "f5", "today.journal": "f5", "today.task": "j"}
    fitting, wrong = fitting_keys(twice, PLACES)
    assert fitting == {"today.notice": "f5"}
    assert [each.split()[-1] for each in wrong] == ["j.", "t."]


@pytest.mark.parametrize(("id", "key"), [("today.decide", "g"), ("rows.first", "n"), ("journal.tags", "k")])
def test_a_list_hears_its_keys_before_its_screen(id: str, key: str) -> None:
    fitting, wrong = fitting_keys({id: key}, PLACES)
    assert fitting == {}
    assert "already" in wrong[0]


@pytest.mark.parametrize(
    ("id", "key", "taken"),
    [
        ("decide.extend", "p", True),  # partly
        ("decide.extend", "e", False),  # an answer elsewhere
        ("decide.extend", "x,f3", False),  # as it comes
        ("choices.down", "s", True),  # a field that stands on many screens
        ("screen.help", "y", True),  # of a try
        ("today.notice", "y", False),  # nothing is answered there
    ],
)
def test_a_letter_that_is_an_answer_there_is_told(id: str, key: str, taken: bool) -> None:
    fitting, wrong = fitting_keys({id: key}, PLACES)
    assert (fitting == {}) is taken
    assert ("is an answer already" in " ".join(wrong)) is taken


IDS = st.sampled_from([each.id or "" for place in PLACES for each in place.own] + ["no.such", ""])
KEYS = st.one_of(st.sampled_from(["n", "j", "?", "f5", "ctrl+n", "enter", ",", "+", "", "ctrl+"]), st.text(max_size=5))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(IDS, KEYS), max_size=4))
def test_whatever_keys_are_written_those_that_are_left_clash_with_none(keymap: list[tuple[str, str]]) -> None:
    keys, wrong = written_keys(keymap)
    fitting, more = fitting_keys(keys, PLACES)
    assert fitting_keys(fitting, PLACES) == (fitting, ())
    assert set(fitting.items()) <= set(keys.items())
    assert len(wrong) + len(more) >= len(dict(keymap)) - len(fitting)


async def test_a_key_of_ones_own_works_and_is_the_one_that_is_shown(journal: Journal, clock: FixedClock) -> None:
    keymap = (("today.settings", "f9"), ("settings.on", "plus"), ("no.such", "x"), ("b", "nokey"))
    app = app_with(keymap, journal, clock)
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = " ".join(str(each.message) for each in app._notifications)
        assert "no.such" in said
        assert "nokey" in said
        assert any(row.keys == "f9" and row.words == "Settings" for row in key_table(app.screen))
        await pilot.press("s")
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("f9")
        assert app.screen.__class__.__name__ == "SettingsScreen"
        assert ("+", "turn") in shown_keys(app.screen)


async def test_another_key_is_taken_a_used_one_is_refused_and_backspace_takes_it_back(
    app: RecalibrateApp,
) -> None:
    kept: list[Settings] = []
    app.session._write_settings = kept.append
    async with app.run_test() as pilot:
        await app.push_screen(KeysScreen(app.session))
        rows = app.screen.query_one(Rows)
        rows.show(rows._rows, at="key:today.notice")
        await pilot.press("enter")
        assert isinstance(app.screen, NewKeyScreen)
        await pilot.press("j")
        assert isinstance(app.screen, NewKeyScreen)
        await pilot.press("ctrl+n")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert kept[-1].keymap == (("today.notice", "ctrl+n"),)
        assert "ctrl+n" in rows._rows[rows.cursor].content.plain
        await pilot.press("backspace")
        await app.workers.wait_for_complete()
        assert not kept[-1].keymap
        await pilot.press("escape", "question_mark")
        assert isinstance(app.screen, HelpScreen)
        assert any(row.keys == "n" for row in app.screen._rows)


async def test_what_the_settings_file_could_not_say_is_said_once(journal: Journal, clock: FixedClock) -> None:
    session = Session(journal, Drafts(None), replace(Settings(), seen_welcome=True), clock)
    app = RecalibrateApp(session, ignored=("settings.toml: there is no setting called [b]colour[/b].",))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert [str(each.message) for each in app._notifications] == [
            "settings.toml: there is no setting called [b]colour[/b]."
        ]
