"""Opening the app: the only way that leads to the screens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from recalibrate.commands.call import Call
    from recalibrate.ui.session import Session


def open_app(call: Call, opening: Callable[[Session], Any] | None = None) -> int:
    """Open the app on Today, or on the screen that `opening` makes above it; answers the exit code.

    Raises CouldNot without a terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CouldNot(
            "The app needs a terminal; without one, `recalibrate reframe --plain`, `due`, `list` and the other "
            "commands work, and `recalibrate --help` lists them."
        )
    from recalibrate.store.journal import Journal
    from recalibrate.store.settings import save_settings
    from recalibrate.ui.app import RecalibrateApp
    from recalibrate.ui.session import Session

    path = call.paths.settings
    journal = Journal.open(call.paths.journal, call.clock)
    settings, ignored = call.found_settings
    session = Session(journal, call.drafts, settings, call.clock, lambda settings: save_settings(path, settings))
    app = RecalibrateApp(session, opening, ignored)
    app.run()
    return app.return_code or 0
