"""One line at the bottom, a blank one above it: the keys that matter here first."""

from __future__ import annotations

from typing import Any

from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from recalibrate.ui.key_table import shown_keys

LOW = 18
"""Below so many rows the blank one is given to the screen."""

GAP = 3

TRIED = ("enter ", "esc ")
"""Keys that everybody tries anyway."""


class KeysLine(Widget):
    """Reads the screen's shown bindings and says each in a word or two; `before` stands in front of them."""

    DEFAULT_CSS = """
    KeysLine { dock: bottom; height: auto; width: 1fr; padding: 0 2; color: $quiet; background: $background; }
    KeysLine.-column { dock: none; width: 80; max-width: 100%; }
    """

    def __init__(self, before: str = "", *, in_column: bool = False) -> None:
        """`in_column` puts the line under the middle column of a screen, where its words begin."""
        super().__init__(classes="-column" if in_column else None)
        self._before = before
        self._parts: list[Content] = []
        self._short: list[Content] = []
        self._is_form = False

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
        self._is_form = getattr(screen, "IS_FORM", False)
        before = [Content(self._before)] if self._before else []
        shown = shown_keys(screen)
        parts = [*before, *(_said(key, words) for key, words in shown)]
        if [(part.plain, part.spans) for part in parts] != [(part.plain, part.spans) for part in self._parts]:
            self._parts = parts
            self._short = [*before, *(_said(key, words.split()[0]) for key, words in shown)]
            self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line, and a blank one above it where there is room."""
        return keys_height(viewport.height)

    def render(self) -> Content:
        """As many keys as there is room for, none of them cut; where one writes, rather a word less than a key."""
        width = max(self.content_size.width, 1)
        going = self._going_in_a_form() if self._is_form else self._going()
        stay = list(range(len(self._parts)))
        parts = self._parts
        while going and len(stay) > 1 and _width([parts[place] for place in stay]) > width:
            if self._is_form and not (self._before and 0 in stay):
                parts = self._short
                if _width([parts[place] for place in stay]) <= width:
                    break
            stay.remove(going.pop(0))
        said = Content(" " * GAP).join(parts[place] for place in stay).truncate(width, ellipsis=True)
        return Content("\n" * (self.content_size.height - 1)) + said

    def _going(self) -> list[int]:
        """The places of the keys in the order they go; the first, the way back and the one to all keys stay longest."""
        places = list(range(len(self._parts)))
        ends = 2 if len(places) > 2 and self._parts[-2].plain.startswith("esc ") else 1
        return [*places[-1 - ends : 0 : -1], *places[-ends:-1]]

    def _going_in_a_form(self) -> list[int]:
        """The same where one writes: what stands in front goes first; the key that keeps, and help, stay longest."""
        places = list(range(len(self._parts)))
        before = places[:1] if self._before else []
        tried = [place for place in places if self._parts[place].plain.startswith(TRIED)]
        more = [place for place in places if place not in (*before, *tried)][1:]
        return [*before, *reversed(more[:-2]), *tried, *reversed(more[-2:])]


def keys_height(rows: int) -> int:
    """How many of a screen's rows the line takes, with the blank one above it."""
    return 1 if rows < LOW else 2


def _said(key: str, words: str) -> Content:
    return Content.assemble((key, "$accent"), f" {words}")


def _width(parts: list[Content]) -> int:
    return sum(part.cell_length for part in parts) + GAP * (len(parts) - 1)
