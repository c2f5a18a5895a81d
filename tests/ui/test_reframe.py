"""The guided reframe by keyboard: on, back, park, resume, and what is on disk after each."""

from __future__ import annotations

import os
import signal
from datetime import timedelta
from pathlib import Path as FilePath
from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Static

from recalibrate.domain.entry import Entry, Path, Scope
from recalibrate.domain.experiment import Experiment, Status
from recalibrate.domain.own_habit import OwnHabit
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.documents import decode
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.page import PageScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.today.noticing import NoticingScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing
from tests.builders import TODAY, FixedClock, make_entry, make_experiment, make_situation

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"
VOICE = "I'm hopeless at this, I always freeze"
PLAN = {
    "cue": "she asks for a number",
    "action": "say let me check",
    "prediction": "she waits",
    "sign": "the meeting goes on",
}


async def begun(app: RecalibrateApp, pilot: Pilot[None], **answers: Any) -> ReframeScreen:
    """The reframe, opened from Today, with these answers at its first prompts."""
    await pilot.press("n")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, ReframeScreen)
    await write(screen, pilot, **answers)
    return screen


async def write(screen: ReframeScreen, pilot: Pilot[None], **answers: Any) -> None:
    """Put answers into the fields of the prompt one stands at."""
    for field, value in answers.items():
        answer = screen.query_one(f"#answer-{field}")
        if isinstance(answer, Writing):
            answer.text = value
        elif isinstance(answer, Input):
            answer.value = value
        elif isinstance(answer, Rating):
            answer.action_rate(value)
    await pilot.pause()


async def on(pilot: Pilot[None], times: int = 1) -> None:
    for _ in range(times):
        await pilot.press("ctrl+n")
        await pilot.pause()


def words(screen: ReframeScreen, selector: str) -> str:
    return str(screen.query_one(selector, Static).content)


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
        await pilot.pause(0.1)
        assert words(screen, "#written .title") == "Written down. You decide on 19 March."
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


async def test_keys_typed_ahead_keep_their_order(app: RecalibrateApp):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot)
        for key in "Lost it⏎⏎mail⏎AB⏎6⏎I always do⏎7⏎w⏎ ⏎":
            name = {"⏎": "enter", " ": "space"}.get(key, key)
            app.post_message(events.Key(name, None if key == "⏎" else key))
        await pilot.pause(0.5)
        draft = screen.draft
        assert (draft.what_happened, draft.situation, draft.people, draft.sting) == ("Lost it", "mail", "AB", 60)
        assert (draft.voice, draft.belief_before, draft.scope) == ("I always do", 70, Scope.GLOBAL)
        assert len(draft.habits) == 1
        assert draft.at is Prompt.OBSERVATION


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


async def test_a_plan_left_half_filled_is_said_to_be_under_running(app: RecalibrateApp, journal: Journal):
    plan = make_experiment(started_at=None)
    journal.put(plan)
    async with app.run_test() as pilot:
        app.push_screen(PlanScreen(app.session, plan.id))
        await pilot.pause()
        await pilot.press("x", "escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)
        assert "Kept as it is. Today has it under Running." in [each.message for each in app._notifications]


async def test_a_time_that_cannot_be_read_is_said_once_at_its_field(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place", when="blurgh")
        await on(pilot)
        assert screen.draft.at is Prompt.WHAT_HAPPENED
        assert "yesterday" in words(screen, "#pause")
        assert app.focused is screen.query_one("#answer-when")
        await on(pilot)
        assert screen.draft.at is Prompt.VOICE


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


async def test_enter_twice_at_the_end_keeps_it_once_and_says_the_date(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot, 5)
        await write(screen, pilot, **PLAN, probability=80)
        await on(pilot)
        for _ in range(2):
            app.post_message(events.Key("enter", None))
        await pilot.pause(0.2)
    assert [each.started_at is not None for each in journal.all(Experiment)] == [True]
    assert len(journal.all(Entry)) == 1
    assert screen.kept
    assert screen.kept.experiment


async def test_ctrl_s_parks_what_there_is(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("ctrl+s")
        await pilot.pause(0.1)
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
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)
        assert not journal.all(Entry)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, ReframeScreen)
        assert app.screen.draft.voice == VOICE


async def test_an_empty_draft_leaves_no_trace(app: RecalibrateApp):
    async with app.run_test() as pilot:
        await begun(app, pilot)
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)
        assert app.session.drafts.all() == []


