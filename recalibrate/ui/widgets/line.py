"""A place to write one line."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.suggester import SuggestFromList
from textual.widgets import Input

from recalibrate.domain.text import clean_text, visible_controls
from recalibrate.ui.widgets.own_keys import is_text, took_own_key


class Line(Input):
    """One line with a quiet mark at its left; `suggestions` complete it with the right arrow."""

    DEFAULT_CSS = """
    Line { height: 1; border: none; border-left: outer $rule; padding: 0 1; background: $background;
        color: $foreground; }
    Line:focus { border: none; border-left: outer $accent; background: $background; background-tint: $background 0%; }
    Line>.input--placeholder, Line>.input--suggestion { color: $quiet; }
    """

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        suggestions: Sequence[str] = (),
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(
            clean_text(value).replace("\n", " "),
            placeholder=placeholder,
            suggester=SuggestFromList(suggestions, case_sensitive=False) if suggestions else None,
            select_on_focus=False,
            id=id,
            classes=classes,
        )
        self.cursor_blink = False

    @property
    def _value(self) -> Text:
        """The value as it may be shown; the base class has no public place to say so."""
        return Text(visible_controls(self.value), no_wrap=True, overflow="ignore", end="")

    async def _on_key(self, event: events.Key) -> None:
        """Keys typed ahead keep their order: Backspace counts before the letter after it."""
        if not event.is_printable and is_text(event):
            event.stop()
            event.prevent_default()
            self.replace(event.character or "", *self.selection)
        elif event.is_printable or not await took_own_key(self, event):
            await super()._on_key(event)

    def _on_paste(self, event: events.Paste) -> None:
        """Take the whole paste as one line."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(" ".join(clean_text(event.text).split("\n")))
