"""The words of a reframe on disk: parked, left, resumed, ended, and a disk that takes nothing."""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from pathlib import Path as FilePath

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.documents import decode
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.reframing.keeping import KEEP_WITHIN
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.today.noticing import NoticingScreen
from recalibrate.ui.screens.today.today import TodayScreen
from tests.builders import FixedClock, make_entry, make_experiment
from tests.ui.screens.reframing.walk import VOICE, begun, on, on_a_disk_that_takes_nothing, words, write
from tests.ui.waiting import until


async def test_a_plan_left_half_filled_is_said_to_be_under_running(app: RecalibrateApp, journal: Journal):
    plan = make_experiment(started_at=None)
    journal.put(plan)
    async with app.run_test() as pilot:
        app.push_screen(PlanScreen(app.session, plan.id))
        await pilot.pause()
        await pilot.press("x", "escape")
        await until(lambda: isinstance(app.screen, TodayScreen))
        assert "Kept as it is. Today has it under Not started." in [each.message for each in app._notifications]


async def test_ctrl_s_parks_what_there_is(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("ctrl+s")
        await until(lambda: isinstance(app.screen, NoticingScreen))
        await pilot.press("escape")  # the first plan for noticing
        assert isinstance(app.screen, TodayScreen)
    (entry,) = journal.all(Entry)
    assert entry.is_parked
    assert app.session.drafts.all() == []


async def test_leaving_keeps_the_draft_and_today_resumes_it_at_its_prompt(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await pilot.press("escape", "escape")
        await until(lambda: isinstance(app.screen, TodayScreen))
        assert not journal.all(Entry)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, ReframeScreen)
        assert app.screen.draft.voice == VOICE


async def test_an_empty_draft_leaves_no_trace(app: RecalibrateApp):
    async with app.run_test() as pilot:
        await begun(app, pilot)
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, TodayScreen))
        assert app.session.drafts.all() == []


async def test_a_draft_is_on_disk_within_a_second_of_the_first_key(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost")
        assert KEEP_WITHIN < 1
        await until(app.session.drafts.all)
        ((id, document),) = app.session.drafts.all()
        assert (id, decode(type(screen.draft), document)) == (screen.draft.id, screen.draft)


async def test_the_draft_is_kept_when_the_app_ends_at_once(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
    ((_, document),) = app.session.drafts.all()
    assert document["what_happened"] == screen.draft.what_happened


async def test_the_draft_is_kept_when_the_machine_ends_the_program(app: RecalibrateApp):
    async with app.run_test() as pilot:
        await begun(app, pilot, what_happened="Lost my place")
        os.kill(os.getpid(), signal.SIGTERM)
        await until(app.session.drafts.all)
        ((_, document),) = app.session.drafts.all()
        assert document["what_happened"] == "Lost my place"


async def test_a_parked_slip_is_gone_on_with_at_the_voice(app: RecalibrateApp, journal: Journal):
    entry = make_entry()
    journal.put(entry)
    async with app.run_test() as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, ReframeScreen)
        assert app.screen.draft.at is Prompt.VOICE
        await write(app.screen, pilot, voice=VOICE)
        await pilot.press("ctrl+s")
        await until(lambda: not isinstance(app.screen, ReframeScreen))
    (kept,) = journal.all(Entry)
    assert kept.id == entry.id
    assert kept.voice
    assert kept.voice.text == VOICE


async def test_going_on_with_a_slip_twice_finds_the_words_of_the_first_time(app: RecalibrateApp, journal: Journal):
    entry = make_entry()
    journal.put(entry)
    async with app.run_test() as pilot:
        for _ in range(2):
            app.push_screen(ReframeScreen(app.session, entry_id=entry.id))
            await pilot.pause()
            assert isinstance(app.screen, ReframeScreen)
            if not app.screen.draft.voice:
                await write(app.screen, pilot, voice=VOICE)
                await pilot.press("escape", "escape")
                await until(lambda: isinstance(app.screen, TodayScreen))
        assert app.screen.draft.voice == VOICE
    assert len(app.session.drafts.all()) == 1


async def test_a_long_sitting_is_offered_a_parking_place_once(app: RecalibrateApp, clock: FixedClock):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        screen.look_at_the_clock()
        assert screen.query_one("#reframe-aside").has_class("folded")
        clock.now += timedelta(minutes=21)
        screen.look_at_the_clock()
        assert "for a while" in words(screen, "#reframe-aside")
        await on(pilot)
        screen.look_at_the_clock()
        assert screen.query_one("#reframe-aside").has_class("folded")


async def test_esc_stays_with_the_words_when_the_draft_is_not_on_disk(app: RecalibrateApp, tmp_path: FilePath):
    on_a_disk_that_takes_nothing(app, tmp_path)
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("escape")
        await until(lambda: len(app._notifications) == 1)  # it says that the words are not on disk
        assert app.screen is screen
        assert screen.draft.what_happened == "Lost my place"
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("n")
        await until(lambda: app.screen is screen)
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(lambda: isinstance(app.screen, TodayScreen))


async def test_the_app_ends_quietly_when_the_draft_cannot_be_kept(app: RecalibrateApp, tmp_path: FilePath):
    on_a_disk_that_takes_nothing(app, tmp_path)
    async with app.run_test() as pilot:
        await begun(app, pilot, what_happened="Lost my place")
        app.exit()
    assert app.return_code == 0


async def test_a_disk_that_takes_writing_again_lets_one_leave(app: RecalibrateApp, tmp_path: FilePath):
    on_a_disk_that_takes_nothing(app, tmp_path)
    async with app.run_test() as pilot:
        await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("escape")
        await until(lambda: len(app._notifications) == 1)  # it says that the words are not on disk
        (tmp_path / "drafts").unlink()
        await pilot.press("escape")
        await until(lambda: isinstance(app.screen, TodayScreen))
        ((_, document),) = app.session.drafts.all()
        assert document["what_happened"] == "Lost my place"


async def test_quitting_holds_while_the_words_are_not_on_disk_and_can_be_insisted_on(
    app: RecalibrateApp, tmp_path: FilePath
):
    on_a_disk_that_takes_nothing(app, tmp_path)
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("ctrl+q")
        await until(lambda: len(app._notifications) == 1)  # it says that the words are not on disk
        assert app.screen is screen
        assert app.return_code is None
        await pilot.press("ctrl+q")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(lambda: app.return_code == 0)
