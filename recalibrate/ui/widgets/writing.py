"""A place to write more than one line."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from recalibrate.domain.text import clean_text, visible_controls
from recalibrate.ui.widgets.own_keys import is_text, took_own_key

NEW_LINE_KEYS = frozenset({"ctrl+j", "alt+enter", "shift+enter", "ctrl+enter"})


class Writing(TextArea):
    """Enter goes on, ctrl+j makes a new line, a paste is taken whole; text is cleaned as it comes in."""

    DEFAULT_CSS = """
    Writing { height: auto; min-height: 1; max-height: 8; border: none; border-left: outer $rule; padding: 0 1;
        background: $background; color: $foreground; }
    Writing:focus { border: none; border-left: outer $accent; background: $background; }
    Writing .text-area--placeholder { color: $quiet; }
    Writing .text-area--cursor-line { background: $background; }
    """

    @dataclass
    class Written(Message):
        """The words changed."""

        writing: Writing
        text: str

        @property
        def control(self) -> Writing:
            """The field that was written in."""
            return self.writing

    @dataclass
    class Finished(Message):
        """Enter was pressed: on to what comes next."""

        writing: Writing

        @property
        def control(self) -> Writing:
            """The field that was left."""
            return self.writing

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(
            clean_text(text),
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
            placeholder=Content(placeholder),
            id=id,
        )
        self.cursor_blink = False

    def get_line(self, line_index: int) -> Text:
        """The line as it may be shown: an escape is a visible symbol, never sent."""
        return Text(visible_controls(self.document.get_line(line_index)), end="", no_wrap=True)

    async def _on_key(self, event: events.Key) -> None:
        """Enter goes on; the keys that make a new line make one."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Finished(self))
        elif event.key in NEW_LINE_KEYS:
            event.stop()
            event.prevent_default()
            self.insert("\n")
        elif not event.is_printable and is_text(event):
            event.stop()
            event.prevent_default()
            self.replace(event.character or "", *self.selection, maintain_selection_offset=False)
        elif event.is_printable or not await took_own_key(self, event):
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        """Take the whole paste, cleaned."""
        event.stop()
        event.prevent_default()
        self.replace(clean_text(event.text), *self.selection, maintain_selection_offset=False)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say what stands here now."""
        event.stop()
        self.post_message(self.Written(self, self.text))

    def undo(self) -> None:
        """Undo; the cursor is put where it always exists, because undoing a long paste would look past the end."""
        self.selection = Selection((0, 0), (0, 0))
        super().undo()

    def redo(self) -> None:
        """Redo, with the same care as undo."""
        self.selection = Selection((0, 0), (0, 0))
        super().redo()
