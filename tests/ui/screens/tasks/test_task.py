from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from textual.pilot import Pilot

from recalibrate.domain.records.experiment import Experiment, Kind
from recalibrate.domain.records.rating import Context, Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Attempt, Doing, Improvement, Task
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.tasks.a_try import TryScreen
from recalibrate.ui.screens.tasks.task import TaskScreen
from recalibrate.ui.screens.tasks.task_edit import TaskEditScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, TODAY, FixedClock, make_attempt, make_experiment, make_improvement, make_task
from tests.ui.waiting import until

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"


@asynccontextmanager
async def on_task(app: RecalibrateApp) -> AsyncIterator[Pilot[None]]:
    """The app with the task screen open."""
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("t")
        assert isinstance(app.screen, TaskScreen)
        yield pilot


async def done(app: RecalibrateApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def shown(app: RecalibrateApp) -> str:
    return "\n".join(row.content.plain for row in app.screen.query_one(Rows)._rows)


def fill(app: RecalibrateApp, **lines: str) -> None:
    for name, words in lines.items():
        app.screen.query_one(f"#{name}", Line).value = words


async def test_an_empty_page_teaches_one_key_and_a_task_is_made_with_it(
    app: RecalibrateApp, journal: Journal
) -> None:
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


async def test_a_try_is_logged_with_a_dozen_keys(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        await pilot.press("down", "n", "enter", "6", "enter", "4", "enter", "y", "enter", "3", "ctrl+s")
        await done(app, pilot)
        assert isinstance(app.screen, TaskScreen)
        attempt = journal.all(Attempt)[0]
        assert (attempt.level, attempt.can_do_before, attempt.dread_before) == (1, 60, 40)
        assert (attempt.done, attempt.difficulty_after) == (Doing.YES, 30)
        assert {each.context for each in journal.all(Rating)} == {Context.BEFORE_TRY}
        assert "1 of 1" in shown(app)
        await pilot.press("u")
        await done(app, pilot)
        assert journal.all(Attempt) == []
        assert journal.all(Rating) == []


async def test_a_try_is_opened_before_the_event_and_closed_after_it(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        await pilot.press("b", "enter", "5", "enter", "7", "enter")
        await done(app, pilot)
        opened = journal.all(Attempt)[0]
        assert (opened.done, opened.dread_before) == (None, 70)
        assert "c closes it" in shown(app)
        clock.advance(hours=2)
        await pilot.press("c")
        assert not app.screen.query("#can_do")  # what was rated before stays as it was given
        await pilot.press("p", "enter", "2")
        assert app.screen.query_one("#difficulty").said == "dread before: 70"
        await pilot.press("ctrl+s")
        await done(app, pilot)
        closed = journal.all(Attempt)[0]
        assert (closed.id, closed.done, closed.can_do_before) == (opened.id, Doing.PARTLY, 50)
        assert (closed.opened_at, closed.closed_at) == (NOW, NOW + timedelta(hours=2))
        assert "c closes it" not in shown(app)


async def test_what_made_it_easier_is_noted_and_ticked_later(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        await pilot.press("n", "enter", "6", "enter", "4", "enter", "y", "enter", "3", "enter", "enter")
        fill(app, improvement="breathe out first")
        await pilot.press("enter")
        await done(app, pilot)
        assert "no later try yet" in shown(app)
        clock.advance(days=1)
        await pilot.press("n", "enter", "6", "enter", "4", "enter", "y", "enter", "3", "enter", "enter")
        await pilot.press("space", "ctrl+s")
        await done(app, pilot)
        assert journal.all(Attempt)[1].improvements_used == (journal.all(Improvement)[0].id,)
        assert "used again 1 of 1" in shown(app)


async def test_what_was_given_is_offered_again_after_escape_and_today_does_not_take_it_for_a_slip(
    app: RecalibrateApp, journal: Journal
) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        await pilot.press("n", "enter", "6")
        app.screen.query_one("#note", Writing).text = "it rang long"
        await pilot.pause()
        await pilot.press("escape")
        await done(app, pilot)
        await pilot.press("n")
        assert isinstance(app.screen, TryScreen)
        assert app.screen.query_one("#note", Writing).text == "it rang long"
        assert app.screen.draft.can_do == 60
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, TodayScreen)
        assert "An unfinished slip" not in shown(app)


async def test_a_try_without_what_was_done_is_refused_and_nothing_is_lost(
    app: RecalibrateApp, journal: Journal
) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        await pilot.press("n", "enter", "6", "ctrl+s")
        await done(app, pilot)
        assert isinstance(app.screen, TryScreen)
        assert app.screen.focused is not None
        assert app.screen.focused.id == "done"
        assert journal.all(Attempt) == []


async def test_a_try_is_edited_and_deleted_with_its_ratings_and_comes_back(
    app: RecalibrateApp, journal: Journal
) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        await pilot.press("n", "enter", "6", "enter", "4", "enter", "n", "ctrl+s")
        await done(app, pilot)
        await pilot.press("end", "e", "tab", "y", "ctrl+s")
        await done(app, pilot)
        assert journal.all(Attempt)[0].done is Doing.YES
        await pilot.press("end", "delete")
        await done(app, pilot)
        assert (journal.all(Attempt), journal.all(Rating)) == ([], [])
        await pilot.press("u")
        await done(app, pilot)
        assert len(journal.all(Attempt)) == 1
        assert len(journal.all(Rating)) == 2


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


async def test_a_try_of_another_year_keeps_its_day_apart(app: RecalibrateApp, journal: Journal) -> None:
    task = make_task()
    journal.put(task, make_attempt(task.id, done=Doing.YES, opened_at=NOW - timedelta(days=75)))
    async with on_task(app):
        row = next(line for line in shown(app).split("\n") if " 2025" in line)
        assert row.split("2025")[1].startswith("  ")


async def test_ctrl_n_goes_on_from_any_field_of_a_try_and_keeps_it_at_the_end(
    app: RecalibrateApp, journal: Journal
) -> None:
    journal.put(make_task())
    async with on_task(app) as pilot:
        await pilot.press("n", "ctrl+n", "6", "ctrl+n", "4", "ctrl+n", "y", "ctrl+n", "3", "ctrl+n", "ctrl+n", "ctrl+n")
        await until(lambda: [each.done for each in journal.all(Attempt)] == [Doing.YES])
