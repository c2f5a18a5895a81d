from __future__ import annotations

from datetime import timedelta
from pathlib import Path as FilePath

import pytest

from recalibrate.domain.records.entry import Entry, Scope
from recalibrate.domain.records.experiment import Experiment
from recalibrate.domain.records.situation import Situation
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.journaling.bin import BinScreen
from recalibrate.ui.screens.journaling.edit_lines import TagsScreen, WhenScreen
from recalibrate.ui.screens.journaling.edit_small import TextScreen
from recalibrate.ui.screens.journaling.export_marked import write_entries
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.writing import Writing
from tests.builders import (
    TODAY,
    make_entry,
    make_experiment,
    make_reframed,
)
from tests.ui.screens.journaling.journal_pilot import NARROW, days_ago, listed, opened, press_through, settled
from tests.ui.waiting import until


async def test_editing_keeps_the_wording_before_and_can_bring_it_back(app: RecalibrateApp, journal: Journal) -> None:
    entry = make_reframed()
    journal.put(entry)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await press_through(pilot, "e", "v")
        assert isinstance(app.screen, TextScreen)
        app.screen.query_one(Writing).text = "I misread it."
        await pilot.press("enter")
        await until(lambda: bool(journal.all(Entry)[0].history))
        voice = journal.all(Entry)[0].voice
        assert voice is not None
        assert (voice.text, voice.reworded) == ("I am incompetent.", "I misread it.")
        await press_through(pilot, "h", "enter")
        await until(lambda: len(journal.all(Entry)[0].history) == 2)
        voice = journal.all(Entry)[0].voice
        assert voice is not None
        assert (voice.text, voice.reworded) == ("I am incompetent.", "")
        await pilot.press("u")
        await until(lambda: len(journal.all(Entry)[0].history) == 1)


async def test_leaving_a_changed_text_asks_first(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_reframed())
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await press_through(pilot, "e", "o")
        app.screen.query_one(Writing).text = "Something else."
        await press_through(pilot, "escape")
        assert isinstance(app.screen, ConfirmScreen)
        await press_through(pilot, "n")
        assert app.screen.query_one(Writing).text == "Something else."


async def test_short_fields_are_edited_in_place(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_reframed())

    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)

        async def edit(letter: str, *then: str, typed: str | None = None) -> Entry:
            before = journal.all(Entry)[0].rev
            await press_through(pilot, "e", letter)
            if typed is not None:
                app.screen.query(Line).first().value = typed
            await press_through(pilot, *then)
            await until(lambda: journal.all(Entry)[0].rev > before)
            return journal.all(Entry)[0]

        changed = await edit("s", "enter", typed="Questions in meetings")
        situation = journal.get(Situation, changed.situation_id)
        assert situation is not None
        assert situation.name == "Questions in meetings"
        assert (await edit("t", "enter", typed="Work, #Mail")).tags == ("work", "mail")
        assert len((await edit("p", "enter", typed="M., T.")).people) == 2
        assert (await edit("g", "2", "enter")).sting == 20
        changed = await edit("c", "down", "enter")
        assert changed.scope is Scope.LOCAL
        changed = await edit("d", "enter", "enter", typed="yesterday")
        assert changed.happened_on == TODAY - timedelta(days=1)
        assert len(changed.history) == 6


async def test_a_day_to_come_is_refused_and_the_question_stays(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_entry())
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await press_through(pilot, "e", "d")
        app.screen.query(Line).first().value = "tomorrow"
        await press_through(pilot, "enter", "enter")
        assert isinstance(app.screen, WhenScreen)
        assert "still to come" in str(app.screen.query_one(".refusal").render())


@pytest.mark.parametrize("query", ["", "bus"])
async def test_the_cursor_stands_on_the_entry_that_came_back(app: RecalibrateApp, journal: Journal, query: str) -> None:
    journal.put(*(days_ago(days, f"The bus was {days} days late.") for days in (1, 2, 3)))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, query=query)
        screen.rows.focus()
        await pilot.press("down")
        here = screen.rows.key
        await pilot.press("x")
        await until(lambda: screen.rows.key != here)
        await settled(pilot)
        await pilot.press("u")
        await until(lambda: screen.rows.key == here)


