"""The page of an experiment: its rounds, its typos, more time, and what comes after."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from textual.widgets import Static

from recalibrate.domain import rules
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Decision, Experiment, Extension
from recalibrate.domain.settings import Settings
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen
from recalibrate.ui.screens.experimenting.experiments import ExperimentsScreen
from recalibrate.ui.screens.reframing.plan import PlanScreen
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.keys_line import KeysLine
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, TODAY, FixedClock, make_experiment, make_reframed
from tests.ui.screens.experimenting.experiment_page import only, opened, read, said
from tests.ui.waiting import settled

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"


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
