"""Something that must not be left in the middle: no key is heard until it is done."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static


class BusyScreen(ModalScreen[None]):
    """Says what is being done; goes by itself, and nobody leaves meanwhile."""

    DEFAULT_CSS = """
    BusyScreen { align: center middle; background: $background 70%; }
    BusyScreen > Vertical { width: 80; max-width: 100%; height: auto; background: $panel; padding: 1 3; }
    BusyScreen Static { text-style: bold; }
    """

    def __init__(self, said: str) -> None:
        super().__init__()
        self._said = said
        self._is_done = self._goes = False
        self._gone = asyncio.Event()

    def compose(self) -> ComposeResult:
        """One sentence."""
        with Vertical():
            yield Static(Content(self._said))

    async def holds_back_quit(self) -> bool:
        """What is half done is finished first."""
        return True

    async def done(self) -> None:
        """Go, or wait until the page above is left: what comes next is not to be shown over a covered screen."""
        self._is_done = True
        self.on_screen_resume()
        await self._gone.wait()

    def on_screen_resume(self) -> None:
        """Go if it is done, also where that was while another page stood above."""
        if self._is_done and self.is_current and not self._goes:
            self._goes = True
            self.dismiss()

    def on_unmount(self) -> None:
        """Gone."""
        self._gone.set()


@asynccontextmanager
async def busy(app: App[Any], said: str) -> AsyncIterator[None]:
    """Show that something is being done while it is entered."""
    screen = BusyScreen(said)
    await app.push_screen(screen)
    try:
        yield
    finally:
        await screen.done()