async def test_a_draft_is_on_disk_within_a_second_of_the_first_key(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost")
        await pilot.pause(0.9)
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
        await pilot.pause(0.1)
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
        await pilot.pause(0.1)
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
                await pilot.pause(0.1)
        assert app.screen.draft.voice == VOICE
    assert len(app.session.drafts.all()) == 1


async def test_the_words_are_marked_only_after_the_scope_was_answered(app: RecalibrateApp):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await on(pilot)
        assert words(screen, "#cues") == ""
        assert "∞" not in words(screen, ".voice")
        await pilot.press("m")
        await pilot.pause()
        assert "Worth a look?" in words(screen, "#cues")
        assert "always∞" in words(screen, ".voice")
        assert screen.draft.scope is Scope.LOCAL


async def test_a_word_that_is_fine_is_never_marked_again(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice="I always freeze")
        await on(pilot)
        await pilot.press("w", "x")
        await pilot.pause(0.1)
        assert app.session.settings.dismissed_cues == ("always",)
        assert words(screen, "#cues") == ""
        assert "∞" not in words(screen, ".voice")


async def test_the_earlier_belief_appears_with_the_new_one(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE, belief_before=70)
        await on(pilot, 3)
        rating = screen.query_one("#answer-belief_after", Rating)
        assert (rating.value, rating.said) == (None, "")
        rating.action_rate(40)
        await pilot.pause()
        assert rating.said == "felt 70 → 40"


async def test_hostile_text_shows_as_typed_at_every_prompt(app: RecalibrateApp, journal: Journal):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot, what_happened=HOSTILE, situation=HOSTILE, people=HOSTILE)
        await on(pilot)
        await write(screen, pilot, voice=HOSTILE)
        await on(pilot)
        assert "[@click=app.quit]x[/] ␛[31m" in words(screen, ".slip")
        assert "[/b] [@click=app.quit]x[/] ␛[31m" in words(screen, ".voice")
        await pilot.press("w")
        await on(pilot, 2)
        await write(screen, pilot, observation=HOSTILE)
        await on(pilot)
        await write(screen, pilot, ideas=f"{HOSTILE}\n{HOSTILE}")
        await pilot.press("enter")
        await on(pilot, 2)
        await write(screen, pilot, **dict.fromkeys(PLAN, HOSTILE), probability=10, decide_by=HOSTILE)
        await on(pilot, 2)
        assert screen.draft.at is Prompt.CLOSE
        assert "\x1b" not in app.export_screenshot()
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert screen.kept
    assert journal.all(Entry)[0].what_happened == HOSTILE


async def test_a_long_paste_is_taken_whole(app: RecalibrateApp, journal: Journal):
    text = "I always forget this. " * 455
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot, what_happened=text)
        await on(pilot)
        await write(screen, pilot, voice=text)
        await on(pilot)
        await pilot.press("w", "enter")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
    assert journal.all(Entry)[0].what_happened == text.strip()


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
        await pilot.pause(0.1)
        assert words(screen, "#written .title") == "Written down. The plan is kept as a draft."
        assert "try two" in words(screen, "#written .lead")
    assert len(journal.all(Entry)) == 1
    assert [each.status(TODAY) for each in journal.all(Experiment)].count(Status.DRAFT) == 1


async def test_a_low_can_do_asks_once_for_something_smaller(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot, 5)
        await write(screen, pilot, **PLAN, probability=80, can_do=30)
        await on(pilot)
        assert screen.draft.at is Prompt.PLAN
        assert "Smaller?" in words(screen, "#pause")
        assert app.focused is screen.query_one("#answer-action")
        await on(pilot)
        assert screen.draft.at is Prompt.CLOSE


async def test_the_question_for_something_smaller_goes_with_a_higher_can_do(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot, 5)
        await write(screen, pilot, **PLAN, probability=80, can_do=30)
        await on(pilot)
        await write(screen, pilot, cue="he asks for a number")
        assert not screen.query_one("#pause").has_class("folded")
        await write(screen, pilot, can_do=80)
        assert screen.query_one("#pause").has_class("folded")


