"""Small questions with lines: keys typed ahead, and leaving what was typed."""

from __future__ import annotations

import pytest
from textual import events
from textual.containers import Vertical
from textual.pilot import Pilot

from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.journaling.edit_small import RateScreen
from recalibrate.ui.widgets.line import Line
from tests.ui.waiting import until


class TwoLines(AskScreen[dict[str, str]]):
    question = "Two lines"
    fields = (("first", "First", ""), ("second", "Second", ""))

    def answer(self, typed: dict[str, str]) -> dict[str, str]:
        return typed


async def asked(app: RecalibrateApp, pilot: Pilot[None]) -> list[dict[str, str] | None]:
    """Where the answer will be, once the question is on the screen."""
    answers: list[dict[str, str] | None] = []
    await app.push_screen(TwoLines(), answers.append)
    await pilot.pause()
    return answers


def type_ahead(app: RecalibrateApp, keys: str) -> None:
    """All keys at once, as a terminal sends what was typed while the app was busy."""
    for key in keys:
        enter = key == "\n"
        app.post_message(events.Key("enter" if enter else key, "\r" if enter else key))


async def test_words_typed_ahead_reach_their_own_line(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        answers = await asked(app, pilot)
        type_ahead(app, "one\ntwo\nx")
        await pilot.pause()
        await pilot.pause()
        assert answers == [{"first": "one", "second": "two"}]


async def test_escape_asks_before_typed_words_are_left(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        answers = await asked(app, pilot)
        app.screen.query_one("#first", Line).value = "words"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        assert isinstance(app.screen, TwoLines)
        assert app.screen.query_one("#first", Line).value == "words"
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("y")
        await pilot.pause()
        assert answers == [None]


async def test_escape_leaves_an_untouched_question_at_once(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        answers = await asked(app, pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert answers == [None]


@pytest.mark.parametrize("key", ["escape", "enter", "n"])
async def test_only_y_leaves_what_was_typed(app: RecalibrateApp, key: str) -> None:
    async with app.run_test() as pilot:
        answers = await asked(app, pilot)
        app.screen.query_one("#first", Line).value = "words"
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press(key)
        await until(lambda: isinstance(app.screen, TwoLines))
        assert app.screen.query_one("#first", Line).value == "words"
        assert answers == []


async def test_escape_says_no_to_any_other_question(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        answers: list[bool | None] = []
        await app.push_screen(ConfirmScreen("Empty the bin?"), answers.append)
        await pilot.press("escape")
        await pilot.pause()
        assert answers == [False]


async def test_quitting_asks_before_words_typed_in_a_small_question_are_left(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await asked(app, pilot)
        app.screen.query_one("#first", Line).value = "words"
        app.action_cover()  # what lies above the question does not hide that something was typed
        await pilot.press("ctrl+q")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("ctrl+q", "n")  # asked already
        await until(lambda: not isinstance(app.screen, ConfirmScreen))
        assert app.return_code is None
        await pilot.press("ctrl+q")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(lambda: app.return_code == 0)


async def test_another_value_is_not_left_unasked(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        answers: list[str | None] = []
        await app.push_screen(RateScreen("How much did it sting?", "40"), answers.append)
        for key in ("escape", "ctrl+q"):
            await pilot.press("6", key)
            await until(lambda: isinstance(app.screen, ConfirmScreen))
            await pilot.press("n")
            await until(lambda: isinstance(app.screen, RateScreen))
        await pilot.press("4", "escape")
        await until(lambda: answers == [None])


async def test_the_question_before_leaving_lies_over_the_whole_box(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await asked(app, pilot)
        box = app.screen.query_one(Vertical)
        await pilot.press("x", "escape")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        question = app.screen.query_one(Vertical)
        await until(lambda: bool(question.region) and question.region.contains_region(box.region))
