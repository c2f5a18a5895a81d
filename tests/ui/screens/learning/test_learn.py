from __future__ import annotations

from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.learning.learn import LearnScreen
from recalibrate.ui.screens.page import PageScreen
from recalibrate.ui.widgets.rows import Rows
from tests.builders import make_entry, make_habit


def lines(app: RecalibrateApp) -> list[str]:
    return [row.content.plain for row in app.screen.query_one(Rows)._rows]


async def test_h_opens_what_there_is_to_learn_and_enter_reads_it(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("h")
        assert isinstance(app.screen, LearnScreen)
        await pilot.press("enter")
        assert isinstance(app.screen, PageScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, LearnScreen)


async def test_the_keys_lead_there_too(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("question_mark", "h")
        assert isinstance(app.screen, LearnScreen)


async def test_a_habit_of_ones_own_is_added_put_away_and_brought_back(app: RecalibrateApp, journal: Journal) -> None:
    courtroom = make_habit("the courtroom")
    journal.put(courtroom, make_entry(habits=(courtroom.id,)))
    async with app.run_test() as pilot:
        await pilot.press("h")
        assert any("the courtroom" in each and "named 1×" in each for each in lines(app))
        await pilot.press("end", "z")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert any("the courtroom" in each and "z brings it back" in each for each in lines(app))
        await pilot.press("end", "z")
        await app.workers.wait_for_complete()
        await pilot.press("a", *"echo", "ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [(each.name, each.archived_at) for each in journal.all(OwnHabit)] == [
            ("the courtroom", None),
            ("echo", None),
        ]
        assert any("echo" in each for each in lines(app))


async def test_other_words_for_a_habit_keep_its_place_in_entries(app: RecalibrateApp, journal: Journal) -> None:
    courtroom = make_habit("the courtroom")
    journal.put(courtroom)
    async with app.run_test() as pilot:
        await pilot.press("h", "end", "e", "end", "s", "ctrl+s")
        await app.workers.wait_for_complete()
        kept = journal.get(OwnHabit, courtroom.id)
        assert kept is not None
        assert kept.name == "the courtrooms"
