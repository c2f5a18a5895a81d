"""One line at the bottom: the keys that matter here first."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from recalibrate.ui.key_table import shown_keys


class KeysLine(Widget):
    """Reads the screen's shown bindings and says each in a word or two; `before` stands in front of them."""

    DEFAULT_CSS = """
    KeysLine { dock: bottom; height: 1; width: 1fr; padding: 0 2; color: $quiet; background: $background; }
    """

    def __init__(self, before: str = "") -> None:
        super().__init__()
        self._before = before
        self._said = Content("")

    def on_mount(self) -> None:
        """Follow the focus, since a text field hides the single letters."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)
        self._bindings_changed(self.screen)

    def say(self, before: str) -> None:
        """Put something else in front ("2 of 8")."""
        self._before = before
        self._bindings_changed(self.screen)

    def _bindings_changed(self, screen: Screen[Any]) -> None:
        if not screen.is_attached:
            return
        parts: list[Content] = [Content(self._before)] if self._before else []
        parts += [Content.assemble((key, "$accent"), f" {words}") for key, words in shown_keys(screen)]
        said = Content("   ").join(parts)
        if said != self._said or said.spans != self._said.spans:
            self._said = said
            self.refresh()

    def render(self) -> Content:
        """The line, cut at the end where the terminal is narrow."""
        return self._said.truncate(max(self.content_size.width, 1), ellipsis=True)
