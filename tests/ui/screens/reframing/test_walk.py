"""The guided reframe by keyboard: on, back, and what holds one."""

from __future__ import annotations

from textual.widgets import Input

from recalibrate.domain.records.entry import Entry, Path, Scope
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.summary import summary
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.page import PageScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.today.noticing import NoticingScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.writing import Writing
from tests.builders import TODAY
from tests.ui.screens.reframing.walk import PLAN, VOICE, begun, on, words, write
from tests.ui.waiting import until


async def test_a_slip_is_walked_to_a_decision_by_keys(app: RecalibrateApp, journal: Journal):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place", situation="meetings")
        await pilot.press("enter", "enter", "enter", "enter", "6", "enter")
        await pilot.pause()
        assert screen.draft.at is Prompt.VOICE
        await write(screen, pilot, voice=VOICE)
        await pilot.press("enter", "7", "enter")
        await pilot.pause()
        await pilot.press("w", "enter")
        await pilot.pause()
        await pilot.press("space", "enter")
        await pilot.pause()
        await write(screen, pilot, observation="This time I skipped a slide.")
        await pilot.press("enter", "4", "enter")
        await pilot.pause()
        await write(screen, pilot, ideas="When she asks, I'll check\nPrint it")
        await pilot.press("enter", "down", "space", "enter")
        await pilot.pause()
        await pilot.press("enter", "e", "enter")
        await pilot.pause()
        assert screen.query_one("#answer-action", Input).value == "Print it"
        await write(screen, pilot, **PLAN, probability=80)
        await on(pilot)
        assert screen.draft.at is Prompt.CLOSE
        await pilot.press("enter")
        await until(lambda: words(screen, "#written .title") == "Written down. You decide on 19 March.")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, NoticingScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, TodayScreen)
    (entry,), (experiment,) = journal.all(Entry), journal.all(Experiment)
    assert entry.voice
    assert (entry.sting, entry.scope, entry.voice.belief_before, entry.voice.belief_after) == (60, Scope.GLOBAL, 70, 40)
    assert entry.chosen_idea == "Print it"
    assert entry.triage
    assert entry.triage.choice is Path.EXPERIMENT
    assert experiment.status(TODAY) is Status.OPEN
    assert app.session.drafts.all() == []


async def test_the_first_prompt_says_why_it_holds(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot)
        await on(pilot)
        assert screen.draft.at is Prompt.WHAT_HAPPENED
        assert "what happened" in words(screen, "#pause")


async def test_enter_on_the_empty_first_field_says_so_and_stays(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert words(screen, "#pause") == "A few words are enough: what happened?"
        assert app.focused is screen.query_one("#answer-what_happened")
        await pilot.press("h", "i", "enter")
        await pilot.pause()
        assert app.focused is screen.query_one("#answer-when")


async def test_esc_goes_back_and_loses_nothing(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await on(pilot)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert screen.query_one("#answer-what_happened", Writing).text == "Lost my place"
        await on(pilot)
        assert screen.query_one("#answer-voice", Writing).text == VOICE


async def test_an_assumption_is_tested_on_a_road_of_three(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        await pilot.press("a")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, ReframeScreen)
        await write(screen, pilot, assumption="I listen well", sure_before=80)
        await on(pilot)
        await write(screen, pilot, expect_if_not="they repeat themselves")
        await on(pilot)
        assert screen.query_one("#answer-sign", Input).value == "they repeat themselves"
        await write(screen, pilot, cue="she talks", action="say it back", prediction="she nods", probability=70)
        await on(pilot)
        await pilot.press("enter")
        await until(lambda: journal.all(Experiment))
    (experiment,) = journal.all(Experiment)
    assert experiment.assumption_id
    assert experiment.status(TODAY) is Status.OPEN


async def test_a_parked_assumption_waits_on_today_and_is_told_when_it_is_taken_up_again(
    app: RecalibrateApp, journal: Journal
):
    async with app.run_test() as pilot:
        await pilot.press("a")
        await until(lambda: isinstance(app.screen, ReframeScreen))
        screen = app.screen
        assert isinstance(screen, ReframeScreen)
        await write(screen, pilot, assumption="I listen well", sure_before=80)
        await pilot.press("ctrl+s")
        await until(lambda: journal.all(Experiment) and isinstance(app.screen, TodayScreen))
        (plan,) = journal.all(Experiment)
        rows = app.screen.query_one(Rows)
        await until(lambda: any("I listen well" in row.content.plain for row in rows._rows))
        rows.show(rows._rows, at=f"plan:{plan.id}")
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, PlanScreen) and app.screen.draft.heading == "I listen well")
        await pilot.press("ctrl+n")
        await until(lambda: isinstance(app.screen, PlanScreen) and app.screen.draft.at is Prompt.CLOSE)
        assert isinstance(app.screen, PlanScreen)
        shown = summary(app.screen.draft, TODAY)
        assert shown.sentences[0].words == "“I listen well”"


async def test_what_a_date_is_read_as_stays_in_sight_in_a_low_window(app: RecalibrateApp):
    async with app.run_test(size=(60, 18)) as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await on(pilot, 4)
        await write(screen, pilot, ideas="say let me check")
        await on(pilot, 2)
        screen.query_one("#answer-decide_by").focus()
        await write(screen, pilot, decide_by="fri")
        echo = screen.query_one("#echo-decide_by")
        await until(lambda: echo.region.height > 0 and screen.pane.region.contains_region(echo.region))


async def test_f1_says_why_and_the_keys_line_where(app: RecalibrateApp):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        line = str(screen.query_one(KeysLine).render()).strip()
        assert line == "2 of 8   enter on   esc back   ctrl+s park it here   f1 help   f2 safety"
        await pilot.resize_terminal(60, 18)
        await until(lambda: screen.query_one(KeysLine).size.width == 60 - 4)
        line = str(screen.query_one(KeysLine).render()).strip()
        assert line == "enter on   esc back   ctrl+s park   f1 help   f2 safety"
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.focused is screen.query_one("#answer-voice")


async def test_esc_leaves_the_search_before_the_prompt(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await on(pilot)
        await on(pilot)
        assert screen.draft.at is Prompt.HABIT
        await pilot.press("slash", "z", "escape")
        await until(lambda: app.focused is screen.query_one("#answer-habits"))
        assert (screen.draft.at, screen.query_one("#habit-search", Input).value) == (Prompt.HABIT, "")
