"""An app over a session whose journal may be locked: by itself when nobody is there, and by hand."""

from __future__ import annotations

from textual import work

from recalibrate.ui.idle import IdleLock
from recalibrate.ui.session import Session
from recalibrate.ui.session_app import SessionApp


class LockingApp(SessionApp):
    """Asks for the passphrase above whatever is there."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._idle = IdleLock(session.now)

    def _lock_if_idle(self) -> bool:
        vault = self.session.vault
        if vault is None or not self._idle.is_due(self.session.now, self.session.settings.idle_lock_minutes):
            return False  # told by the clock alone, for this is asked at each key
        if self.session.is_locked or not vault.is_encrypted:
            return False
        self.action_lock()
        return True

    def action_lock(self) -> None:
        """Let the key go and ask for the passphrase; for an encrypted journal only."""
        if self.session.vault is not None and self.session.vault.is_encrypted and not self.session.is_locked:
            self.session.lock()
            self._ask_for_passphrase()

    def _ask_for_passphrase(self) -> None:
        from recalibrate.ui.screens.unlock import UnlockScreen

        if not any(isinstance(screen, UnlockScreen) for screen in self.screen_stack):
            self._unlock()

    @work(exclusive=True, group="lock")
    async def _unlock(self) -> None:
        from recalibrate.ui.screens.unlock import UnlockScreen

        await self.push_screen_wait(UnlockScreen(self.session))
        self._idle.touched(self.session.now)
        self._say_notices()
