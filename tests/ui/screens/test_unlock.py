"""The lock on the screen: before anything is read, after idle minutes, and switched from the settings."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Static

from recalibrate.domain.records.entry import Entry
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.journal import Journal
from recalibrate.store.sealed.encrypting import decrypt, encrypt
from recalibrate.store.sealed.inbox import Inbox
from recalibrate.store.sealed.vault import Vault
from recalibrate.ui.app import RecalibrateApp
from recalibrate.ui.screens.busy import BusyScreen, busy
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.today.today import TodayScreen
from recalibrate.ui.screens.unlock import UnlockScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.head import Head
from recalibrate.ui.widgets.rows import Rows
from recalibrate.ui.widgets.secret import Secret
from tests.builders import FixedClock, make_entry
from tests.quick_wrapping import wrap_quickly
from tests.ui.waiting import until

PASSPHRASE = "four quiet words here"
WORDS = "I read out the wrong figure."


@pytest.fixture(autouse=True)
def _quick_wrapping(monkeypatch: pytest.MonkeyPatch) -> None:
    wrap_quickly(monkeypatch)


@pytest.fixture
def sealed(tmp_path: Path) -> tuple[Path, str]:
    """A folder with an encrypted journal, and its recovery key."""
    path = tmp_path / "sealed" / "journal.json"
    Journal.open(path, FixedClock()).put(make_entry(WORDS))
    return path.parent, encrypt(Vault(path), PASSPHRASE, FixedClock()).recovery_key


@pytest.fixture
def make_app(sealed: tuple[Path, str], tmp_path: Path, clock: FixedClock) -> Callable[[], RecalibrateApp]:
    """The app on a copy of that journal, locked as at the start."""

    def make() -> RecalibrateApp:
        home = tmp_path / "home"
        if not home.exists():
            shutil.copytree(sealed[0], home)
        vault = Vault(home / "journal.json", apart=True)
        drafts = Drafts(home / "drafts", vault.codec)
        settings = Settings(seen_welcome=True, idle_lock_minutes=5)
        return RecalibrateApp(Session(Journal.in_memory(clock), drafts, settings, clock, vault=vault))

    return make


def shown(app: RecalibrateApp) -> str:
    """All rows of Today, whatever lies above it."""
    today = next(screen for screen in app.screen_stack if isinstance(screen, TodayScreen))
    return "\n".join(row.content.plain for row in today.query_one(Rows)._rows)


def keys(app: RecalibrateApp) -> list[str]:
    """The recovery keys on the screen."""
    return [str(each.content) for each in app.screen.query(Static) if str(each.content).startswith("AGE-SECRET-KEY-1")]


def said(app: RecalibrateApp) -> str:
    return str(app.screen.query_one(".said", Static).content)


async def test_nothing_is_read_before_the_passphrase_and_a_wrong_one_says_so(
    make_app: Callable[[], RecalibrateApp],
) -> None:
    app = make_app()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, UnlockScreen)
        assert not any(isinstance(screen, TodayScreen) for screen in app.screen_stack)
        app.screen.query_one(Secret).value = "not this"
        assert app.screen.query_one(Secret)._value.plain == "••••••••"
        await pilot.press("enter")
        await until(lambda: "does not open the journal" in said(app))
        assert app.session.is_locked
        vault = app.session.vault
        assert vault is not None
        Inbox(vault.places.inbox, vault.codec, app.session.clock).put(make_entry("Sealed meanwhile."))
        app.screen.query_one(Secret).value = PASSPHRASE
        await pilot.press("enter")
        await until(lambda: isinstance(app.screen, TodayScreen) and WORDS in shown(app))
        assert "Sealed meanwhile." in shown(app)
        assert app.screen.query_one(Head).note == "encrypted"


async def test_idle_minutes_lock_and_the_key_that_comes_then_is_not_heard(
    make_app: Callable[[], RecalibrateApp], sealed: tuple[Path, str], clock: FixedClock
) -> None:
    app = make_app()
    vault = app.session.vault
    assert vault is not None
    vault.unlock_with_recovery_key(sealed[1])  # quick: no passphrase has to be tried
    app.session.journal = vault.open_journal(clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.advance(minutes=4)
        await pilot.press("down")
        clock.advance(minutes=4)
        await pilot.press("down")
        assert isinstance(app.screen, TodayScreen)
        clock.advance(minutes=6)
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, UnlockScreen)
        assert app.session.is_locked
        app.session.drafts.save("a", {"kind": "reframe"})  # what is typed is still kept, encrypted
        await pilot.press("ctrl+p")
        await pilot.press("escape")
        assert isinstance(app.screen, UnlockScreen)
        vault.unlock_with_recovery_key(sealed[1])
        app.screen.dismiss()
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert app.session.journal.all(Entry)


async def test_a_plain_journal_never_locks(clock: FixedClock, tmp_path: Path) -> None:
    vault = Vault(tmp_path / "journal.json")
    journal = vault.open_journal(clock)
    session = Session(journal, Drafts(None), Settings(seen_welcome=True, idle_lock_minutes=1), clock, vault=vault)
    app = RecalibrateApp(session)
    async with app.run_test() as pilot:
        await pilot.pause()
        clock.advance(hours=3)
        await pilot.press("down")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)


async def test_the_settings_turn_encryption_on_and_show_the_recovery_key_once(
    clock: FixedClock, tmp_path: Path
) -> None:
    vault = Vault(tmp_path / "journal.json", apart=True)
    journal = vault.open_journal(clock)
    journal.put(make_entry(WORDS))
    app = RecalibrateApp(Session(journal, Drafts(None), Settings(seen_welcome=True), clock, vault=vault))
    async with app.run_test() as pilot:
        await pilot.press("s")
        rows = app.screen.query_one(Rows)
        rows.cursor = next(at for at, row in enumerate(rows._rows) if row.key == "encrypt")
        await pilot.press("enter")
        await pilot.pause()
        for name in ("new", "again"):
            app.screen.query_one(f"#{name}", Secret).value = PASSPHRASE
        await pilot.press("ctrl+s")
        await until(lambda: bool(keys(app)))
        (key,) = keys(app)
        await pilot.press("escape", "escape")
        assert keys(app) == [key]
        await pilot.press("ctrl+q", "n")
        assert keys(app) == [key]
        await pilot.press("escape", "y")
        await until(lambda: not keys(app) and not isinstance(app.screen, ConfirmScreen))
        assert app.session.journal.path == tmp_path / "journal.json.age"
        assert [entry.what_happened for entry in app.session.journal.all(Entry)] == [WORDS]
        assert not (tmp_path / "journal.json").exists()
    other = Vault(tmp_path / "journal.json")
    other.unlock_with_recovery_key(key)
    assert len(other.open_journal(clock).all(Entry)) == 1


async def test_encryption_turned_on_and_off_elsewhere_is_followed(clock: FixedClock, tmp_path: Path) -> None:
    vault = Vault(tmp_path / "journal.json", apart=True)
    journal = vault.open_journal(clock)
    journal.put(make_entry(WORDS))
    app = RecalibrateApp(Session(journal, Drafts(None), Settings(seen_welcome=True), clock, vault=vault))
    async with app.run_test() as pilot:
        await pilot.pause()
        elsewhere = Vault(tmp_path / "journal.json")
        key = encrypt(elsewhere, PASSPHRASE, clock).recovery_key
        await app._look_outside()
        await pilot.pause()
        assert isinstance(app.screen, UnlockScreen)
        vault.unlock_with_recovery_key(key)
        app.screen.dismiss()
        await pilot.pause()
        await app._look_outside()
        assert app.session.journal.path == tmp_path / "journal.json.age"
        decrypt(elsewhere, clock)
        await app._look_outside()
        assert app.session.journal.path == tmp_path / "journal.json"
        assert WORDS in shown(app)


async def test_a_journal_that_breaks_outside_is_told_and_closes_nothing(clock: FixedClock, tmp_path: Path) -> None:
    vault = Vault(tmp_path / "journal.json")
    journal = vault.open_journal(clock)
    journal.put(make_entry(WORDS))
    whole = (tmp_path / "journal.json").read_bytes()
    app = RecalibrateApp(Session(journal, Drafts(None), Settings(seen_welcome=True), clock, vault=vault))
    async with app.run_test() as pilot:
        await pilot.pause()
        (tmp_path / "journal.json").write_bytes(whole[:-40])
        await app._look_outside()
        await pilot.pause()
        assert "cannot be read" in app.session.state.reason
        assert WORDS in shown(app)
        (tmp_path / "journal.json").write_bytes(whole)
        await app._look_outside()
        assert app.session.state.reason == ""


async def test_what_is_half_done_is_not_left(clock: FixedClock) -> None:
    app = RecalibrateApp(Session(Journal.in_memory(clock), Drafts(None), Settings(seen_welcome=True), clock))
    async with app.run_test() as pilot:
        await pilot.pause()
        async with busy(app, "Encrypting …"):
            await pilot.press("escape", "enter", "q", "ctrl+q")
            assert isinstance(app.screen, BusyScreen)
            await pilot.press("ctrl+l")
            covered = app.screen
            assert not isinstance(covered, BusyScreen)
            app.call_later(covered.dismiss)
        assert isinstance(app.screen, TodayScreen)
        assert app.return_code is None
