from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from recalibrate.domain import rules
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Extension
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.settings import Settings
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen
from recalibrate.ui.screens.experimenting.experiments import ExperimentsScreen
from recalibrate.ui.screens.journaling.entry import EntryScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.situations.situation import SituationScreen
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.story_view import StoryView
from recalibrate.ui.widgets.writing import Writing
from tests.builders import (
    NOW,
    TODAY,
    FixedClock,
    make_entry,
    make_experiment,
    make_reframed,
    make_situation,
    make_voice,
)

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"


def only(journal: Journal) -> Experiment:
    return journal.all(Experiment)[0]


def read(app: RecalibrateApp) -> str:
    """The page of the experiment as text."""
    return "\n".join(line.plain for line in app.screen.query_one(StoryView).lines)


def said(app: RecalibrateApp) -> list[str]:
    """What the corner says."""
    return [each.message for each in app._notifications]


async def settled(app: RecalibrateApp, pilot: Pilot[None]) -> None:
    for _ in range(3):
        with suppress(WorkerCancelled):  # a later reading takes the place of an earlier one
            await app.workers.wait_for_complete()
        await pilot.pause()


async def opened(app: RecalibrateApp, pilot: Pilot[None], experiment: Experiment) -> None:
    await app.push_screen(ExperimentScreen(app.session, experiment.id))
    await pilot.pause()


def three_rounds(entry: Entry) -> tuple[Experiment, Experiment, Experiment]:
    """Two decided as change, the third waiting since yesterday."""
    limits = Settings()
    start = NOW - timedelta(days=42)
    rounds = [make_experiment(entry_id=entry.id, started_at=start, deadline=(start + timedelta(days=13)).date())]
    for action in ("write the number down", "ask for the sheet before"):
        at = rounds[-1].started_at
        assert at is not None
        decision = Decision(choice=Choice.CHANGE, decided_at=at + timedelta(days=14), what_happened=f"then {action}")
        made = rules.decide(rounds[-1], decision, rounds, limits)
        assert made.next_round is not None
        at += timedelta(days=14)
        after = replace(made.next_round, action=action, deadline=(at + timedelta(days=13)).date(), started_at=at)
        rounds[-1:] = [made.experiment, after]
    first, second, third = rounds
    return first, second, replace(third, probability=50)


async def test_the_chain_of_rounds_stands_on_one_screen(app: RecalibrateApp, journal: Journal) -> None:
    entry = make_reframed()
    rounds = three_rounds(entry)
    journal.put(entry, *rounds)
    async with app.run_test(size=(100, 60)) as pilot:
        await opened(app, pilot, rounds[2])
        page = read(app)
        assert "round 1 ↻ change → round 2 ↻ change → round 3 ! waits for a decision" in page
        assert "instead of: say the month before the figure" in page
        assert "then write the number down" in page
        assert entry.what_happened in page


async def test_a_running_one_opens_as_its_story_and_d_decides_early(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment())
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, ExperimentScreen)
        await pilot.press("escape", "d")
        assert isinstance(app.screen, DecideScreen)
        assert "Deciding early" in str(app.screen.query_one("#heading", Static).content)


async def test_a_typo_is_mended_within_ten_minutes_and_logged(
    app: RecalibrateApp, journal: Journal, clock: FixedClock
) -> None:
    journal.put(make_experiment(action="say teh month"))
    async with app.run_test() as pilot:
        await opened(app, pilot, only(journal))
        assert "Typos can be mended until 14:40" in read(app)
        await pilot.press("c", "down", "enter")
        await pilot.pause()
        app.screen.query_one(Writing).text = "say the month"
        await pilot.press("enter")
        await settled(app, pilot)
        assert only(journal).action == "say the month"
        assert [each.before for each in only(journal).corrections] == ["say teh month"]
        assert "say teh month" in read(app)
        clock.advance(minutes=11)
        await pilot.press("c")
        await settled(app, pilot)
        assert "These words are fixed ten minutes after the start. Write a note instead." in said(app)
        await pilot.press("o")
        await pilot.pause()
        app.screen.query_one(Writing).text = HOSTILE
        await pilot.press("enter")
        await settled(app, pilot)
        assert "[/b] [@click=app.quit]x[/]" in only(journal).notes[0].text


