from __future__ import annotations

from textual.pilot import Pilot

from recalibrate.domain.noticing import NoticingPlan
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.today.noticing import NoticingScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from tests.builders import FixedClock, make_entry, make_noticing_plan


async def park_one(pilot: Pilot[None]) -> None:
    """A first slip, parked."""
    await pilot.press("n", *"oops", "ctrl+s")
    await pilot.pause(0.1)


async def test_the_first_entry_ends_with_one_plan_which_stays_until_it_is_tried(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    async with app.run_test() as pilot:
        await park_one(pilot)
        assert isinstance(app.screen, NoticingScreen)
        assert app.screen.query_one(Line).value == "I hear “I always …”"
        await pilot.press("enter")
        await pilot.pause(0.1)
        (plan,) = journal.all(NoticingPlan)
        rows = app.screen.query_one(Rows)
        assert any("when I hear “I always …”, I press n" in row.content.plain for row in rows._rows)
        clock.advance(hours=1)
        rows.show(rows._rows, at=f"noticing:{plan.id}")
        await pilot.press("enter")
        assert isinstance(app.screen, ReframeScreen)
        await pilot.pause(0.1)
        assert journal.all(NoticingPlan)[0].tried_at == clock()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert not any("To notice next" in row.content.plain for row in rows._rows)


async def test_esc_skips_the_plan_and_it_is_not_offered_again(app: RecalibrateApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await park_one(pilot)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)
        await pilot.press("j", "escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)
        assert not journal.all(NoticingPlan)


async def test_a_slip_noticed_later_is_the_plan_tried(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    journal.put(make_entry(), make_noticing_plan())
    clock.advance(days=1)
    async with app.run_test() as pilot:
        await park_one(pilot)
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)
        assert journal.all(NoticingPlan)[0].tried_at == clock()
        await pilot.press("u")
        await pilot.pause(0.1)
        assert journal.all(NoticingPlan)[0].tried_at == clock()
