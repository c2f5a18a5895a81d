"""A key of one's own is the one that every sentence names."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
from textual.screen import Screen

import recalibrate
import recalibrate.ui.recovery_app
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.key_words import NAMED, in_keys, key_for, say_keys
from recalibrate.ui.screens.company.company import CompanyScreen
from recalibrate.ui.screens.experimenting.experiments import ExperimentsScreen
from recalibrate.ui.screens.help import HelpScreen
from recalibrate.ui.screens.journaling.journal import JournalScreen
from recalibrate.ui.screens.journaling.searches import SearchesScreen
from recalibrate.ui.screens.journaling.tags import TagListScreen
from recalibrate.ui.screens.learning.learn import LearnScreen
from recalibrate.ui.screens.learning.own_habit import OwnHabitScreen
from recalibrate.ui.screens.learning.practice import PracticeScreen
from recalibrate.ui.screens.looking_back.reviews import ReviewsScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.reframing.why import WhyScreen
from recalibrate.ui.screens.settings.settings import SettingsScreen
from recalibrate.ui.screens.situations.situations import SituationsScreen
from recalibrate.ui.screens.tasks.task import TaskScreen
from recalibrate.ui.screens.welcome import WelcomeScreen
from recalibrate.ui.session import Session
from tests.builders import FixedClock, make_entry
from tests.ui.waiting import until

OWN = {
    "today.notice": "f5",
    "today.situations": "f6",
    "company.note": "f7",
    "task.add": "f8",
    "learn.add": "f9",
    "journal.search": "ctrl+g",
    "journal.tag": "ctrl+y",
    "journal.save_search": "f8",
    "screen.back": "ctrl+x",
    "screen.undo": "ctrl+z",
    "page.leave": "ctrl+x",
    "help.leave": "ctrl+x",
    "help.learn": "f5",
    "small.leave": "ctrl+x",
    "own_habit.leave": "ctrl+x",
    "own_habit.keep": "ctrl+g",
    "practice.whole": "1",
    "practice.moment": "2",
    "practice.on": "3",
    "reframe.enter": "ctrl+g",
    "reframe.on": "f9",
    "reframe.park": "f8",
    "reframe.why": "f7",
    "rating.hundred": "h",
    "rating.clear": "c",
    "rating.rather_not": "r",
    "settings.open": "o",
    "app.safety": "f12",
    "choices.finish": "f10",
}
USUAL = re.compile(r"\b(?:[Ee]sc|ctrl\+s|ctrl\+n|[fF]1|[fF]2)\b|\b[ant]\.|[wm] · |[;,] [Ft] in ")
"""The usual keys of these, as they would stand in a sentence."""


def screens(session: Session) -> list[Screen[Any]]:
    first = ReframeScreen(session)
    return [
        CompanyScreen(session), ExperimentsScreen(session), JournalScreen(session), SearchesScreen(session),
        TagListScreen(session), LearnScreen(session), OwnHabitScreen(), PracticeScreen(session), ReviewsScreen(session),
        first, WhyScreen(first.draft.step), SettingsScreen(session), SituationsScreen(session), TaskScreen(session),
        WelcomeScreen(None),
    ]  # fmt: skip


def seen(screen: Screen[Any]) -> str:
    return "\n".join(strip.text for strip in screen._compositor.render_strips())


def test_a_binding_in_braces_is_said_as_its_key() -> None:
    say_keys({"today.notice": "f5,n"})
    assert in_keys("{today.notice} or {screen.back}; {no.such} and {} stay.") == "f5 or esc; {no.such} and {} stay."
    say_keys({})
    assert key_for("today.notice") == "n"


def test_every_binding_that_a_sentence_names_is_there() -> None:
    files = [path.read_text("utf-8") for path in Path(recalibrate.__file__).parent.rglob("*.py")]
    trees = [ast.parse(file) for file in files if NAMED.search(file)]
    texts = [each.value for tree in trees for each in ast.walk(tree) if isinstance(each, ast.Constant)]
    named = {id for text in texts if isinstance(text, str) for id in NAMED.findall(text)}
    assert len(named) > 40
    assert not {id for id in named if not key_for(id)}


async def test_no_sentence_names_a_key_that_was_given_away(journal: Journal, clock: FixedClock) -> None:
    settings = Settings(seen_welcome=True, keymap=tuple(OWN.items()))
    app = RecalibrateApp(Session(journal, Drafts(None), settings, clock))
    async with app.run_test(size=(100, 60)) as pilot:
        await app.workers.wait_for_complete()  # the keys are held against all screens, which takes a moment
        await until(lambda: "When the next one comes, f5." in seen(app.screen))
        assert not app._notifications
        for screen in screens(app.session):
            await app.push_screen(screen)
            await until(lambda: seen(app.screen).strip())
            app.clear_notifications()
            await pilot.pause()
            assert not USUAL.findall(seen(app.screen)), seen(app.screen)
            await app.pop_screen()
        await app.push_screen(HelpScreen(app.screen))
        await until(lambda: "ctrl+x back" in seen(app.screen))


@pytest.mark.parametrize(("id", "said"), [("screen.undo", "ctrl+z")])
async def test_what_is_said_in_the_corner_names_it_too(id: str, said: str, app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        app.take_keys({id: said})
        app.screen.say(f"Deleted. {{{id}}} undoes it.")  # type: ignore[attr-defined]  # Today is one of ours
        await pilot.pause()
        assert [each.message for each in app._notifications] == [f"Deleted. {said} undoes it."]


def test_braces_that_somebody_typed_name_no_key() -> None:
    say_keys({})
    said = in_keys("Merged into {name}. {screen.undo} brings both back; {other} stays.", name="{today.notice} {name}")
    assert said == "Merged into {today.notice} {name}. u brings both back; {other} stays."


async def test_a_slip_with_braces_is_shown_as_it_was_typed(app: RecalibrateApp) -> None:
    slip = make_entry("Typed {today.notice} out")
    async with app.run_test() as pilot:
        await app.session.put(slip)
        await pilot.press("u")
        await until(lambda: app._notifications)
        (said,) = (str(each.message) for each in app._notifications)
        assert "“Typed {today.notice} out”" in said
        assert said.endswith("ctrl+r does it again.")
