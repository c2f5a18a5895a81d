from __future__ import annotations

from recalibrate.domain.settings import SavedSearch
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.widgets.line import Line
from tests.builders import (
    make_voice,
)
from tests.ui.screens.journaling.journal_pilot import (
    NARROW,
    days_ago,
    listed,
    opened,
    press_through,
)
from tests.ui.waiting import until


async def test_a_search_narrows_as_one_types_counts_and_shows_where(app: RecalibrateApp, journal: Journal) -> None:
    budget = days_ago(1, "Lost my place when she asked about the büdget", voice=make_voice("I always freeze"))
    journal.put(budget, days_ago(2, "Sent the wrong draft"), days_ago(3, "Froze"))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await pilot.press("slash", *"budget")
        assert screen.rows.key == budget.id
        assert screen._count() == "1 of 3"
        line = screen.rows._rows[1].content
        lit = [line.plain[span.start : span.end] for span in line.spans if "underline" in str(span.style)]
        assert lit == ["büdget"]
        screen.search.value = "always"
        await pilot.pause()
        assert "“I always freeze”" in listed(screen)[1], "a row shows where it was found"
        await pilot.press("enter")
        assert screen.rows.has_focus
        await pilot.press("escape")
        assert screen._count() == "3 entries"
        await pilot.press("slash", "up")
        assert screen.search.value == "always"


async def test_a_wrong_search_says_where_and_keeps_the_last_result(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(days_ago(1, "Froze"), days_ago(2, "Sent the wrong draft"))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, query="froze")
        assert screen._count() == "1 of 2"
        screen.search.value = "froze situatoin:mail"
        await pilot.pause()
        note = str(screen.query_one(".note").render())
        assert note.splitlines()[0] == " " * 9 + "^" * 9
        assert "There is no field “situatoin”" in note
        assert screen._count() == "search before: 1 of 2"
        screen.search.value = "draft"
        await pilot.pause()
        assert screen._count() == "1 of 2"


async def test_no_match_says_how_to_widen(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(days_ago(1, "Froze"), days_ago(2, "Sent the wrong draft"))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await pilot.press("slash")
        screen.search.value = "froze zebra"
        await pilot.pause()
        text = "\n".join(listed(screen))
        assert "Nothing matches." in text
        assert "Without zebra: 1" in text
        await pilot.press("escape")
        assert screen._count() == "2 entries"


async def test_only_the_chosen_entries_are_shown_and_esc_leaves_at_once(app: RecalibrateApp, journal: Journal) -> None:
    one, other = days_ago(1, "Froze"), days_ago(2, "Sent the wrong draft")
    journal.put(one, other)
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, ids=(other.id,))
        assert screen.rows.key == other.id
        assert screen._count() == "1 chosen"
        await pilot.press("escape")
        assert app.screen is not screen


async def test_a_tag_of_the_list_is_searched_for(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(days_ago(1, "Froze", tags=("work",)), days_ago(2, "Sent"))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await press_through(pilot, "T", "enter")
        assert screen.search.value == "tag:work"
        assert screen._count() == "1 of 2"


async def test_a_search_is_saved_and_opened_by_name(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(days_ago(1, "Froze"), days_ago(2, "Sent"))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        screen.search.value = "froze"
        await press_through(pilot, "F")
        app.screen.query_one(Line).value = "freezing"
        await press_through(pilot, "enter")
        saved = (SavedSearch(name="freezing", query="froze"),)
        await until(lambda: app.session.settings.saved_searches == saved)
        await press_through(pilot, "escape", "f", "enter")
        assert screen.search.value == "froze"
