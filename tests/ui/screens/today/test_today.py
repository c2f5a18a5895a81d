from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.experimenting.decide import DecideScreen
from recalibrate.ui.screens.help import HelpScreen
from recalibrate.ui.screens.reframing.reframe import ReframeScreen
from recalibrate.ui.screens.safety import SafetyScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.save_mark import SaveMark
from tests.builders import NOW, TODAY, FixedClock, make_entry, make_experiment, make_overhaul, make_situation
from tests.ui.waiting import until

HOSTILE = "[/b] [@click=app.quit]x[/] \x1b[31m"


def shown(app: RecalibrateApp) -> str:
    """The rows of Today as text."""
    return "\n".join(row.content.plain for row in app.screen.query_one(Rows)._rows)


async def test_an_empty_notebook_teaches_one_key(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "No slips yet. When the next one comes, n." in shown(app)


async def test_what_waits_comes_first_with_its_situation(app: RecalibrateApp, journal: Journal) -> None:
    situation = make_situation("questions in meetings")
    entry = make_entry(situation_id=situation.id, observation="I read it once.")
    journal.put(
        situation,
        entry,
        make_experiment(action="ask first", deadline=TODAY - timedelta(days=2), entry_id=entry.id),
        make_experiment(action="write first"),
        make_overhaul("The sheet is shared."),
    )
    async with app.run_test() as pilot:
        await pilot.pause()
        lines = shown(app)
        assert "! ask first" in lines
        assert "since Tue · questions in meetings" in lines
        assert "2 of 3 open, 1 waits" in lines
        assert lines.index("ask first") < lines.index("write first") < lines.index("The sheet is shared.")


async def test_a_narrow_terminal_keeps_its_room_for_the_words(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(cue="", action="Write the first line down"))
    async with app.run_test(size=(46, 24)):
        assert "Write the first line down" in shown(app)
        assert "▫" not in shown(app)


async def test_midnight_passes_while_the_app_is_open(app: RecalibrateApp, journal: Journal, clock: FixedClock) -> None:
    journal.put(make_experiment(action="write first", deadline=TODAY + timedelta(days=1)))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Waits for a decision" not in shown(app)
        clock.advance(days=2)
        await app._look_outside()
        await pilot.pause()
        assert "Waits for a decision" in shown(app)
        assert "since Fri" in shown(app)


async def test_hostile_text_is_shown_as_typed_and_escapes_are_visible(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_entry(HOSTILE))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "[/b] [@click=app.quit]x[/] ␛[31m" in shown(app)


async def test_enter_opens_what_waits_and_esc_comes_back(app: RecalibrateApp, journal: Journal) -> None:
    journal.put(make_experiment(deadline=TODAY - timedelta(days=1)))
    async with app.run_test() as pilot:
        await pilot.press("enter")
        assert isinstance(app.screen, DecideScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, TodayScreen)


async def test_help_is_made_from_the_bindings_and_safety_is_one_key_away(app: RecalibrateApp) -> None:
    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpScreen)
        words = {row.words for row in app.screen._rows}
        assert {"Notice a slip: the guided reframe", "The safety page"} <= words
        await pilot.press("escape", "f2")
        assert isinstance(app.screen, SafetyScreen)


async def test_the_parked_are_newest_first(app: RecalibrateApp, journal: Journal, clock: FixedClock) -> None:
    journal.put(make_entry("The older slip.", happened_at=NOW))
    clock.advance(hours=1)
    journal.put(make_entry("The newer slip.", happened_at=NOW))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert shown(app).index("newer") < shown(app).index("older")


async def test_a_journal_that_takes_no_writing_says_so(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "journal.json"
    Journal.open(path, clock)
    path.chmod(0o400)
    session = Session(Journal.open(path, clock), Drafts(None), Settings(seen_welcome=True), clock)
    app = RecalibrateApp(session)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.screen.query_one(SaveMark).said == "read-only !"


async def test_d_decides_what_waits_wherever_the_cursor_stands(app: RecalibrateApp, journal: Journal) -> None:
    overhaul = make_overhaul("The sheet is shared.")
    journal.put(make_experiment(action="ask first", deadline=TODAY - timedelta(days=2)), overhaul)
    async with app.run_test() as pilot:
        await until(lambda: "The sheet is shared." in shown(app))
        rows = app.screen.query_one(Rows)
        rows.show(rows._rows, at=f"overhaul:{overhaul.id}")
        await pilot.press("d")
        await until(lambda: isinstance(app.screen, DecideScreen))


async def test_a_slip_gone_on_with_stands_once_and_x_discards(app: RecalibrateApp, journal: Journal) -> None:
    entry = make_entry("The bus left.")
    journal.put(entry)
    async with app.run_test() as pilot:
        await pilot.press("r")
        await until(lambda: isinstance(app.screen, ReframeScreen))
        screen = app.screen
        assert isinstance(screen, ReframeScreen)
        await pilot.press("x")
        await until(lambda: screen.draft.voice == "x")
        await pilot.press("escape", "escape")
        await until(lambda: isinstance(app.screen, TodayScreen) and "stopped at" in shown(app))
        assert shown(app).count("The bus left.") == 1
        await pilot.press("x", "y")
        await until(lambda: "stopped at" not in shown(app))
        assert shown(app).count("The bus left.") == 1
        await pilot.press("x", "y")
        await until(lambda: not journal.all(Entry))
        await pilot.press("u")
        await until(lambda: [each.id for each in journal.all(Entry)] == [entry.id])
