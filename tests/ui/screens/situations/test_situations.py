from __future__ import annotations

import re
from datetime import timedelta

import pytest
from textual.pilot import Pilot

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Kind
from recalibrate.domain.records.rating import Context, Rating
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.journaling.edit_small import PickScreen
from recalibrate.ui.screens.one_line import OneLineScreen
from recalibrate.ui.screens.situations.monthly_check import MonthlyCheckScreen
from recalibrate.ui.screens.situations.situation import SituationScreen
from recalibrate.ui.screens.situations.situations import SituationsScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rating import Rating as Scale
from recalibrate.ui.widgets.rows import Rows
from tests.builders import (
    NOW,
    FixedClock,
    make_entry,
    make_experiment,
    make_rating,
    make_reframed,
    make_situation,
    make_task,
)
from tests.ui.waiting import until

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"
LONG_AGO = NOW - timedelta(days=90)


async def done(app: RecalibrateApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def shown(app: RecalibrateApp) -> str:
    return "\n".join(row.content.plain for row in app.screen.query_one(Rows)._rows)


def opted_in(journal: Journal, clock: FixedClock) -> RecalibrateApp:
    settings = Settings(seen_welcome=True, monthly_check=True, a_while_ago=True)
    return RecalibrateApp(Session(journal, Drafts(None), settings, clock))


async def test_an_empty_list_says_where_situations_come_from(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("i")
        assert isinstance(app.screen, SituationsScreen)
        assert "A slip names one: on Today, n." in shown(app)
        await pilot.press("e", "m", "z", "c")  # with nothing at hand, nothing happens
        assert isinstance(app.screen, SituationsScreen)


async def test_a_situation_is_renamed_and_a_taken_name_is_refused(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_situation("meetings"), make_situation("mail"))
    async with app.run_test() as pilot:
        await pilot.press("i", "down", "e")
        assert isinstance(app.screen, OneLineScreen)
        app.screen.query_one(Line).value = "Mail"
        await pilot.press("enter")
        assert isinstance(app.screen, OneLineScreen)
        app.screen.query_one(Line).value = "questions in meetings"
        await pilot.press("enter")
        await done(app, pilot)
        assert "questions in meetings" in shown(app)
        await pilot.press("u")
        await done(app, pilot)
        assert [each.name for each in journal.all(Situation)] == ["meetings", "mail"]


async def test_a_merge_loses_no_entry_and_undo_brings_both_back(app: RecalibrateApp, journal: Journal) -> None:
    calls, phone = make_situation("calls"), make_situation("phone")
    entries = [make_entry(situation_id=each.id) for each in (calls, calls, phone)]
    journal.put(calls, phone, *entries)
    before = journal.all(Entry)
    async with app.run_test() as pilot:
        await pilot.press("i", "m")
        assert isinstance(app.screen, PickScreen)
        await pilot.press("enter")
        await done(app, pilot)
        assert re.search(r"phone +3 ", shown(app))
        assert "calls" not in shown(app)
        assert journal.all(Entry) == before
        await pilot.press("enter")
        assert isinstance(app.screen, SituationScreen)
        assert len([row for row in app.screen.query_one(Rows)._rows if row.key.startswith("entry:")]) == 3
        await pilot.press("u")
        await done(app, pilot)
        await pilot.press("escape")
        assert re.search(r"calls +2 ", shown(app))
        assert re.search(r"phone +1 ", shown(app))
        assert journal.all(Entry) == before


async def test_an_archived_situation_is_kept_apart_and_comes_back(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_situation("meetings"))
    async with app.run_test() as pilot:
        await pilot.press("i", "z")
        await done(app, pilot)
        assert "Archived" in shown(app)
        assert journal.all(Situation)[0].archived_at == NOW
        await pilot.press("z")
        await done(app, pilot)
        assert journal.all(Situation)[0].archived_at is None


async def test_the_page_shows_slips_what_came_of_them_and_dread(app: RecalibrateApp, journal: Journal) -> None:
    situation = make_situation("meetings")
    entry = make_reframed(situation_id=situation.id)
    task = make_task("speak up", situation_id=situation.id)
    due = make_experiment(entry_id=entry.id, action="say the month", deadline=LONG_AGO.date())
    of_task = make_experiment(kind=Kind.TASK, task_id=task.id, action="one sentence")
    ratings = [
        make_rating(value, situation_id=situation.id, rated_at=LONG_AGO + timedelta(days=9 * place), context=context)
        for place, (value, context) in enumerate(
            [(80, Context.SLIP), (70, Context.MONTHLY), (60, Context.MONTHLY), (40, Context.BEFORE_TRY)]
        )
    ]
    journal.put(situation, entry, task, due, of_task, *ratings)
    async with app.run_test() as pilot:
        await pilot.press("i", "enter")
        page = shown(app)
        assert "3 ratings · sting at 1 slip" in page
        for words in ("sting at a slip, left out", "I read out the wrong figure", "say the month", "speak up"):
            assert words in page
        assert "one sentence" in page
        await pilot.press("enter")
        assert isinstance(app.screen, DecideScreen)


async def test_the_monthly_check_shows_no_earlier_value_before_the_answer(journal: Journal, clock: FixedClock) -> None:
    app = opted_in(journal, clock)
    situations = [make_situation(f"situation {number}") for number in range(3)]
    ratings = [
        make_rating(70, situation_id=each.id, rated_at=LONG_AGO, context=Context.BEFORE_TRY) for each in situations
    ]
    journal.put(*situations, *ratings)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "3 situations" in shown(app)
        await pilot.press("end", "enter")
        assert isinstance(app.screen, MonthlyCheckScreen)
        asked = []
        for value in "345":
            assert app.screen.asked is not None
            asked.append(app.screen.asked.id)
            scale = app.screen.query_one(Scale)
            assert scale.value is None
            assert "70" not in _text(app)
            await pilot.press(value)
            assert "before: 70" in _text(app)
            await pilot.press("enter")
            await done(app, pilot)
        assert isinstance(app.screen, TodayScreen)
        assert set(asked) == {each.id for each in situations}
        given = [each for each in journal.all(Rating) if each.context is Context.MONTHLY]
        assert [(each.situation_id, each.value) for each in given] == list(zip(asked, (30, 40, 50), strict=True))
        assert "3 situations" not in shown(app)
        clock.advance(days=31)
        app.screen.show()
        assert "3 situations" in shown(app)


async def test_rather_not_keeps_nothing_and_stopping_keeps_what_was_answered(
    journal: Journal, clock: FixedClock
) -> None:
    app = opted_in(journal, clock)
    situations = [make_situation(f"situation {number}") for number in range(3)]
    journal.put(*situations, *(make_rating(70, situation_id=each.id, rated_at=LONG_AGO) for each in situations))
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("end", "enter", "minus", "enter")
        await done(app, pilot)
        await pilot.press("2", "enter")
        await done(app, pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, TodayScreen)
        assert sum(each.context is Context.MONTHLY for each in journal.all(Rating)) == 1
        await pilot.press("i", "c")
        assert isinstance(app.screen, MonthlyCheckScreen)
        assert "1 of 2" in _text(app)


@pytest.mark.parametrize("leaving", ["escape", "ctrl+q"])
async def test_leaving_keeps_the_answer_that_stands_there_and_saves_nothing_where_none_does(
    journal: Journal, clock: FixedClock, leaving: str
) -> None:
    app = opted_in(journal, clock)
    situation = make_situation()
    journal.put(situation, make_rating(70, situation_id=situation.id, rated_at=LONG_AGO))
    async with app.run_test() as pilot:
        await pilot.pause()
        revision = journal.revision
        await pilot.press("end", "enter", "escape")
        await until(lambda: isinstance(app.screen, TodayScreen))
        assert journal.revision == revision
        await pilot.press("end", "enter", "4", leaving)
        await until(lambda: journal.revision > revision)
        assert [each.value for each in journal.all(Rating)] == [70, 40]


async def test_nothing_is_offered_to_who_did_not_ask(app: RecalibrateApp, journal: Journal) -> None:
    situation = make_situation()
    journal.put(
        situation,
        make_rating(situation_id=situation.id, rated_at=LONG_AGO),
        make_reframed(happened_at=LONG_AGO, situation_id=situation.id),
    )
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Monthly check" not in shown(app)
        assert "A while ago" not in shown(app)


async def test_a_while_ago_shows_an_old_slip_and_how_it_ended(journal: Journal, clock: FixedClock) -> None:
    app = opted_in(journal, clock)
    journal.put(make_reframed(happened_at=LONG_AGO, what_happened="I lost my place."))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "I lost my place." in shown(app)
        assert "as one moment: I read the figure" in shown(app)


async def test_hostile_names_are_shown_as_they_are(app: RecalibrateApp, journal: Journal) -> None:
    situation = make_situation(HOSTILE)
    journal.put(situation, make_situation("mail"), make_rating(situation_id=situation.id))
    async with app.run_test() as pilot:
        await pilot.press("i")
        assert "[/b] [@click=app.quit]x[/] ␛[31m" in shown(app)
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, MonthlyCheckScreen)
        assert "[@click=app.quit]" in _text(app)
        await pilot.press("escape", "m")
        await pilot.pause()
        assert isinstance(app.screen, PickScreen)


def _text(app: RecalibrateApp) -> str:
    """The screen as text."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())
