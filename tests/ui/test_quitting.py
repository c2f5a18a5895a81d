"""Leaving the app loses no word in silence: what was typed last reaches its draft, or one is asked."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from textual.screen import Screen

from recalibrate.domain.company.moment_draft import MomentDraft
from recalibrate.domain.records.review import Review
from recalibrate.store.documents import decode
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.company.moment import MomentScreen
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.experimenting.check_back import CheckBackScreen
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.looking_back.reviews import ReviewScreen
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.writing import Writing
from tests.builders import FixedClock, make_experiment
from tests.ui.waiting import until


async def test_the_last_letters_on_a_card_reach_its_draft(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await app.push_screen(MomentScreen(app.session))
        app.screen.query_one("#what_happened", Writing).focus()
        await pilot.press(*"She laughed", "ctrl+q")
        await until(lambda: app.return_code == 0)
    ((_, document),) = app.session.drafts.all()
    assert decode(MomentDraft, document["answers"]).what_happened == "She laughed"


async def test_the_last_letters_of_a_decision_reach_its_draft(app: RecalibrateApp, journal: Journal) -> None:
    experiment = make_experiment()
    journal.put(experiment)
    async with app.run_test() as pilot:
        await app.push_screen(DecideScreen(app.session, experiment.id))
        await pilot.press(*"Twice", "ctrl+q")
        await until(lambda: app.return_code == 0)
    ((_, document),) = app.session.drafts.all()
    assert document["answers"]["what_happened"] == "Twice"


async def test_a_note_beside_a_month_is_kept(app: RecalibrateApp, journal: Journal, clock: FixedClock) -> None:
    review = Review(month="2026-02", closed_at=clock() - timedelta(days=3))
    journal.put(review)
    async with app.run_test() as pilot:
        await app.push_screen(ReviewScreen(app.session, review.id))
        await pilot.press("n", *"calmer", "ctrl+q")
        await until(lambda: app.return_code == 0)
        assert [each.note for each in journal.all(Review) if each.id == review.id] == ["calmer"]


async def test_a_line_that_has_no_draft_is_asked_about(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await app.push_screen(CheckBackScreen(app.session, "none"))
        app.screen.query_one("#note", Line).value = "still so"
        await pilot.press("ctrl+q")
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        assert app.return_code is None


@pytest.mark.parametrize("key", ["ctrl+q", "escape"])
async def test_a_card_holds_while_its_draft_is_not_on_disk_and_one_may_insist(
    key: str, app: RecalibrateApp, tmp_path: Path
) -> None:
    (tmp_path / "drafts").write_text("a file where the folder should be")
    app.session.drafts = Drafts(tmp_path / "drafts")
    async with app.run_test() as pilot:
        screen: Screen[None] = MomentScreen(app.session)
        await app.push_screen(screen)
        screen.query_one("#what_happened", Writing).text = "She laughed"
        await pilot.press(key)
        await until(lambda: len(app._notifications) == 1)
        assert app.screen is screen
        await pilot.press(key)
        await until(lambda: isinstance(app.screen, ConfirmScreen))
        await pilot.press("y")
        await until(lambda: app.return_code == 0 or screen not in app.screen_stack)
