"""Triage offered on the page of a situation where slips come again."""

from __future__ import annotations

from datetime import timedelta

from recalibrate.domain.records.situation import Situation
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.situations.situation import SituationScreen
from recalibrate.ui.widgets.rows import Rows
from tests.builders import NOW, make_entry, make_situation
from tests.ui.waiting import settled


async def test_five_slips_in_one_situation_offer_triage_on_its_page_once(app: RecalibrateApp, journal: Journal) -> None:
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
