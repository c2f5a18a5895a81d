"""Keys sent in one write: each has its effect before the next, across the screens they open and close."""

from __future__ import annotations

import pytest
from textual import events

from recalibrate.domain.records.entry import Entry, Scope
from recalibrate.domain.records.experiment import Experiment, Status
from recalibrate.domain.records.noticing import NoticingPlan
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.records.task import Task
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.cover import CoverScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.tasks.task import TaskScreen
from recalibrate.ui.screens.today.noticing import NoticingScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from tests.builders import TODAY, make_entry, make_experiment
from tests.ui.waiting import until

FAMILY = "👩\u200d👩\u200d👧\xa0\U0001fa77"
"""Joined emoji, a hard space, and an emoji that is younger than the tables of this Python."""

NAMES = {"⏎": "enter", " ": "space", "⇤": "escape", "§": "ctrl+s", "↓": "down", "⌦": "ctrl+l"}
CHARACTERS = {"⏎": None, "⇤": None, "§": None, "↓": None, "⌦": None}


def send(app: RecalibrateApp, keys: str) -> None:
    """All these keys at once, as a terminal hands over what was typed while the program was busy."""
    for key in keys:
        app.post_message(events.Key(NAMES.get(key, key), CHARACTERS.get(key, key)))


async def test_words_right_behind_the_key_that_opens_a_screen_are_written_there(app: RecalibrateApp):
    async with app.run_test():
        send(app, "njust let it be")
        await until(lambda: isinstance(app.screen, ReframeScreen) and app.screen.draft.what_happened != "")
        await until(lambda: app.screen.draft.what_happened == "just let it be")  # type: ignore[attr-defined] # seen above


async def test_two_slips_are_parked_by_one_burst_of_keys(app: RecalibrateApp, journal: Journal):
    journal.put(make_entry())  # so that no plan for noticing is offered
    async with app.run_test():
        send(app, "nlost it§nlate again§")
        await until(lambda: len(journal.all(Entry)) == 3 and isinstance(app.screen, TodayScreen))
    assert [each.what_happened for each in journal.all(Entry)][1:] == ["lost it", "late again"]


async def test_the_first_plan_for_noticing_takes_no_key_that_was_typed_ahead(app: RecalibrateApp, journal: Journal):
    async with app.run_test():
        send(app, "nlost it§nlate again§")
        await until(lambda: len(journal.all(Entry)) == 2 and isinstance(app.screen, NoticingScreen))
        send(app, "hello")  # no field takes it, and e goes into the line
        await until(lambda: app.screen.query_one("#cue", Line).value == "I hear “I always …”llo")
        send(app, "⏎")
        await until(lambda: journal.all(NoticingPlan) and isinstance(app.screen, TodayScreen))
    assert [each.what_happened for each in journal.all(Entry)] == ["lost it", "late again"]


async def test_what_has_no_width_of_its_own_is_typed_too(app: RecalibrateApp, journal: Journal):
    journal.put(make_entry())
    async with app.run_test():
        send(app, f"n{FAMILY}")
        await until(lambda: isinstance(app.screen, ReframeScreen) and app.screen.draft.what_happened == FAMILY)
        send(app, f"⏎⏎{FAMILY}§")
        await until(lambda: [each.name for each in journal.all(Situation)] == [" ".join(FAMILY.split())])


async def test_a_whole_reframe_arrives_in_one_burst(app: RecalibrateApp, journal: Journal):
    keys = (
        "nLost my place⏎⏎meetings⏎⏎6⏎I always freeze⏎7⏎w⏎ ⏎This time I skipped a slide⏎4⏎check first⏎⏎e⏎"
        "she asks⏎⏎she waits⏎h⏎8⏎it goes on⏎⏎6⏎⏎⏎"
    )
    async with app.run_test(size=(80, 24)):
        send(app, keys)
        await until(lambda: isinstance(app.screen, NoticingScreen))
    (entry,), (experiment,) = journal.all(Entry), journal.all(Experiment)
    assert (entry.what_happened, entry.sting, entry.scope) == ("Lost my place", 60, Scope.GLOBAL)
    assert (experiment.cue, experiment.action, experiment.can_do) == ("she asks", "check first", 60)
    assert experiment.status(TODAY) is Status.OPEN


async def test_a_question_asked_by_a_worker_gets_the_words_behind_its_key(app: RecalibrateApp, journal: Journal):
    async with app.run_test():
        send(app, "tanight calls⏎one⏎two⏎three⏎⏎⏎⏎")
        await until(lambda: bool(journal.all(Task)) and isinstance(app.screen, TaskScreen))
    (task,) = journal.all(Task)
    assert (task.name, task.levels) == ("night calls", ("one", "two", "three"))


async def test_a_key_behind_one_that_moves_the_cursor_finds_it_there(app: RecalibrateApp, journal: Journal):
    journal.put(*(make_experiment(action=f"Number {number}") for number in range(3)))
    async with app.run_test():
        await until(lambda: app.screen.query_one(Rows).key != "")
        keys = [row.key for row in app.screen.query_one(Rows)._rows if row.key]
        send(app, "↓↓")
        await until(lambda: app.screen.query_one(Rows).key == keys[2])


async def test_the_cover_still_covers_behind_a_burst(app: RecalibrateApp):
    async with app.run_test():
        send(app, "nwords⌦")
        await until(lambda: isinstance(app.screen, CoverScreen))


@pytest.mark.parametrize("keys", ["n⇤n⇤n⇤", "t⇤t⇤j⇤"])
async def test_there_and_back_again_and_again_ends_on_today(app: RecalibrateApp, keys: str):
    async with app.run_test() as pilot:
        send(app, f"{keys}nend")
        await until(lambda: isinstance(app.screen, ReframeScreen) and app.screen.draft.what_happened == "end")
        await pilot.press("escape")
        assert isinstance(app.screen, TodayScreen)
