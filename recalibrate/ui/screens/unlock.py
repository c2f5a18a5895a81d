"""The lock: hides everything and asks for the passphrase, at the start and after idle minutes."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from recalibrate.domain.text import display_safe
from recalibrate.store.errors import JournalError
from recalibrate.ui.key_words import keys_said
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.secret import Secret


class UnlockScreen(ModalScreen[None]):
    """Goes away when the passphrase was right; the slow work of trying it happens in a process of its own."""

    DEFAULT_CSS = """
    UnlockScreen { align: center middle; background: $background; }
    UnlockScreen > Vertical { width: 52; max-width: 100%; height: auto; padding: 1 2; }
    UnlockScreen .said { color: $quiet; margin-top: 1; min-height: 1; }
    UnlockScreen .keys { color: $quiet; margin-top: 1; }
    """

    AUTO_FOCUS = "Secret"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "clear", "clear", tooltip="Begin the passphrase anew", id="unlock.clear"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._trying = False

    def compose(self) -> ComposeResult:
        """One line to write on, and nothing of what lies under it."""
        with Vertical():
            yield Static(Content("locked").stylize("bold"))
            yield Secret("passphrase")
            yield Static(classes="said")
            yield Static(keys_said("enter open   {app.safety} safety   {app.quit} leave"), classes="keys")

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Try the passphrase."""
        event.stop()
        if event.value and not self._trying:
            self._trying = True
            self._say("opening …")
            self._try(event.value)

    @work
    async def _try(self, passphrase: str) -> None:
        self.query_one(Secret).value = ""
        try:
            await self._session.unlock(passphrase)
        except JournalError as error:
            self._say(str(error))
            return
        finally:
            self._trying = False
        self.dismiss()

    def action_clear(self) -> None:
        """Take back what was typed."""
        self.query_one(Secret).value = ""

    def _say(self, sentence: str) -> None:
        self.query_one(".said", Static).update(Content(display_safe(sentence)))
