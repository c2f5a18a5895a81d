"""Opening the app: the only way that leads to the screens."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from recalibrate.commands.call import Call
    from recalibrate.domain.settings import Settings
    from recalibrate.store.errors import JournalDamaged
    from recalibrate.ui.session import Session

SHORT_TURN = 0.0005
"""Seconds that work beside the keys (reading, counting, closing months) may hold the interpreter while one waits.

Python's own is ten times that, and a key needs several turns."""


def open_app(call: Call, opening: Callable[[Session], Any] | None = None, *, plain: str = "reframe --plain") -> int:
    """Open the app on Today, or on the screen that `opening` makes above it; answers the exit code.

    `plain` is the command that does the same line by line.
    Raises CouldNot without a terminal, or with one that can only go on from line to line.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or call.environ.get("TERM") == "dumb":
        raise CouldNot(
            f"The app needs a terminal that moves its cursor; without one, `recalibrate {plain}`, `due`, `list` "
            "and the other commands work, and `recalibrate --help` lists them."
        )
    _do_without_tls()
    from recalibrate.commands.early_keys import keys_kept

    with keys_kept(sys.stdin.fileno()):
        return _opened(call, opening)


def _do_without_tls() -> None:
    """Let asyncio be loaded as where Python has no TLS: nothing here ever connects, and the first picture is sooner."""
    sys.modules.setdefault("ssl", None)  # type: ignore[arg-type] # Python's own way to say that a module is not there


def _opened(call: Call, opening: Callable[[Session], Any] | None) -> int:
    from recalibrate.commands.due_short import forget, keep_up
    from recalibrate.store.at_hand import is_long
    from recalibrate.store.drafts import Drafts
    from recalibrate.store.errors import JournalDamaged
    from recalibrate.store.journal import Journal
    from recalibrate.store.sealed.vault import Vault
    from recalibrate.store.settings import save_settings
    from recalibrate.ui.app import RecalibrateApp
    from recalibrate.ui.session import Session

    path = call.paths.settings
    vault = Vault(call.paths.journal, apart=True, checked=call.paths.checked)
    # an encrypted journal is opened by the app itself, behind the lock
    # and a long one is read behind the first screen, which it would keep waiting
    later = opening is None and is_long(call.paths.journal)
    try:
        journal = vault.open_journal(call.clock, later=later) if vault.is_open else Journal.in_memory(call.clock)
    except JournalDamaged as error:
        return _recovered_or(error, call, opening)
    if journal.read_only and not _opened_to_read(call):
        return 1
    if not vault.is_encrypted:
        keep_up(call.paths, journal)
    drafts = Drafts(call.paths.drafts, vault.codec)
    settings, ignored = call.found_settings
    known = settings

    def keep(changed: Settings) -> None:
        nonlocal known
        save_settings(path, changed, known)
        known = changed

    session = Session(journal, drafts, settings, call.clock, keep, vault)
    app = RecalibrateApp(session, opening, ignored)
    sys.setswitchinterval(SHORT_TURN)
    gc.freeze()  # what was imported stays for good, and is not to be looked through once the app turns on the collector
    app.run()
    if vault.is_encrypted:
        forget(call.paths)
    if isinstance(app.trouble, JournalDamaged):
        return _recovered_or(app.trouble, call, opening)
    if app.trouble is not None:
        raise app.trouble
    return app.return_code or 0


def _opened_to_read(call: Call) -> bool:
    """Say why nothing can be saved, before the app opens; False when the user would rather leave."""
    from recalibrate.store.recovery import check
    from recalibrate.ui.recovery_app import RecoveryApp

    report = check(call.file, call.clock, call.codec)
    return bool(RecoveryApp(report, str, str).run())


def _recovered_or(error: JournalDamaged, call: Call, opening: Callable[[Session], Any] | None) -> int:
    """Show what is left of the journal; opens the app once it is brought back, else raises the error."""
    from recalibrate.store.backups import restore, swap
    from recalibrate.store.recovery import State, check, recover
    from recalibrate.ui.recovery_app import RecoveryApp

    gc.enable()
    path, codec = call.file, call.codec
    report = check(path, call.clock, codec)
    if report.state is State.SOMETHING_ELSE and report.backup is None:
        raise error  # another program's file is not ours to begin anew

    def bring_back() -> str:
        if report.state is State.DAMAGED or report.backup is None:
            done = recover(path, call.clock, codec)
        else:
            done = restore(path, report.backup.path, call.clock, codec)
        return f"Brought back {sum(done.after.values())} records.{_kept(done.kept)}"

    def begin_anew() -> str:
        return f"A new journal is begun.{_kept(swap(path, {}, call.clock, codec).kept)}"

    if report.is_whole or not RecoveryApp(report, bring_back, begin_anew).run():
        raise error
    return _opened(call, opening)


def _kept(place: Path | None) -> str:
    return f" The file that was there is kept as {place}." if place else ""
