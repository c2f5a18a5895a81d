"""A decision taken back, on its page, from its entry, and by undo: the words stay, and what forbids it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from textual.pilot import Pilot

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Decision, Experiment
from recalibrate.domain.records.record import Record
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen
from recalibrate.ui.screens.journaling.entry import EntryScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, TODAY, FixedClock, make_experiment, make_reframed, make_voice
from tests.ui.screens.experimenting.experiment_page import only, opened, said
from tests.ui.waiting import settled


async def test_a_decision_is_taken_back_within_a_day_with_the_belief_it_set(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    entry = make_reframed(voice=make_voice(belief_later=30))
    stopped = Decision(choice=Choice.STOP, decided_at=NOW, what_happened="It did nothing.", belief_later=30)
    journal.put(entry, make_experiment(entry_id=entry.id, decision=stopped))
    async with app.run_test() as pilot:
        await opened(app, pilot, only(journal))
        await pilot.press("U")
        await settled(app, pilot)
        assert only(journal).decision is None
        assert only(journal).undone_decisions == (stopped,)
        voice = journal.all(Entry)[0].voice
        assert voice is not None
        assert voice.belief_later is None
        await pilot.press("d")
        await pilot.pause()
        assert app.screen.query_one("#what_happened", Writing).text == "It did nothing."
        await pilot.press("escape")
        await settled(app, pilot)
        await pilot.press("u")
        await settled(app, pilot)
        assert only(journal).decision == stopped
        clock.advance(hours=25)
        await pilot.press("U")
        await settled(app, pilot)
        assert said(app)[-1] == "A day has passed since that decision. Write a new round or a note."
        assert only(journal).decision == stopped


async def test_the_entry_takes_its_last_decision_back_and_opens_its_experiment(
    app: RecalibrateApp, journal: Journal
) -> None:
    entry = make_reframed()
    journal.put(entry, make_experiment(entry_id=entry.id, decision=Decision(choice=Choice.STOP, decided_at=NOW)))
    async with app.run_test() as pilot:
        await app.push_screen(EntryScreen(app.session, entry.id))
        await settled(app, pilot)
        await pilot.press("U")
        await settled(app, pilot)
        assert only(journal).decision is None
        await pilot.press("o")
        assert isinstance(app.screen, ExperimentScreen)


async def decided_here(app: RecalibrateApp, pilot: Pilot[None], choice: str, journal: Journal) -> None:
    """Decide the only experiment on its card, `choice` being the place in the list, with a line on it."""
    await app.push_screen(DecideScreen(app.session, only(journal).id))
    await pilot.pause()
    app.screen.query_one("#choice", Choices).focus()
    await pilot.press(*["down"] * int(choice), "enter", "a", "ctrl+s")
    await settled(app, pilot)


async def test_undo_in_the_session_keeps_the_words_of_the_decision(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=TODAY - timedelta(days=1)))
    async with app.run_test() as pilot:
        await decided_here(app, pilot, "2", journal)
        assert only(journal).decision is not None
        await pilot.press("u")
        await settled(app, pilot)
        assert only(journal).decision is None
        assert [each.choice for each in only(journal).undone_decisions] == [Choice.STOP]
        await pilot.press("ctrl+r")
        await settled(app, pilot)
        assert only(journal).decision is not None
        assert only(journal).undone_decisions == ()


async def test_undo_is_refused_when_the_next_round_was_started_in_another_window(
    app: RecalibrateApp, journal: Journal
) -> None:
    journal.put(make_experiment(deadline=TODAY - timedelta(days=1)))
    async with app.run_test() as pilot:
        await decided_here(app, pilot, "1", journal)
        assert isinstance(app.screen, PlanScreen)
        await pilot.press("escape")
        await settled(app, pilot)
        second = next(each for each in journal.all(Experiment) if each.round == 2)
        journal.put(replace(second, started_at=NOW, action="something else", deadline=TODAY + timedelta(days=9)))
        await pilot.press("u")
        await settled(app, pilot)
        assert said(app)[-1] == "Round 2 has started. Decide that one, or write a note."
        assert len(journal.all(Experiment)) == 2


async def test_undo_is_refused_when_the_places_were_taken_or_a_day_has_passed(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    journal.put(make_experiment(action="this one", deadline=TODAY - timedelta(days=1)))
    async with app.run_test() as pilot:
        await decided_here(app, pilot, "2", journal)
        others: list[Record] = [make_experiment(action=f"do {n}") for n in range(3)]
        journal.put(*others)
        await pilot.press("u")
        await settled(app, pilot)
        assert said(app)[-1].startswith("Three are open. Decide one first:")
        journal.delete(*others)
        clock.advance(hours=25)
        await pilot.press("u")
        await settled(app, pilot)
        assert said(app)[-1] == "A day has passed since that decision. Write a new round or a note."
        assert only(journal).decision is not None
