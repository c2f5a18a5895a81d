"""A place to write a passphrase: dots, whatever is typed."""

from __future__ import annotations

from rich.text import Text
from textual import events

from recalibrate.ui.widgets.line import Line


class Secret(Line):
    """A line that shows one dot for each character; nothing of it can be copied out, and it is kept as typed."""

    def __init__(self, placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(placeholder=placeholder, id=id)
        self.password = True

    @property
    def _value(self) -> Text:
        """Dots; the base class has no public place to say so."""
        return Text("•" * len(self.value), no_wrap=True, overflow="ignore", end="")

    def _on_paste(self, event: events.Paste) -> None:
        """Take the first line of a paste as it is: a passphrase is not mended."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(event.text.split("\n")[0].removesuffix("\r"))

    def action_copy(self) -> None:
        """Do nothing: dots are for the eye alone."""

    def action_cut(self) -> None:
        """Do nothing: dots are for the eye alone."""
