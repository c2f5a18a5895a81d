"""A try at the task: before the event, after it, and put right later."""

from __future__ import annotations

from datetime import timedelta

from recalibrate.domain.records.rating import Context, Rating
from recalibrate.domain.records.task import Attempt, Doing, Improvement
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.tasks.a_try import TryScreen
from recalibrate.ui.screens.tasks.task import TaskScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, FixedClock, make_attempt, make_task
from tests.ui.screens.tasks.task_page import done, fill, on_task, shown
from tests.ui.waiting import until


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
        await until(lambda: app.focused is not None and app.focused.id == "done")
        assert isinstance(app.screen, TryScreen)
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