async def test_delete_takes_the_experiments_along_and_u_brings_all_back(app: RecalibrateApp, journal: Journal) -> None:
    entry = make_entry()
    journal.put(entry, make_experiment(entry_id=entry.id), days_ago(1, "another"))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await pilot.press("x")
        await until(lambda: len(journal.all(Entry)) == 1)
        assert not journal.all(Experiment)
        await settled(pilot)
        assert screen._count() == "1 entry"
        await pilot.press("u")
        await until(lambda: len(journal.all(Entry)) == 2)
        assert journal.all(Experiment)


async def test_the_bin_brings_back_and_is_emptied_after_asking(app: RecalibrateApp, journal: Journal) -> None:
    entry, other = make_entry(), days_ago(1, "another")
    journal.put(entry, make_experiment(entry_id=entry.id), other)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await pilot.press("x")
        await until(lambda: len(journal.all(Entry)) == 1)
        await press_through(pilot, "b", "enter")
        await until(lambda: len(journal.all(Entry)) == 2)
        assert journal.all(Experiment)
        await press_through(pilot, "escape", "x")
        await until(lambda: len(journal.all(Entry)) == 1)
        await press_through(pilot, "b", "E")
        assert isinstance(app.screen, ConfirmScreen)
        await press_through(pilot, "y")
        await until(lambda: not journal.binned(Entry))
        assert isinstance(app.screen, BinScreen)
        assert not journal.binned(Experiment)


async def test_marked_entries_are_tagged_in_one_commit(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(*(days_ago(number, f"slip {number}") for number in range(3)))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await press_through(pilot, "space", "space", "t")
        assert screen._count() == "2 marked · 3 entries"
        assert isinstance(app.screen, TagsScreen)
        app.screen.query_one(Line).value = "work"
        await pilot.press("enter")
        await until(lambda: sum(entry.tags == ("work",) for entry in journal.all(Entry)) == 2)
        await pilot.press("u")
        await until(lambda: not any(entry.tags for entry in journal.all(Entry)))


async def test_marked_entries_are_deleted_together(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(*(days_ago(number, f"slip {number}") for number in range(3)))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await press_through(pilot, "A", "m", "x")
        await until(lambda: not journal.all(Entry))
        await settled(pilot)
        assert "No slips yet" in "\n".join(listed(screen))


async def test_x_deletes_what_is_marked_not_what_the_cursor_stands_on(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(*(days_ago(age, words) for age, words in enumerate(("First.", "Second.", "Third."))))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await press_through(pilot, "space", "space", "x")
        await until(lambda: len(journal.all(Entry)) == 1)
        assert [entry.what_happened for entry in journal.all(Entry)] == ["Third."]
        await until(lambda: bool(app._notifications))
        assert [each.message for each in app._notifications] == ["Deleted 2 entries. u undoes it."]


async def test_one_sentence_at_a_time_stands_in_the_corner(app: RecalibrateApp) -> None:
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        screen.say("Saved.")
        await pilot.pause()
        screen.say("Not saved.", wrong=True)
        await pilot.pause()
        assert [(each.message, each.timeout) for each in app._notifications] == [("Not saved.", 8)]
        screen.say("Saved now.")
        await pilot.pause()
        assert [(each.message, each.timeout) for each in app._notifications] == [("Saved now.", 4)]


async def test_an_export_says_the_full_path_of_its_file(
    app: RecalibrateApp, journal: Journal, tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    journal.put(days_ago(1, "First."))
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot)
        await press_through(pilot, "space", "m", "o")
        app.screen.query_one(Line).value = "one.md"
        await pilot.press("enter")
        await until(lambda: bool(app._notifications))
        assert [each.message for each in app._notifications] == [f"1 entry in {tmp_path / 'one.md'}."]


def test_an_export_is_a_new_file_for_its_owner_alone(journal: Journal, tmp_path: FilePath) -> None:
    entry = make_entry("Froze [/b]")
    journal.put(entry, days_ago(1, "another"))
    for form in ("md", "json", "csv"):
        path = tmp_path / f"entries.{form}"
        write_entries(journal, (entry,), path)
        assert path.stat().st_mode & 0o777 == 0o600
        assert "Froze [/b]" in path.read_text()
        assert "another" not in path.read_text()
        with pytest.raises(FileExistsError):
            write_entries(journal, (entry,), path)
