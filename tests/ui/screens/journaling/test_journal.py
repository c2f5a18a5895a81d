from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from recalibrate.domain.records.entry import Entry, Scope
from recalibrate.domain.records.experiment import Choice, Decision, Outcome
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.journaling.entry import EntryScreen
from recalibrate.ui.screens.journaling.rows import EntryRows
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from tests.builders import (
    NOW,
    TODAY,
    make_entry,
    make_experiment,
    make_moment,
    make_person,
    make_rating,
    make_reframed,
    make_situation,
    make_voice,
)
from tests.ui.screens.journaling.journal_pilot import (
    HOSTILE,
    NARROW,
    WIDE,
    days_ago,
    listed,
    opened,
    press_through,
    settled,
    story,
)


async def test_an_empty_journal_teaches_one_key(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        assert "No slips yet. When the next one comes, n." in "\n".join(listed(await opened(pilot)))


async def test_rows_say_date_marks_situation_and_first_words_under_their_month(
    app: RecalibrateApp, journal: Journal
) -> None:
    mail = make_situation("mail")
    sent = days_ago(3, "Sent the wrong draft", situation_id=mail.id, voice=make_voice(scope=Scope.LOCAL))
    kept = make_experiment(entry_id=sent.id, decision=Decision(choice=Choice.KEEP, decided_at=NOW))
    due = days_ago(1, "Froze", voice=make_voice())
    late = make_experiment(entry_id=due.id, deadline=TODAY - timedelta(days=1))
    journal.put(mail, sent, kept, due, late, days_ago(40, "Long ago"))
    async with app.run_test(size=NARROW) as pilot:
        rows = listed(await opened(pilot))
    assert rows[0] == " March 2026"
    assert rows[1].startswith(" Wed  4  ▲ !  ")
    assert rows[2].startswith(" Mon  2  ● ✓  mail")
    assert rows[2].endswith("Sent the wrong draft")
    assert rows[3:] == [" January 2026", rows[4]]
    assert "·" in rows[4]
    assert "Long ago" in rows[4]


async def test_the_cursor_moves_by_vim_keys_and_ordinary_keys(app: RecalibrateApp, journal: Journal) -> None:
    entries = [days_ago(number * 9, f"slip {number}") for number in range(60)]
    journal.put(*entries)
    ids = [entry.id for entry in entries]
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        for key, place in (("j", 1), ("down", 2), ("k", 1), ("G", 59), ("k", 58), ("g", 0), ("end", 59), ("home", 0)):
            await pilot.press(key)
            assert screen.rows.key == ids[place], key
        await pilot.press("pagedown")
        assert ids.index(screen.rows.key) > 8
        await pilot.press("pageup")
        assert screen.rows.key == ids[0]


async def test_a_row_is_made_only_when_it_is_seen(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(*(days_ago(number, f"slip {number}") for number in range(600)))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await pilot.press("G", "k", "g")
        assert isinstance(screen.rows._rows, EntryRows)
        assert len(screen.rows._rows._made) < 120


async def test_the_whole_story_is_read_beside_the_list(app: RecalibrateApp, journal: Journal) -> None:
    person = make_person("M.")
    entry = make_reframed(
        voice=make_voice("I'm hopeless", belief_before=70, belief_after=40), habits=("labelling",), people=(person.id,)
    )
    decided = Decision(choice=Choice.CHANGE, decided_at=NOW, what_happened="She waited.", outcome=Outcome.PARTLY)
    first = make_experiment(entry_id=entry.id, action="look it up", decision=decided)
    second = make_experiment(entry_id=entry.id, root_id=first.id, round=2, action="ask back")
    journal.put(person, entry, first, second, make_moment(entry_id=entry.id, person_id=person.id, borrow="go on"))
    journal.put(make_rating(60, entry_id=entry.id))
    async with app.run_test(size=(160, 40)) as pilot:
        await opened(pilot)
        text = await story(pilot)
        beside = next(line for line in text.splitlines() if "the voice, global" in line)
        assert "● as one moment" in beside
        for words in (
            "“I'm hopeless”", "felt 70 → 40", "Verdict on the self", "One act becomes a sentence about who you are.",
            "→ Say the month before the figure.", "Round 1", "She waited.", "↻ change", "ask back",
            "instead of: look it up", "with M.", "She corrected herself and went on. (M.)", "go on", "sting",
        ):  # fmt: skip
            assert words in text
        await pilot.press("y")
        told = await story(pilot)
        assert told.startswith("Told as an experiment")
        assert "When I am asked for a figure, I tried: look it up." in told.replace("\n", " ")


async def test_where_it_is_narrow_enter_opens_the_story_on_its_own(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_reframed())
    async with app.run_test(size=(40, 24)) as pilot:
        await opened(pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, EntryScreen)
        lines = (await story(pilot)).splitlines()
        assert not any("the voice" in line and "as one moment" in line for line in lines)
        assert all(len(line) <= 40 for line in lines)


@pytest.mark.parametrize("size", [NARROW, WIDE, (30, 10)])
async def test_long_and_hostile_text_is_only_text(app: RecalibrateApp, journal: Journal, size: tuple[int, int]) -> None:
    journal.put(
        make_entry(HOSTILE + " word" * 2000, voice=make_voice(HOSTILE), tags=("a",)),
        days_ago(1, "x" * 10_000, observation=HOSTILE),
    )
    async with app.run_test(size=size) as pilot:
        screen = await opened(pilot)
        assert "\x1b" not in "".join(listed(screen))
        await pilot.press("enter")
        await pilot.pause()
        text = await story(pilot)
        assert "␛[31m" in text
        assert "\x1b" not in text
        await pilot.press("G", "pageup", "j", "g")
        await pilot.press("escape", "j")


async def test_a_change_from_outside_appears_and_cursor_and_typed_text_stay(
    app: RecalibrateApp, journal: Journal
) -> None:
    entries = [days_ago(number, f"slip {number}") for number in range(5)]
    journal.put(*entries)
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await pilot.press("j", "j", "slash", *"slip -1")
        mended = replace(journal.all(Entry)[4], what_happened="mended")
        journal.put(make_entry("slip from the shell"), mended)
        app.session.on_change()
        await settled(pilot)
        assert screen.search.value == "slip -1"
        assert screen.search.has_focus
        assert screen.rows.key == entries[2].id
        rows = "\n".join(listed(screen))
        assert "slip from the shell" in rows
        assert "slip 4" not in rows


async def test_the_state_of_a_row_follows_its_experiment(app: RecalibrateApp, journal: Journal) -> None:
    entry = make_entry()
    running = make_experiment(entry_id=entry.id)
    journal.put(entry, running)
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        assert "→" in listed(screen)[1]
        await app.session.put(replace(running, decision=Decision(choice=Choice.STOP, decided_at=NOW)))
        await settled(pilot)
        assert "■" in listed(screen)[1]
        screen.search.value = "decision:stop"
        await pilot.pause()
        assert screen.rows.key == entry.id


async def test_other_screens_are_a_key_away(app: RecalibrateApp, journal: Journal) -> None:
    parked = make_entry()
    waits = days_ago(1, "Froze", observation="I paused once.")
    journal.put(parked, waits, make_experiment(entry_id=waits.id, deadline=TODAY - timedelta(days=1)))
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await press_through(pilot, "r")
        assert isinstance(app.screen, ReframeScreen)
        await app.pop_screen()
        await press_through(pilot, "j", "D")
        assert isinstance(app.screen, DecideScreen)
        await press_through(pilot, "escape", "n")
        assert isinstance(app.screen, ReframeScreen)
        await app.pop_screen()
        assert app.screen is screen


async def test_the_mouse_moves_the_cursor_and_opens(app: RecalibrateApp, journal: Journal) -> None:
    entries = [days_ago(number, f"slip {number}") for number in range(3)]
    journal.put(*entries)
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot)
        await pilot.click("#entries", offset=(20, 2))
        assert screen.rows.key == entries[1].id
        await pilot.click("#entries", offset=(20, 2))
        await pilot.pause()
        assert isinstance(app.screen, EntryScreen)