async def test_a_second_extension_is_refused_in_words_and_a_late_withdrawal_is_not_offered(
    app: RecalibrateApp, journal: Journal
) -> None:
    before = Extension(extended_at=NOW, deadline_before=TODAY - timedelta(days=9), reason="It was moved.")
    journal.put(make_experiment(deadline=TODAY - timedelta(days=1), extension=before))
    async with app.run_test() as pilot:
        await opened(app, pilot, only(journal))
        await pilot.press("x")
        await settled(app, pilot)
        assert said(app) == ["It has been extended once. Keep, change, stop or overhaul."]
        assert "withdraw" not in str(app.screen.query_one(KeysLine).render())


async def test_an_extension_is_offered_from_the_date_on_and_a_withdrawal_until_then(
    app: RecalibrateApp, journal: Journal
) -> None:
    journal.put(make_experiment(deadline=TODAY + timedelta(days=1)))
    async with app.run_test() as pilot:
        await opened(app, pilot, only(journal))
        keys = str(app.screen.query_one(KeysLine).render())
        assert ("extend" in keys, "withdraw" in keys) == (False, True)


async def test_after_three_rounds_change_is_gone_and_the_card_says_why(app: RecalibrateApp, journal: Journal) -> None:
    entry = make_reframed()
    rounds = three_rounds(entry)
    journal.put(entry, *rounds)
    async with app.run_test() as pilot:
        await app.push_screen(DecideScreen(app.session, rounds[2].id))
        await pilot.pause()
        assert [each.key for each in app.screen.query_one("#choice", Choices).options] == ["keep", "stop", "overhaul"]
        words = app.screen.query_one("#no-round", Static)
        assert words.display
        assert str(words.content) == "Three rounds are done. Keep, stop or overhaul."


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
    """Decide the only experiment on its card, `choice` being the place in the list."""
    await app.push_screen(DecideScreen(app.session, only(journal).id))
    await pilot.pause()
    app.screen.query_one("#choice", Choices).focus()
    await pilot.press(*["down"] * int(choice), "enter", "ctrl+s")
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


async def test_a_new_round_after_an_ending_is_filled_in_and_a_draft_can_be_deleted(
    app: RecalibrateApp, journal: Journal
) -> None:
    journal.put(make_experiment(decision=Decision(choice=Choice.STOP, decided_at=NOW - timedelta(days=3))))
    async with app.run_test() as pilot:
        await pilot.press("e")
        assert isinstance(app.screen, ExperimentsScreen)
        await pilot.press("enter", "n")
        await settled(app, pilot)
        assert isinstance(app.screen, PlanScreen)
        await pilot.press("escape")
        await settled(app, pilot)
        second = next(each for each in journal.all(Experiment) if each.round == 2)
        await opened(app, pilot, second)
        await pilot.press("delete")
        await settled(app, pilot)
        assert [each.round for each in journal.all(Experiment)] == [1]


async def test_five_slips_in_one_situation_offer_triage_on_its_page_once(
    app: RecalibrateApp, journal: Journal
) -> None:
    situation = make_situation()
    days = [NOW - timedelta(days=n) for n in range(5)]
    journal.put(situation, *(make_entry(f"slip of {day}", situation_id=situation.id, happened_at=day) for day in days))
    async with app.run_test() as pilot:
        await app.push_screen(SituationScreen(app.session, situation.id))
        await pilot.pause()
        lines = "\n".join(row.content.plain for row in app.screen.query_one(Rows)._rows)
        assert "Signal or structure?" in lines
        assert "Five slips in 60 days, nothing decided here yet." in lines
        await pilot.press("home", "enter")
        await settled(app, pilot)
        assert isinstance(app.screen, ReframeScreen)
        assert app.screen.draft.what_happened == f"slip of {NOW}"
        offered = journal.get(Situation, situation.id)
        assert offered is not None
        assert offered.triage_offered_at == NOW
        await pilot.press("escape", "escape", "escape")
