from __future__ import annotations

from recalibrate.domain.records.company import Person
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.company.moment import MomentScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.choices import Choices
from tests.builders import make_person
from tests.ui.waiting import until


def said(app: RecalibrateApp) -> list[str]:
    return [each.message for each in app._notifications]


async def test_a_form_undoes_nothing_and_a_page_says_what_it_undid(app: RecalibrateApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await until(lambda: isinstance(app.screen, TodayScreen))
        today = app.screen
        assert isinstance(today, NotebookScreen)
        await today.save(make_person("Tante Anna"))
        await pilot.press("c", "n")
        await until(lambda: isinstance(app.screen, MomentScreen) and isinstance(app.focused, Choices))
        await pilot.press("u", "ctrl+r", "u", "escape")
        assert [each.alias for each in journal.all(Person)] == ["Tante Anna"]
        await pilot.press("u")
        await until(lambda: said(app) == ["Undone: the person “Tante Anna”. ctrl+r does it again."])
        assert not journal.all(Person)
        await pilot.press("ctrl+r")
        await until(lambda: said(app) == ["Done again: the person “Tante Anna”."])
