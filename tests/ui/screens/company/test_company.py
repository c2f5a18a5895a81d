from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from recalibrate.domain.records.company import Meeting, Moment, MomentKind, Person
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.company.company import CompanyScreen
from recalibrate.ui.screens.company.moment import MomentScreen
from recalibrate.ui.screens.company.person import PersonScreen
from recalibrate.ui.screens.company.share import ShareScreen
from recalibrate.ui.screens.company.share_which import ShareWhichScreen
from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen
from recalibrate.ui.screens.journaling.entry import EntryScreen
from recalibrate.ui.screens.one_line import OneLineScreen
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, make_entry, make_experiment, make_moment, make_person, make_reframed
from tests.ui.waiting import until

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"


async def done(app: RecalibrateApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def shown(app: RecalibrateApp) -> str:
    return "\n".join(row.content.plain for row in app.screen.query_one(Rows)._rows)


async def test_an_empty_page_teaches_one_move(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("c")
        assert isinstance(app.screen, CompanyScreen)
        assert shown(app).strip() == "Did you see someone correct a mistake without drama? Note it with n."


async def test_a_moment_is_noted_with_who_and_what_to_borrow(app: RecalibrateApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await pilot.press("c", "n", "2", "enter")
        card = app.screen
        assert isinstance(card, MomentScreen)
        card.query_one("#what_happened", Writing).text = "asked what I had seen"
        card.query_one("#who", Line).value = "Maria Keller"
        await pilot.pause()
        await pilot.press("ctrl+t")
        card.query_one("#borrow", Writing).text = "ask what was seen"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await done(app, pilot)
        moment, person = journal.all(Moment)[0], journal.all(Person)[0]
        assert (moment.kind, moment.what_happened, moment.borrow) == (
            MomentKind.MET_ME,
            "asked what I had seen",
            "ask what was seen",
        )
        assert (person.alias, moment.person_id, moment.happened_at) == ("M. K.", person.id, NOW)
        assert "to borrow: ask what was seen" in shown(app)
        await pilot.press("u")
        await done(app, pilot)
        assert (journal.all(Moment), journal.all(Person)) == ([], [])


async def test_who_writes_at_once_is_taken_from_the_kinds_to_the_words(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("c", "n", "2", *"Kim laughed")
        await until(lambda: app.screen.query_one("#what_happened", Writing).text == "Kim laughed")
        assert app.screen.query_one("#kind", Choices).chosen == {MomentKind.MET_ME}


async def test_a_moment_half_typed_is_offered_again(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("c", "n", "1", "enter")
        app.screen.query_one("#what_happened", Writing).text = "she said it in one sentence"
        await pilot.pause()
        await pilot.press("escape")
        await done(app, pilot)
        await pilot.press("n")
        assert app.screen.query_one("#what_happened", Writing).text == "she said it in one sentence"


async def test_a_moment_is_edited_and_deleted_and_comes_back(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_moment())
    async with app.run_test() as pilot:
        await pilot.press("c", "enter")
        app.screen.query_one("#borrow", Writing).text = "go on"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await done(app, pilot)
        assert journal.all(Moment)[0].borrow == "go on"
        await pilot.press("x")
        await done(app, pilot)
        assert journal.all(Moment) == []
        await pilot.press("u")
        await done(app, pilot)
        assert len(journal.all(Moment)) == 1


async def test_a_person_is_added_by_initials_changed_and_archived(app: RecalibrateApp, journal: Journal) -> None:
    async with app.run_test() as pilot:
        await pilot.press("c", "a")
        assert isinstance(app.screen, PersonScreen)
        app.screen.query_one("#alias", Line).value = "Jo Berg"
        await pilot.pause()
        await pilot.press("ctrl+t", "enter", "space", "enter")
        await done(app, pilot)
        person = journal.all(Person)[0]
        assert (person.alias, person.meets) == ("J. B.", Meeting.CURIOUS)
        await pilot.press("a")
        app.screen.query_one("#alias", Line).value = "j. b."
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, PersonScreen)  # the alias is taken
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("y", "z")  # what was typed is not left without a question
        await done(app, pilot)
        assert journal.all(Person)[0].archived_at == NOW
        await pilot.press("z", "e")
        await pilot.pause()
        app.screen.query_one("#alias", Line).value = "Jo"
        await pilot.press("enter", "enter")
        await done(app, pilot)
        assert [each.alias for each in journal.all(Person)] == ["Jo"]


async def test_a_day_of_another_year_stands_apart_from_the_words(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_moment(happened_at=NOW), make_moment(happened_at=datetime(2025, 12, 20, 9, tzinfo=NOW.tzinfo)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        newer, older = (line for line in shown(app).split("\n") if "She corrected" in line)
        assert "Sat 20 Dec 2025  She corrected" in older
        assert newer.index("She corrected") == older.index("She corrected")


async def test_nobody_gets_a_number(app: RecalibrateApp, journal: Journal) -> None:
    person = make_person("Jo", meets=Meeting.AGAINST)
    journal.put(person, *(make_moment(person_id=person.id, what_happened=f"moment {letter}") for letter in "abc"))
    async with app.run_test() as pilot:
        await pilot.press("c")
        line = next(line for line in shown(app).split("\n") if line.strip().startswith("Jo"))
        assert line.split() == ["Jo", "uses", "slips", "against", "people"]


async def test_a_card_is_shown_in_full_and_copied_less_what_is_left_out(app: RecalibrateApp, journal: Journal) -> None:
    person = make_person("M.")
    journal.put(person, make_reframed(what_happened="M. asked and I froze.", people=(person.id,)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c", "s")
        assert isinstance(app.screen, ShareWhichScreen)
        await pilot.press("enter")
        card = app.screen
        assert isinstance(card, ShareScreen)
        assert "someone asked and I froze." in card.card
        assert "M." not in card.card
        await pilot.press("space", "c")
        assert "froze" not in card.card
        assert app.clipboard == card.card
        card.query_one(Choices).chosen |= {"aliases", "what_happened"}
        assert "M. asked and I froze." in card.card


async def test_a_card_goes_into_a_new_file_for_its_owner_and_never_over_another(
    app: RecalibrateApp, journal: Journal, tmp_path: Path
) -> None:
    journal.put(make_experiment())
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("mine")
    async with app.run_test() as pilot:
        await pilot.press("c", "s", "enter", "w")
        assert isinstance(app.screen, OneLineScreen)
        app.screen.query_one(Line).value = str(old)
        await pilot.press("enter")
        assert isinstance(app.screen, OneLineScreen)
        app.screen.query_one(Line).value = str(new)
        await pilot.press("enter")
        await done(app, pilot)
        assert isinstance(app.screen, ShareScreen)
        assert old.read_text() == "mine"
        assert new.read_text() == app.screen.card
        assert new.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("keys", [("c",), ("c", "n"), ("c", "enter"), ("c", "s", "enter"), ("c", "a")])
async def test_hostile_words_are_shown_as_they_are(
    app: RecalibrateApp, journal: Journal, keys: tuple[str, ...]
) -> None:
    person = make_person(HOSTILE)
    journal.put(
        person,
        make_moment(person_id=person.id, what_happened=HOSTILE, borrow=HOSTILE),
        make_entry(HOSTILE, people=(person.id,)),
    )
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert "\x1b" not in "\n".join(strip.text for strip in app.screen._compositor.render_strips())
        assert app.is_running


async def test_a_card_is_one_key_from_the_journal_the_entry_and_the_experiment(
    app: RecalibrateApp, journal: Journal
) -> None:
    entry = make_reframed(what_happened="I froze.")
    experiment = make_experiment(entry_id=entry.id, action="breathe out first")
    journal.put(entry, experiment)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j")
        await done(app, pilot)
        for screen in (None, EntryScreen(app.session, entry.id), ExperimentScreen(app.session, experiment.id)):
            if screen is not None:
                await app.push_screen(screen)
                await done(app, pilot)
            await pilot.press("s")
            await pilot.pause()
            assert isinstance(app.screen, ShareScreen)
            assert ("I froze." in app.screen.card) is not isinstance(screen, ExperimentScreen)
            assert "breathe out first" in app.screen.card
            await pilot.press("escape")


async def test_nothing_is_offered_to_open_where_nothing_stands(app: RecalibrateApp, journal: Journal):
    async with app.run_test() as pilot:
        app.push_screen(CompanyScreen(app.session))
        await pilot.pause()
        assert "open" not in str(app.screen.query_one(KeysLine).render())
        journal.put(make_person())
        app.screen.renew()
        await pilot.pause()
        assert "open" in str(app.screen.query_one(KeysLine).render())
