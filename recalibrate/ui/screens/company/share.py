"""Share one: the card in full before it leaves, its fields to be left out, the clipboard or a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.journaling.share import ALIASES, card_text, keys_of
from recalibrate.exchange.card import card_of
from recalibrate.store.new_file import write_new
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.one_line import OneLineScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Choices, Option
from recalibrate.ui.widgets.keys_line import KeysLine


class ShareScreen(NotebookScreen[None]):
    """The card of the entry or experiment with this id; aliases stay at home until they are switched on."""

    HELP_TITLE = "Share one"

    DEFAULT_CSS = """
    ShareScreen .head { height: auto; padding: 1 2; text-style: bold; color: $accent; }
    ShareScreen #fields { width: 34; height: 1fr; padding: 0 0 0 2; }
    ShareScreen #preview { width: 1fr; height: 1fr; padding: 0 2; border-left: solid $rule; }
    ShareScreen Horizontal { height: 1fr; }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "leave_out", "leave out", tooltip="Leave the field out, or take it in", id="share.leave_out"),
        Binding("c", "copy", "copy", tooltip="Copy the card to the clipboard", id="share.copy"),
        Binding("w", "write", "write a file", tooltip="Write the card to a new file for your eyes", id="share.write"),
        Binding("pagedown", "scroll(1)", "scroll", tooltip="Scroll the card", show=False, id="share.down"),
        Binding("pageup", "scroll(-1)", "back up", tooltip="Scroll the card back", show=False, id="share.up"),
        Binding("escape", "back", "back", tooltip="Back; nothing has left", id="screen.back"),
        Binding("question_mark", "help", "keys", tooltip="The keys of this screen", id="screen.help"),
    ]

    def __init__(self, session: Session, record_id: str) -> None:
        super().__init__(session)
        self._card = card_of(session.journal, record_id, session.today)

    @property
    def card(self) -> str:
        """The text exactly as it would leave."""
        taken = self.query_one(Choices).chosen
        left_out = {key for key, _ in self._fields() if key not in taken}
        return card_text(self._card.parts, left_out, self._card.aliases)

    def compose(self) -> ComposeResult:
        """The fields at the left, the whole card at the right."""
        fields = self._fields()
        yield Static(Content("Share one: this text, no more, and only where you take it"), classes="head")
        with Horizontal():
            with Vertical(id="fields"):
                chosen = [key for key, _ in fields if key != ALIASES]
                yield Choices([Option(key, label) for key, label in fields], chosen=chosen, many=True)
            with VerticalScroll(id="preview", can_focus=False):
                yield Static()
        yield KeysLine()

    def on_mount(self) -> None:
        """Show the card."""
        self._preview()

    @on(Choices.Chosen)
    def _preview(self) -> None:
        self.query_one("#preview Static", Static).update(Content(self.card or "Nothing is left to share."))

    def action_leave_out(self) -> None:
        """Leave the field under the cursor out, or take it in."""
        self.query_one(Choices).action_choose()

    def action_scroll(self, way: int) -> None:
        """Move the card by a page."""
        preview = self.query_one("#preview", VerticalScroll)
        preview.scroll_page_down(animate=False) if way > 0 else preview.scroll_page_up(animate=False)

    def action_copy(self) -> None:
        """Put the card into the clipboard."""
        self.app.copy_to_clipboard(self.card)
        self.say("Copied. Not every terminal passes it on; {share.write} writes a file instead.")

    @work
    async def action_write(self) -> None:
        """Ask for the name of a new file and write it."""
        question = OneLineScreen[Path](
            "Write the card to a new file", lambda name: _new_file(name, self.card), "~/recalibrate-card.txt"
        )
        if written := await self.app.push_screen_wait(question):
            self.say("Written to {file}; only you can read it.", file=str(written))

    def _fields(self) -> list[tuple[str, str]]:
        fields = dict(keys_of(self._card.parts))
        fields.setdefault(ALIASES, "")
        return [(key, "People's aliases" if key == ALIASES else label) for key, label in fields.items()]


def _new_file(name: str, text: str) -> Path:
    """The file the card was written to. Raises ValueError with a sentence when it is there or cannot be made."""
    if not name.strip():
        raise ValueError("Name the file.")
    path = Path(os.path.expanduser(name.strip()))  # noqa: PTH111 # Path.expanduser raises for an unknown user
    try:
        write_new(path, text.encode())
    except FileExistsError:
        raise ValueError(f"{path} is there already and stays as it is. Choose another name.") from None
    except OSError as error:
        raise ValueError(f"{path} cannot be written: {error.strerror or error}.") from None
    return path
