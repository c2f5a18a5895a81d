"""The page of the task: its levels, its lines worth repeating, its experiments."""

from __future__ import annotations

from datetime import timedelta

from recalibrate.domain.records.experiment import Experiment, Kind
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.tasks.a_try import TryScreen
from recalibrate.ui.screens.tasks.task_edit import TaskEditScreen
from recalibrate.ui.widgets.line import Line
from tests.builders import TODAY, make_attempt, make_experiment, make_improvement, make_task
from tests.ui.screens.tasks.task_page import done, fill, on_task, shown

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"


async def test_an_empty_page_teaches_one_key_and_a_task_is_made_with_it(app: RecalibrateApp, journal: Journal) -> None:
    async with on_task(app) as pilot:
        assert "No task yet. One small thing to practise, easier to harder: a." in shown(app)
        await pilot.press("a")
        fill(app, name="answer the phone", level0="a friend", level1="a shop")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, TaskEditScreen)  # two levels are refused, what was typed stays
        fill(app, level2="an office", situation="phone calls")
        await pilot.press("ctrl+s")
        await done(app, pilot)
        task = journal.all(Task)[0]
        assert (task.name, task.in_focus) == ("answer the phone", True)
        assert task.levels == ("a friend", "a shop", "an office")
        assert [each.name for each in journal.all(Situation)] == ["phone calls"]
        assert task.situation_id == journal.all(Situation)[0].id
        assert "an office" in shown(app)
        await pilot.press("u")
        await done(app, pilot)
        assert journal.all(Task) == []


async def test_what_was_typed_about_a_task_is_not_left_without_a_question(app: RecalibrateApp) -> None:
    async with on_task(app) as pilot:
        await pilot.press("a")
        fill(app, name="answer the phone")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        assert isinstance(app.screen, TaskEditScreen)
        assert app.screen.query_one("#name", Line).value == "answer the phone"


async def test_one_task_takes_the_focus_and_the_other_rests(app: RecalibrateApp, journal: Journal) -> None:
    old, new = make_task("old one"), make_task("new one", in_focus=False)
    journal.put(old, new)
    async with on_task(app) as pilot:
        assert "Resting" in shown(app)
        await pilot.press("end", "f")
        await done(app, pilot)
        assert {each.name: each.in_focus for each in journal.all(Task)} == {"old one": False, "new one": True}
        await pilot.press("z")
        await done(app, pilot)
        assert journal.all(Task)[1].archived_at is not None
        assert "Archived" in shown(app)
        await pilot.press("u")
        await done(app, pilot)
        assert journal.all(Task)[1].archived_at is None


async def test_levels_are_edited_and_their_tries_go_along(app: RecalibrateApp, journal: Journal) -> None:
    task = make_task()
    attempt = make_attempt(task.id, level=2, done=Doing.NO)
    journal.put(task, attempt)
    async with on_task(app) as pilot:
        await pilot.press("e")
        fill(app, level2="a hotline", level3="an office")
        await pilot.press("ctrl+s")
        await done(app, pilot)
        assert journal.all(Task)[0].levels == ("a friend", "a shop", "a hotline", "an office")
        assert journal.all(Attempt)[0].level == 3


async def test_a_line_worth_repeating_is_added_edited_archived_and_brought_back(
    app: RecalibrateApp, journal: Journal
) -> None:
    task = make_task()
    journal.put(task, make_attempt(task.id, done=Doing.YES))
    async with on_task(app) as pilot:
        await pilot.press("i")
        fill(app, line="stand up first")
        await pilot.press("enter")
        await done(app, pilot)
        for _ in task.levels:
            await pilot.press("down")
        await pilot.press("e")
        fill(app, line="stand up before dialling")
        await pilot.press("enter")
        await done(app, pilot)
        assert [each.text for each in journal.all(Improvement)] == ["stand up before dialling"]
        await pilot.press("z")
        await done(app, pilot)
        assert journal.all(Improvement)[0].archived_at is not None
        await pilot.press("z")
        await done(app, pilot)
        assert journal.all(Improvement)[0].archived_at is None


async def test_an_experiment_with_the_task_is_shown_and_opened(app: RecalibrateApp, journal: Journal) -> None:
    task = make_task()
    yesterday = TODAY - timedelta(days=1)
    journal.put(task, make_experiment(kind=Kind.TASK, task_id=task.id, action="ring the shop", deadline=yesterday))
    async with on_task(app) as pilot:
        assert "ring the shop" in shown(app)
        assert "waits for a decision" in shown(app)
        await pilot.press("end", "enter")
        assert isinstance(app.screen, DecideScreen)


async def test_an_experiment_begins_at_a_level_and_is_begun_only_once(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        for _ in range(2):
            await pilot.press("home", "down", "p")
            await done(app, pilot)
            assert isinstance(app.screen, PlanScreen)
            await pilot.press("escape")
            await done(app, pilot)
        assert [(each.kind, each.action) for each in journal.all(Experiment)] == [(Kind.TASK, "a shop")]
        assert "not started" in shown(app)


async def test_hostile_words_are_shown_as_they_are(app: RecalibrateApp, journal: Journal) -> None:
    task = make_task(HOSTILE, levels=(HOSTILE + "1", HOSTILE + "2", HOSTILE + "3"))
    attempt = make_attempt(task.id, done=Doing.YES, note=HOSTILE)
    journal.put(task, attempt, make_improvement(HOSTILE, task_id=task.id, attempt_id=None))
    async with on_task(app) as pilot:
        assert "[/b] [@click=app.quit]x[/] ␛[31m1" in shown(app)
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, TryScreen)
        await pilot.press("escape", "e")
        assert isinstance(app.screen, TaskEditScreen)
