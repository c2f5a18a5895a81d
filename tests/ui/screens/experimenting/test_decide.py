from __future__ import annotations

from datetime import timedelta

from textual.pilot import Pilot

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.records.experiment import Choice, Decision, Outcome
from recalibrate.domain.records.overhaul import Overhaul
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.key_table import shown_keys
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.experimenting.extend import ExtendScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.widgets.choices import Choices
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.pick import Pick
from recalibrate.ui.widgets.rating import Rating
from recalibrate.ui.widgets.writing import Writing
from tests.builders import NOW, TODAY, make_experiment, make_reframed
from tests.ui.screens.experimenting.experiment_page import only
from tests.ui.waiting import until

YESTERDAY = TODAY - timedelta(days=1)


async def decide_card(app: RecalibrateApp, pilot: Pilot[None]) -> DecideScreen:
    await pilot.press("enter")
    assert isinstance(app.screen, DecideScreen)
    return app.screen


async def test_keep_asks_what_is_kept_and_for_a_day_to_look_again(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=YESTERDAY))
    async with app.run_test() as pilot:
        card = await decide_card(app, pilot)
        card.query_one("#what_happened", Writing).text = "Nobody minded."
        await pilot.press("enter", "y", "enter", "enter", "enter")
        await pilot.pause()
        card.query_one("#look_again", Line).value = "in 3 weeks"
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        assert only(journal).decision is None
        assert app.focused is card.query_one("#next_line")
        card.query_one("#next_line", Line).value = "asking before I answer"
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        decided = only(journal)
        assert decided.decision is not None
        assert decided.decision.choice is Choice.KEEP
        assert decided.decision.outcome is Outcome.YES
        assert decided.decision.what_happened == "Nobody minded."
        assert decided.check_back is not None
        assert decided.check_back.check_back_on == TODAY + timedelta(weeks=3)


async def test_change_asks_what_is_changed_before_there_is_a_next_round(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=YESTERDAY))
    async with app.run_test() as pilot:
        card = await decide_card(app, pilot)
        card.query_one("#choice", Choices).focus()
        await pilot.press("down", "enter")
        await pilot.pause()
        card.query_one("#what_happened").focus()
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        assert only(journal).decision is None
        assert app.focused is card.query_one("#next_line")
        assert [each.message for each in app._notifications] == ["Say in a line what you change."]


async def test_an_overhaul_without_words_is_refused_and_nothing_is_lost(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=YESTERDAY))
    async with app.run_test() as pilot:
        card = await decide_card(app, pilot)
        card.query_one("#learned", Writing).text = "It is the sheet, not me."
        card.query_one("#choice", Choices).focus()
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        assert only(journal).decision is None
        assert app.screen is card
        card.query_one("#what_must_change", Line).value = "The sheet comes an hour before."
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        overhaul = journal.all(Overhaul)[0]
        assert overhaul.what_must_change == "The sheet comes an hour before."
        assert overhaul.experiment_id == only(journal).id


async def test_what_was_typed_is_offered_again_after_leaving(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=YESTERDAY))
    async with app.run_test() as pilot:
        card = await decide_card(app, pilot)
        card.query_one("#what_happened", Writing).text = "Half a sentence"
        await pilot.press("escape")
        await app.workers.wait_for_complete()
        assert isinstance(app.screen, TodayScreen)
        again = await decide_card(app, pilot)
        assert again.query_one("#what_happened", Writing).text == "Half a sentence"


async def test_the_earlier_belief_is_shown_only_after_the_new_one(app: RecalibrateApp, journal: Journal) -> None:
    entry = make_reframed()
    journal.put(entry, make_experiment(deadline=YESTERDAY, entry_id=entry.id))
    async with app.run_test() as pilot:
        card = await decide_card(app, pilot)
        rating = card.query_one("#belief_later", Rating)
        assert "80" not in rating.render().plain
        rating.focus()
        await pilot.press("4")
        assert "40" in rating.render().plain
        assert "at first 80" in rating.render().plain
        card.query_one("#choice", Choices).focus()
        await pilot.press("down", "down", "enter", "ctrl+s")
        await app.workers.wait_for_complete()
        kept = journal.all(Entry)[0]
        assert kept.voice is not None
        assert kept.voice.belief_later == 40
        assert kept.voice.belief_before == 80


async def test_one_extension_with_a_reason_and_no_second(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=YESTERDAY, started_at=NOW - timedelta(days=14)))
    async with app.run_test() as pilot:
        card = await decide_card(app, pilot)
        card.query_one("#choice", Choices).focus()
        await pilot.press("x")
        await pilot.pause()
        app.screen.query_one("#reason", Line).value = "The meeting was moved."
        app.screen.query_one("#date", Line).value = "in 5 days"
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        extended = only(journal)
        assert extended.deadline == TODAY + timedelta(days=5)
        assert extended.extension is not None
        assert extended.extension.reason == "The meeting was moved."


async def test_the_line_of_a_stop_taken_back_is_not_what_one_keeps(app: RecalibrateApp, journal: Journal) -> None:
    stopped = Decision(choice=Choice.STOP, decided_at=NOW, what_happened="It rained.", next_line="not in winter")
    journal.put(make_experiment(deadline=YESTERDAY, undone_decisions=(stopped,)))
    async with app.run_test() as pilot:
        card = await decide_card(app, pilot)
        choices = card.query_one("#choice", Choices)
        lines = []
        for key in ("down", "down", "up"):  # change, stop, change
            choices.focus()
            await pilot.press(key, "space")
            await pilot.pause()
            lines.append([line.value for line in card.query("#next_line").results(Line)])
        assert card.query_one("#what_happened", Writing).text == "It rained."
        assert lines == [[""], ["not in winter"], [""]]


async def test_every_key_at_the_bottom_works_where_one_types(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=TODAY - timedelta(days=1)))
    async with app.run_test() as pilot:
        await pilot.press("d")
        await until(lambda: isinstance(app.screen, DecideScreen) and isinstance(app.focused, Writing))
        assert ("f3", "extend") in shown_keys(app.screen)
        await pilot.press("ctrl+n")
        await until(lambda: isinstance(app.focused, Pick))
        await pilot.press("f3")
        await until(lambda: isinstance(app.screen, ExtendScreen))
