"""Two windows on one journal: what the other one did a moment ago counts, also before it is on the screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from recalibrate.domain.records.experiment import CheckBack, Choice, Decision, Experiment, StillSo
from recalibrate.domain.records.overhaul import Ending, Overhaul
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.check_back import CheckBackScreen
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.experimenting.overhaul import OverhaulScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.pick import Pick
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, TODAY, FixedClock, make_entry, make_experiment, make_overhaul

YESTERDAY = TODAY - timedelta(days=1)
MADE = Decision(choice=Choice.KEEP, decided_at=NOW, what_happened="She nodded.", next_line="asking")


@pytest.fixture
def other(tmp_path: Path, clock: FixedClock) -> Journal:
    """The other window's journal."""
    return Journal.open(tmp_path / "journal.json", clock)


@pytest.fixture
def here(tmp_path: Path, clock: FixedClock, other: Journal) -> RecalibrateApp:
    """This window, on the same file."""
    journal = Journal.open(tmp_path / "journal.json", clock)
    return RecalibrateApp(Session(journal, Drafts(None), Settings(seen_welcome=True), clock))


def said(app: RecalibrateApp) -> str:
    return [each.message for each in app._notifications][-1]


async def test_a_decision_made_in_the_other_window_stays(here: RecalibrateApp, other: Journal) -> None:
    other.put(make_experiment(deadline=YESTERDAY))
    async with here.run_test() as pilot:
        await pilot.press("d")
        card = here.screen
        assert isinstance(card, DecideScreen)
        card.query_one("#what_happened", Writing).text = "Nobody minded."
        card.query_one("#choice", Choices).focus()
        await pilot.press("2")
        there = replace(other.all(Experiment)[0], decision=MADE, check_back=CheckBack(check_back_on=TODAY))
        other.put(there)
        await pilot.press("ctrl+s")
        await here.workers.wait_for_complete()
        other.refresh()
        assert (other.all(Experiment)[0].decision, said(here)[:22]) == (MADE, "It is decided already.")


async def test_an_answer_given_in_the_other_window_stays(here: RecalibrateApp, other: Journal) -> None:
    look = CheckBack(check_back_on=YESTERDAY)
    other.put(make_experiment(deadline=YESTERDAY, decision=MADE, check_back=look))
    async with here.run_test() as pilot:
        await pilot.press("d")
        assert isinstance(here.screen, CheckBackScreen)
        here.screen.query_one(Pick).focus()
        await pilot.press("y")
        answered = replace(look, answer=StillSo.NO, answered_at=NOW)
        other.put(replace(other.all(Experiment)[0], check_back=answered))
        await pilot.press("ctrl+s")
        await here.workers.wait_for_complete()
        other.refresh()
        assert (other.all(Experiment)[0].check_back, said(here)[:24]) == (answered, "That has been answered. ")


async def test_an_overhaul_closed_in_the_other_window_stays(here: RecalibrateApp, other: Journal) -> None:
    other.put(make_overhaul(deadline=YESTERDAY))
    async with here.run_test() as pilot:
        await pilot.press("d")
        assert isinstance(here.screen, OverhaulScreen)
        await pilot.press("p")
        await pilot.pause()
        here.screen.query_one("#why", Line).value = "No time."
        other.put(replace(other.all(Overhaul)[0], ending=Ending.DONE, closed_at=NOW, why="It is shared."))
        await pilot.press("ctrl+s")
        await here.workers.wait_for_complete()
        other.refresh()
        assert (other.all(Overhaul)[0].why, said(here)[:21]) == ("It is shared.", "It is closed already.")


async def test_a_slip_parked_in_a_shell_is_resumed_at_once(here: RecalibrateApp, other: Journal) -> None:
    async with here.run_test() as pilot:
        await pilot.pause()
        other.put(make_entry())
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(here.screen, ReframeScreen)
