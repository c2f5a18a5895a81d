from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from recalibrate.domain.demo import demo_year
from recalibrate.domain.look_back import CAVEAT, SECTIONS, Month, Notebook, while_running
from recalibrate.domain.look_back.closing import close_months
from recalibrate.domain.records.review import Review
from recalibrate.store.journal import Journal
from recalibrate.store.notebook import notebook_of
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.charts.lines import line_width
from recalibrate.ui.screens.looking_back.lines import NAMES, page_lines, sections_line
from recalibrate.ui.screens.looking_back.look_back import LookBackScreen
from recalibrate.ui.screens.looking_back.month import MonthScreen
from recalibrate.ui.screens.looking_back.pictures import picture
from recalibrate.ui.screens.looking_back.reviews import ReviewScreen, ReviewsScreen
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, TODAY, FixedClock, make_entry, make_rating, make_situation

SITUATIONS_KEY = "4"


@cache
def demo_notebook() -> Notebook:
    journal = Journal.in_memory(FixedClock())
    journal.put(*demo_year(NOW))
    return notebook_of(journal)


@pytest.fixture
def filled(journal: Journal, clock: FixedClock) -> Journal:
    """The journal with the made-up year, its months closed."""
    clock.advance(minutes=-1)
    journal.put(*demo_year(NOW - timedelta(minutes=1)))
    journal.put(*close_months(notebook_of(journal), clock()))
    clock.advance(minutes=1)
    return journal


async def opened(app: RecalibrateApp, pilot: Pilot[Any], *keys: str) -> LookBackScreen:
    """The look back, counted, after these keys."""
    await pilot.pause()
    screen = LookBackScreen(app.session)
    await app.push_screen(screen)
    await counted(pilot)
    for key in keys:
        await pilot.press(key)
        await counted(pilot)
    return screen


async def counted(pilot: Pilot[Any]) -> None:
    """Wait until nothing is counted any more."""
    await pilot.pause()
    while running := [each for each in pilot.app.workers if each.group in ("count", "close", "note")]:
        await pilot.app.workers.wait_for_complete(running)
        await pilot.pause()


def words(screen: LookBackScreen, place: str = ".page") -> str:
    return str(screen.query_one(place, Static).content)


def test_every_section_has_a_short_name() -> None:
    assert len(NAMES) == len(SECTIONS) == 10


@pytest.mark.parametrize("width", [56, 60, 76, 80, 120, 200])
@pytest.mark.parametrize("at", range(10))
def test_the_open_section_can_always_be_read(width: int, at: int) -> None:
    line = sections_line(at, width)
    assert NAMES[at] in line.plain
    assert line.cell_length <= width


@pytest.mark.parametrize("width", [56, 60, 80, 120, 200])
@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_every_page_fits_its_width_as_picture_and_as_table(width: int, section: Any) -> None:
    for page in section.pages(demo_notebook(), TODAY, while_running):
        drawn = picture(page.facts, width, 12)
        assert drawn
        assert max(line_width(line) for line in drawn) <= width
        for as_a_table in (False, True):
            content = page_lines(page, width, 16, as_a_table=as_a_table, week_start=0)
            assert max(line.cell_length for line in content.split("\n")) <= width


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_an_empty_notebook_has_pages_without_pictures(section: Any) -> None:
    for page in section.pages(Notebook(), TODAY, while_running):
        assert page_lines(page, 76, 16, as_a_table=False, week_start=0).plain.strip()


async def test_keys_go_through_all_sections_and_round(app: RecalibrateApp, filled: Journal) -> None:
    async with app.run_test() as pilot:
        screen = await opened(app, pilot)
        seen = []
        for _ in SECTIONS:
            seen.append(words(screen, ".head"))
            await pilot.press("tab")
            await counted(pilot)
        assert len(set(seen)) == len(SECTIONS)
        assert words(screen, ".head") == seen[0]
        await pilot.press("shift+tab")
        await counted(pilot)
        assert words(screen, ".head").startswith("Company")
        await pilot.press("4")
        await counted(pilot)
        assert words(screen, ".head").startswith("Situations")


