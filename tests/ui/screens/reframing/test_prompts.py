"""What single prompts show and take, also of hostile and long texts."""

from __future__ import annotations

from textual.widgets import Input, Static

from recalibrate.domain.records.entry import Entry, InnerVoice, Path, Scope
from recalibrate.domain.records.experiment import Choice, Decision
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.page import PageScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.reframing.slip_head import SlipHead
from recalibrate.ui.widgets.rating import Rating
from tests.builders import NOW, make_entry, make_experiment, make_situation
from tests.ui.screens.reframing.walk import HOSTILE, PLAN, VOICE, begun, on, words, write
from tests.ui.waiting import until


async def test_a_time_that_cannot_be_read_is_said_once_at_its_field(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place", when="blurgh")
        await on(pilot)
        assert screen.draft.at is Prompt.WHAT_HAPPENED
        assert "yesterday" in words(screen, "#pause")
        assert app.focused is screen.query_one("#answer-when")
        await on(pilot)
        assert screen.draft.at is Prompt.VOICE


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


async def test_enter_takes_the_scope_that_one_walked_to(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE)
        await on(pilot)
        await pilot.press("enter")
        await until(lambda: screen.draft.at is Prompt.HABIT)
        assert screen.draft.scope is None
        await pilot.press("escape")
        await until(lambda: screen.draft.at is Prompt.SCOPE)
        await pilot.pause()
        await pilot.press("down", "enter")
        await until(lambda: screen.draft.scope is Scope.LOCAL)
        assert screen.draft.at is Prompt.SCOPE
        await pilot.press("enter")
        await until(lambda: screen.draft.at is not Prompt.SCOPE)


async def test_what_is_still_open_is_said_in_sight(app: RecalibrateApp):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice=VOICE + " and everyone in the whole of the room saw it happen")
        await on(pilot)
        await pilot.press("w")
        await on(pilot, 5)
        assert screen.draft.at is Prompt.PLAN
        await write(screen, pilot, cue="she asks")
        await on(pilot)
        pause = screen.query_one("#pause", Static)
        assert "Still open" in str(pause.content)
        await until(lambda: screen.pane.region.contains_region(pause.region))


async def test_a_word_that_is_fine_is_never_marked_again(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot)
        await write(screen, pilot, voice="I always freeze")
        await on(pilot)
        await pilot.press("w", "x")
        await until(lambda: app.session.settings.dismissed_cues == ("always",))
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
        await until(lambda: screen.kept)
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
        await until(lambda: journal.all(Entry))
    assert journal.all(Entry)[0].what_happened == text.strip()


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
        await until(lambda: screen.draft.habits)
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


async def test_a_letter_sends_it_straight_from_the_five_questions(app: RecalibrateApp):
    async with app.run_test() as pilot:
        screen = await begun(app, pilot, what_happened="Lost my place")
        await on(pilot, 4)
        assert screen.draft.at is Prompt.TRIAGE
        await pilot.press("y", "n", "l", "enter")
        await pilot.pause()
    assert screen.draft.path is Path.LET_GO
    assert [answer for _, answer in screen.draft.answers] == ["yes", "no"]
    assert screen.draft.at is Prompt.CLOSE


async def test_the_next_round_is_filled_in_with_its_slip_and_what_it_changes_in_view(
    app: RecalibrateApp, journal: Journal
):
    entry = make_entry(what_happened="Lost my place", voice=InnerVoice(text=VOICE))
    decision = Decision(choice=Choice.CHANGE, next_line="ask first", decided_at=NOW)
    before = make_experiment(entry_id=entry.id, decision=decision)
    following = make_experiment(entry_id=entry.id, root_id=before.id, round=2, started_at=None)
    journal.put(entry, before, following)
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(PlanScreen(app.session, following.id))
        await pilot.pause()
        head = app.screen.query_one(SlipHead)
        seen = [str(each.content) for each in head.query(Static) if each.display]
    assert seen == ["Lost my place", f"“{VOICE}”", "Round 2 changes: ask first"]
