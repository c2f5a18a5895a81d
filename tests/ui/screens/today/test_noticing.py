from __future__ import annotations

from textual.pilot import Pilot

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.today.noticing import NoticingScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from tests.builders import FixedClock, make_entry, make_noticing_plan
from tests.ui.waiting import until


async def park_one(pilot: Pilot[None]) -> None:
    """A slip, parked."""
    await pilot.press("n", *"oops", "ctrl+s")
    await until(lambda: not isinstance(pilot.app.screen, ReframeScreen))
    await pilot.pause()


async def test_the_first_entry_ends_with_one_plan_which_stays_until_it_is_tried(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    async with app.run_test() as pilot:
        await park_one(pilot)
        assert isinstance(app.screen, NoticingScreen)
        assert app.screen.query_one(Line).value == "I hear “I always …”"
        await pilot.press("enter")
        await until(lambda: journal.all(NoticingPlan) and isinstance(app.screen, TodayScreen))
        await pilot.pause()
        (plan,) = journal.all(NoticingPlan)
        rows = app.screen.query_one(Rows)
        assert any("when I hear “I always …”, I press n" in row.content.plain for row in rows._rows)
        clock.advance(hours=1)
        rows.show(rows._rows, at=f"noticing:{plan.id}")
        await pilot.press("enter")
        assert isinstance(app.screen, ReframeScreen)
        await until(lambda: journal.all(NoticingPlan)[0].tried_at == clock())
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert not any("To notice next" in row.content.plain for row in rows._rows)


async def test_esc_skips_the_plan_and_it_is_not_offered_again(app: RecalibrateApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await park_one(pilot)
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, TodayScreen))
        await pilot.press("j", "escape")
        await until(lambda: isinstance(app.screen, TodayScreen))
        assert not journal.all(NoticingPlan)


async def test_a_slip_noticed_later_is_the_plan_tried(app: RecalibrateApp, journal: Journal, clock: FixedClock) -> None:
    journal.put(make_entry(), make_noticing_plan())
    clock.advance(days=1)
    async with app.run_test() as pilot:
        await park_one(pilot)
        await until(lambda: journal.all(NoticingPlan)[0].tried_at == clock())
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("u")
        await until(lambda: len(journal.all(Entry)) == 1)
        assert journal.all(NoticingPlan)[0].tried_at == clock()
