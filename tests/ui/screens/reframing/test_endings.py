"""The end of a reframe: kept once, refused, or not mine."""

from __future__ import annotations

from textual import events

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.today.noticing import NoticingScreen
from tests.builders import TODAY, make_experiment
from tests.ui.screens.reframing.walk import PLAN, begun, on, words, write
from tests.ui.waiting import until


async def test_enter_twice_at_the_end_keeps_it_once(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot, 5)
        await write(screen, pilot, **PLAN, probability=80)
        await on(pilot)
        for _ in range(2):
            app.post_message(events.Key("enter", None))
        await until(lambda: app.screen is not screen)
    assert [each.started_at is not None for each in journal.all(Experiment)] == [True]
    assert len(journal.all(Entry)) == 1
    assert screen.kept
    assert screen.kept.experiment


async def test_a_fourth_experiment_is_refused_by_name_and_its_plan_kept(app: RecalibrateApp, journal: Journal):
    journal.put(*(make_experiment(action=f"try {word}") for word in ("one", "two", "three")))
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot, 5)
        assert screen.draft.at is Prompt.PLAN
        await write(screen, pilot, **PLAN, probability=80)
        await on(pilot)
        assert "try two" in words(screen, ".plan-note")
        await pilot.press("enter")
        await until(lambda: words(screen, "#written .title") == "Written down. The plan is kept as a draft.")
        assert "try two" in words(screen, "#written .lead")
    assert len(journal.all(Entry)) == 1
    assert [each.status(TODAY) for each in journal.all(Experiment)].count(Status.DRAFT) == 1


async def test_not_mine_closes_with_its_sentence_and_the_safety_key(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Was shouted at")
        await on(pilot, 4)
        await pilot.press("enter", "n", "enter")
        await pilot.pause()
        assert "not your slip to reframe" in words(screen, ".plan-note")
        await pilot.press("enter")
        await until(lambda: "f2" in words(screen, "#written .lead"))
    assert not journal.all(Experiment)


async def test_a_stray_u_undoes_nothing_that_was_kept_earlier(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("ctrl+s")
        await until(lambda: isinstance(app.screen, NoticingScreen))
        await pilot.press("escape")  # the first plan for noticing
        await begun(app, pilot, what_happened="Lost it again")
        await pilot.press("enter", "enter", "enter", "enter", "u")
        await pilot.pause()
    assert len(journal.all(Entry)) == 1
