from __future__ import annotations

from datetime import timedelta

from textual.pilot import Pilot

from recalibrate.domain.records.experiment import Extension
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.overhaul import FirstDateScreen, OverhaulScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.line import Line
from tests.builders import NOW, TODAY, make_overhaul
from tests.ui.screens.experimenting.experiment_page import said


def only(journal: Journal) -> Overhaul:
    return journal.all(Overhaul)[0]


async def typed(app: RecalibrateApp, pilot: Pilot[None], **lines: str) -> None:
    """Fill in the question that stands in the middle, and answer it."""
    await pilot.pause()
    for name, text in lines.items():
        app.screen.query_one(f"#{name}", Line).value = text
    await pilot.press("ctrl+s")
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_what_is_due_on_today_is_dropped_only_with_a_line_why(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_overhaul(deadline=TODAY - timedelta(days=1)))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, OverhaulScreen)
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert only(journal).ending is None
        await typed(app, pilot, why="The team has another sheet.")
        assert (only(journal).ending, only(journal).why) == (Ending.DROPPED, "The team has another sheet.")
        assert isinstance(app.screen, TodayScreen)


async def test_its_date_is_moved_once_and_a_second_time_refused(app: RecalibrateApp, journal: Journal) -> None:
    before = Extension(extended_at=NOW, deadline_before=TODAY - timedelta(days=9), reason="She was away.")
    journal.put(make_overhaul(deadline=TODAY - timedelta(days=1), extension=before))
    async with app.run_test() as pilot:
        await pilot.press("enter", "x")
        await app.workers.wait_for_complete()
        assert said(app) == ["Its date has been moved once. Close it as done or dropped."]


async def test_one_without_a_date_is_given_one(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_overhaul(deadline=None))
    async with app.run_test() as pilot:
        await pilot.press("enter", "x")
        await pilot.pause()
        assert isinstance(app.screen, FirstDateScreen)
        await typed(app, pilot, date="in 3 weeks")
        assert only(journal).deadline == TODAY + timedelta(weeks=3)
        assert only(journal).extension is None
