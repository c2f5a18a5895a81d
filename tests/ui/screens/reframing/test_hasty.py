"""A reframe that is left, or answered, before its first prompt stands."""

from __future__ import annotations

import asyncio

import pytest

from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.today.today import TodayScreen
from tests.builders import make_experiment
from tests.ui.waiting import until

TURNS = (0, 2, 5, 10, 20)
"""How far a screen is built after so many turns of the loop: not at all, its frame, its prompt without fields."""


@pytest.mark.parametrize("way", ["pop_screen", "action_back"])
async def test_a_plan_left_while_it_is_built_is_left(way: str, app: RecalibrateApp, journal: Journal) -> None:
    plan = make_experiment(started_at=None, deadline=None)
    journal.put(plan)
    async with app.run_test() as pilot:
        for turns in TURNS:
            screen = PlanScreen(app.session, plan.id)
            app.push_screen(screen)
            for _ in range(turns):
                await asyncio.sleep(0)
            if way == "pop_screen":
                app.pop_screen()
            else:
                screen.action_back()
            await until(lambda: isinstance(app.screen, TodayScreen))
            await pilot.pause()


async def test_an_enter_before_the_first_prompt_stands_waits_for_it(app: RecalibrateApp, journal: Journal) -> None:
    plan = make_experiment(started_at=None, deadline=None)
    journal.put(plan)
    async with app.run_test():
        for turns in TURNS:
            screen = PlanScreen(app.session, plan.id)
            app.push_screen(screen)
            for _ in range(turns):
                await asyncio.sleep(0)
            await screen.action_enter()
            assert screen.focused is screen.pane.answers()[1]
            await app.pop_screen()