async def test_not_mine_closes_with_its_sentence_and_the_safety_key(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Was shouted at")
        await on(pilot, 4)
        await pilot.press("enter", "n", "enter")
        await pilot.pause()
        assert "not your slip to reframe" in words(screen, ".plan-note")
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert "f2" in words(screen, "#written .lead")
    assert not journal.all(Experiment)


async def test_a_stray_u_undoes_nothing_that_was_kept_earlier(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("ctrl+s")
        await pilot.pause(0.1)
        await pilot.press("escape")  # the first plan for noticing
        await begun(app, pilot, what_happened="Lost it again")
        await pilot.press("enter", "enter", "enter", "enter", "u")
        await pilot.pause(0.1)
    assert len(journal.all(Entry)) == 1


async def test_the_counts_stand_behind_a_question_mark(app: RecalibrateApp, journal: Journal):
    meetings = make_situation("meetings")
    journal.put(meetings, *(make_entry(situation_id=meetings.id) for _ in range(3)))
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place", situation="Meetings")
        await on(pilot, 4)
        assert screen.draft.answers == (("a", "yes"), ("d", "no"))
        assert screen.query_one("#counts").has_class("folded")
        await pilot.press("question_mark")
        assert not screen.query_one("#counts").has_class("folded")
        assert "4 slips here in 60 days" in words(screen, "#counts")


async def test_a_habit_of_ones_own_is_added_on_the_spot(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await on(pilot, 2)
        await pilot.press("a")
        await pilot.pause()
        app.screen.query_one("#own-name", Input).value = HOSTILE
        await pilot.press("enter", "enter", "enter")
        await pilot.pause(0.1)
        (habit,) = journal.all(OwnHabit)
        assert screen.draft.habits == (habit.id,)


async def test_the_list_of_habits_narrows_and_opens_a_page(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await on(pilot, 2)
        await pilot.press("slash")
        screen.query_one("#habit-search", Input).value = "musts"
        await pilot.press("enter", "space", "r")
        await pilot.pause()
        assert screen.draft.habits == ("should",)
        assert isinstance(app.screen, PageScreen)


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
        await pilot.pause(0.1)
    (experiment,) = journal.all(Experiment)
    assert experiment.assumption_id
    assert experiment.status(TODAY) is Status.OPEN


async def test_f1_says_why_and_the_keys_line_where(app: RecalibrateApp):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        line = str(screen.query_one(KeysLine).render()).strip()
        assert line == "2 of 8   enter on   esc back   ctrl+s park it here   f1 help   f2 safety"
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, PageScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.focused is screen.query_one("#answer-voice")


def on_a_disk_that_takes_nothing(app: RecalibrateApp, folder: FilePath) -> None:
    """Put the drafts where no folder can be: behind a file."""
    in_the_way = folder / "drafts"
    in_the_way.write_text("")
    app.session.drafts = Drafts(in_the_way)


async def test_esc_stays_with_the_words_when_the_draft_is_not_on_disk(app: RecalibrateApp, tmp_path: FilePath):
    on_a_disk_that_takes_nothing(app, tmp_path)
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert app.screen is screen
        assert screen.draft.what_happened == "Lost my place"
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("n")
        await pilot.pause(0.1)
        assert app.screen is screen
        await pilot.press("escape")
        await pilot.pause(0.1)
        await pilot.press("y")
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)


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
        await pilot.pause(0.1)
        (tmp_path / "drafts").unlink()
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert isinstance(app.screen, TodayScreen)
        ((_, document),) = app.session.drafts.all()
        assert document["what_happened"] == "Lost my place"


async def test_quitting_holds_while_the_words_are_not_on_disk_and_can_be_insisted_on(
    app: RecalibrateApp, tmp_path: FilePath
):
    on_a_disk_that_takes_nothing(app, tmp_path)
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await pilot.press("ctrl+q")
        await pilot.pause(0.1)
        assert app.screen is screen
        assert app.return_code is None
        await pilot.press("ctrl+q")
        await pilot.pause(0.1)
        assert isinstance(app.screen, ConfirmScreen)
        await pilot.press("y")
        await pilot.pause(0.1)
    assert app.return_code == 0