async def test_the_caveat_is_always_there(app: RecalibrateApp, filled: Journal) -> None:
    async with app.run_test() as pilot:
        screen = await opened(app, pilot)
        for number in range(10):
            await pilot.press(str(number))
            await counted(pilot)
            caveat = screen.query_one(".caveat", Static)
            assert str(caveat.content) == CAVEAT
            assert caveat.region.bottom < screen.size.height


async def test_an_empty_journal_looks_finished(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        screen = await opened(app, pilot, SITUATIONS_KEY)
        assert "No situation is rated for dread so far." in words(screen)


async def test_too_early_says_how_many_are_needed(app: RecalibrateApp, journal: Journal) -> None:
    situation = make_situation("small [talk]")
    journal.put(situation, *(make_rating(50, context="monthly", situation_id=situation.id) for _ in range(3)))
    async with app.run_test() as pilot:
        screen = await opened(app, pilot, SITUATIONS_KEY, "j")
        assert "small [talk]" in words(screen, ".head")
        said = " ".join(words(screen).split())
        assert said.startswith("Three of the six ratings needed so far. Nothing to say yet, and that is fine.")


async def test_t_shows_the_numbers_as_a_table_and_back(app: RecalibrateApp, filled: Journal) -> None:
    async with app.run_test() as pilot:
        screen = await opened(app, pilot, SITUATIONS_KEY)
        before = words(screen)
        await pilot.press("t")
        await pilot.pause()
        assert "per 30 days" in words(screen)
        await pilot.press("t")
        await pilot.pause()
        assert words(screen) == before


async def test_enter_opens_the_entries_behind_the_page(app: RecalibrateApp, filled: Journal) -> None:
    from recalibrate.ui.screens.journaling.journal import JournalScreen

    async with app.run_test() as pilot:
        await opened(app, pilot, "2", "enter")
        assert isinstance(app.screen, JournalScreen)


async def test_a_closed_month_shows_what_it_said(app: RecalibrateApp, filled: Journal) -> None:
    async with app.run_test() as pilot:
        screen = await opened(app, pilot, SITUATIONS_KEY, "j")
        await pilot.press("m")
        await pilot.pause()
        assert isinstance(app.screen, MonthScreen)
        await pilot.press("down", "enter")
        await counted(pilot)
        assert "at the end of February 2026" in words(screen, ".head")
        frozen = next(each for each in filled.all(Review) if each.month == "2026-02")
        title = words(screen, ".head").partition("  ")[0].strip()
        said = next(each.text for each in frozen.statements if each.text.startswith(f"{title}: "))
        assert said.removeprefix(f"{title}: ")[:40] in words(screen)


async def test_what_is_written_elsewhere_is_counted_at_once(app: RecalibrateApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        screen = await opened(app, pilot)
        assert "No slips in this year" in words(screen)
        await app.session.put(make_entry())
        await counted(pilot)
        assert "1 slip written down" in words(screen)


async def test_opening_it_closes_the_months_that_are_over(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_entry(happened_at=NOW - timedelta(days=40)))
    async with app.run_test() as pilot:
        await opened(app, pilot)
        assert [each.month for each in journal.all(Review)] == ["2026-01", "2026-02"]
        assert await app.session.undo() is None
        await opened(app, pilot)
        assert len(journal.all(Review)) == 2


async def test_a_note_is_kept_beside_a_review_and_its_statements_stay(app: RecalibrateApp, filled: Journal) -> None:
    async with app.run_test() as pilot:
        await opened(app, pilot, "r")
        assert isinstance(app.screen, ReviewsScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)
        await pilot.press("n")
        app.screen.query_one(Writing).text = "Quieter than I thought."
        await pilot.press("escape")
        await counted(pilot)
        kept = max(filled.all(Review), key=lambda each: each.month)
        assert kept.note == "Quieter than I thought."
        assert kept.statements
        assert isinstance(app.screen, ReviewsScreen)
        assert app.screen.query_one(Rows).key == f"review:{kept.id}"


async def test_months_go_back_to_the_first_record(journal: Journal) -> None:
    from recalibrate.ui.screens.looking_back.month import months_of

    notebook = Notebook(entries=(make_entry(happened_at=NOW - timedelta(days=40)),))
    assert months_of(notebook, TODAY) == (Month(2026, 3), Month(2026, 2), Month(2026, 1))
