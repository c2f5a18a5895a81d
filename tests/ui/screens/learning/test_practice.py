from __future__ import annotations

from recalibrate.domain.learning.practice import SENTENCES, names_offered
from recalibrate.domain.records.entry import Entry
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.learning.practice import PracticeScreen
from recalibrate.ui.screens.today.today import TodayScreen


async def test_all_sentences_can_be_sorted_and_named_by_keys_and_nothing_is_stored(
    app: RecalibrateApp, journal: Journal
) -> None:
    async with app.run_test() as pilot:
        await pilot.press("p")
        screen = app.screen
        assert isinstance(screen, PracticeScreen)
        for sentence in SENTENCES:
            assert screen.practice.current is sentence
            await pilot.press("w")
            if sentence.habits:
                await pilot.press("enter")
            await pilot.press("enter")
        assert screen.practice.finished
        await pilot.press("enter")
        assert isinstance(app.screen, TodayScreen)
        assert not journal.all(Entry)


def test_the_names_offered_hold_ours() -> None:
    for sentence in SENTENCES:
        offered = names_offered(sentence)
        assert set(sentence.habits) <= set(offered)
        assert len(offered) == 4
