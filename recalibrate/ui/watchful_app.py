"""An app over a session that sees what changes outside: the journal's file, the date, that nobody is there."""

from __future__ import annotations

from recalibrate.ui.folder_watch import FolderWatch
from recalibrate.ui.locking_app import LockingApp
from recalibrate.ui.session import Session

LOOK_EVERY = 1.5
"""Seconds between two looks at the file and the date; a change elsewhere shows within two."""

LOOK_SELDOM = 15.0
"""The same where the system tells of changes: a look is for the date, the idle lock and disks shared with others."""

CHANGES_LAST = 0.1
"""Seconds after word of a change until the file is looked at: one writing is many changes."""


class WatchfulApp(LockingApp):
    """Shows on every screen what another window, a shell, a sync tool or midnight brought."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._day = session.today
        self._watch: FolderWatch | None = None

    def watch_outside(self) -> None:
        """Look from now on, as seldom as the system allows."""
        if (path := self.session.journal.path) is not None:
            self._watch = FolderWatch(path.resolve().parent, self._heard_of_a_change)
        is_told = self._watch is not None and self._watch.begin()
        self.set_interval(LOOK_SELDOM if is_told else LOOK_EVERY, self._look_outside)

    def _heard_of_a_change(self) -> None:
        self.set_timer(CHANGES_LAST, self._look_at_the_change)

    async def _look_at_the_change(self) -> None:
        if self._watch is not None:
            self._watch.listen()  # before the look, so that nothing falls between
            await self._look_outside()

    async def _look_outside(self) -> None:
        if self.session.is_locked:
            self._ask_for_passphrase()  # also where another window has turned encryption on
            return
        if self._lock_if_idle():
            return
        changed = await self.session.refresh()
        self._say_notices()
        if self._day != self.session.today:
            self._day = self.session.today
            if not changed:
                self._renew()

    def on_unmount(self) -> None:
        """Wait for the last commit."""
        if self._watch is not None:
            self._watch.end()
        self.session.close()
