from __future__ import annotations

from dataclasses import replace

import pytest
from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from recalibrate.domain import look_back
from recalibrate.domain.records.task import Task
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.key_places import key_places
from recalibrate.ui.key_table import PALETTE, KeyRow, key_table
from recalibrate.ui.palette import commands
from recalibrate.ui.palette_behind import BEHIND, SECTIONS, begin_behind
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.cover import CoverScreen
from recalibrate.ui.screens.journaling.bin import BinScreen
from recalibrate.ui.screens.journaling.entry import EntryScreen
from recalibrate.ui.screens.journaling.journal import JournalScreen
from recalibrate.ui.screens.learning.learn import LearnScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.settings.settings import SettingsScreen
from tests.builders import make_entry
from tests.ui.waiting import until

HOSTILE = "[/b] [@click=app.quit]lost it[/]"


def found(app: RecalibrateApp) -> list[str]:
    """What the palette offers now."""
    return [str(each.prompt) for each in app.screen.query_one(OptionList).options]


async def look_for(app: RecalibrateApp, words: str, *, finds: str) -> None:
    """Type into the palette and wait until nothing but what fits is offered."""
    app.screen.query_one(Input).value = words
    await until(lambda: found(app) and all(finds in each for each in found(app)))
    await until(lambda: app.screen.query_one(OptionList).highlighted == 0)


async def test_all_places_and_the_actions_of_a_screen_go_by_name(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("s")
        assert isinstance(app.screen, SettingsScreen)
        words = {each.words for each in commands(app.screen)}
        assert {"Change or open it", "The safety page", "Hide the screen", "Leave recalibrate"} <= words
        assert {"Notice a slip: the guided reframe", "What changed over months", "Choose a theme"} <= words


async def test_a_command_is_found_by_its_words_and_done(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        await look_for(app, "known habits", finds="habits")
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, LearnScreen))
        await pilot.press("ctrl+p")
        await look_for(app, "hide", finds="Hide")
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, CoverScreen))


@pytest.mark.parametrize("name", ["bin", "tag", "cover", "backup", "restore", "import", "export", "encrypt"])
async def test_what_lies_farther_off_is_found_from_today_by_its_name(app: RecalibrateApp, name: str) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        assert any(each.holds(name) for each in commands(app.screen))


def test_the_palette_knows_the_sections_of_the_look_back() -> None:
    assert {each.key: each.title for each in look_back.SECTIONS} == SECTIONS


async def test_what_lies_behind_a_room_is_done_from_anywhere(app: RecalibrateApp, journal: Journal) -> None:
    own = {each.id: each for place in key_places(RecalibrateApp) for each in place.heard}
    journal.put(Task(name="Asking one question", levels=("one", "two", "three"), in_focus=True))
    async with app.run_test() as pilot:
        await pilot.press("e")
        here = app.screen
        assert isinstance(here, NotebookScreen)
        for behind in BEHIND[9:]:  # one section of the look back stands for all ten
            assert behind.id not in own or own[behind.id].action == behind.action
            begin_behind(here, behind)
            await until(lambda: app.screen.is_mounted and app.screen is not here)
            await pilot.pause()
            opened = app.screen_stack[app.screen_stack.index(here) + 1]
            assert hasattr(opened, "action_" + behind.action.partition("(")[0])
            while app.screen is not here:
                await app.pop_screen()


async def test_a_part_of_the_screen_around_the_field_is_found_too(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("n")
        screen = app.screen
        assert isinstance(screen, ReframeScreen)
        screen.draft = replace(screen.draft, what_happened="Lost it", at=Prompt.HABIT)
        await screen.stand_here()
        await pilot.pause()
        assert any(each.words == "Add a habit of your own" and each.key == "a" for each in commands(screen))


async def test_the_bin_the_settings_and_a_line_for_the_shell_are_one_choice_away(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        today = app.screen
        by_name = {each.words.partition(":")[0]: each for each in commands(today)}
        for name, kind in (("The bin", BinScreen), ("Encrypt the journal, or change its passphrase", SettingsScreen)):
            by_name[name].run()
            await pilot.pause()
            assert isinstance(app.screen, kind)
            await pilot.press("escape")
            await pilot.pause()
        by_name["Backup"].run()
        await pilot.pause()
        assert [each.message for each in app._notifications] == ["recalibrate backup, in a shell."]


async def test_a_tag_is_chosen_from_today_and_its_entries_shown(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_entry("Tagged.", tags=("work",)), make_entry("Not tagged."))
    async with app.run_test() as pilot:
        await pilot.pause()
        next(each for each in commands(app.screen) if each.holds("tags")).run()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, JournalScreen)
        assert app.screen.search.value == "tag:work"


async def test_a_slip_opens_by_its_words_and_is_never_markup(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_entry(HOSTILE), make_entry("Something else."))
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await look_for(app, "lost it", finds=HOSTILE)
        assert found(app) == [f"Open: {HOSTILE}"]
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, EntryScreen))


async def test_a_theme_chosen_there_is_kept(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        app.theme = "day"
        await until(lambda: app.session.settings.theme == "day")


async def test_help_names_the_key_that_opens_it(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        assert KeyRow("ctrl+p", PALETTE) in key_table(app.screen)
