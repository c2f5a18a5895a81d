"""A long list that draws only the lines one sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from recalibrate.ui.widgets.row import Row, place_of
from recalibrate.ui.widgets.row_strips import RowStrips
from recalibrate.ui.widgets.thin import thinned

WIDEST = 120
"""In a wider terminal lists are laid out for so many columns: the eye has to find its way across."""

CONTEXT = 3
"""This part of the window stays in sight when the cursor walks out of it."""

FINENESS = 8
"""The thumb of a scroll bar moves by this part of a cell."""


class Rows(ScrollView, can_focus=True):
    """Rows from any sequence, made when they are drawn, so that it may be as long as it likes."""

    DEFAULT_CSS = """
    Rows { height: 1fr; width: 1fr; background: $background; overflow-x: hidden; overflow-y: auto; }
    Rows > .rows--cursor { background: $here; }
    Rows > .rows--away { background: $panel; }
    Rows > .rows--row { background: $background; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--away", "rows--row"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "down", show=False, id="rows.down"),
        Binding("up", "move(-1)", "up", show=False, id="rows.up"),
        Binding("pagedown,ctrl+f", "page(1)", "page down", show=False, id="rows.page_down"),
        Binding("pageup,ctrl+b", "page(-1)", "page up", show=False, id="rows.page_up"),
        Binding("home,g", "end_of_list(True)", "first", show=False, id="rows.first"),
        Binding("end,G", "end_of_list(False)", "last", show=False, id="rows.last"),
        Binding("enter", "open", "open", show=False, id="rows.open"),
    ]

    cursor: reactive[int] = reactive(-1, repaint=False)

    @dataclass
    class _OnRow(Message):
        rows: Rows
        key: str

        @property
        def control(self) -> Rows:
            """The list it happened in."""
            return self.rows

    class Moved(_OnRow):
        """The cursor stands on the row `key` now; empty when no row can be stood on."""

    class Opened(_OnRow):
        """Enter or a click on the row `key`."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._strips = RowStrips(self._draw)

    @property
    def key(self) -> str:
        """The key of the row under the cursor; empty when there is none."""
        return self._rows[self.cursor].key if 0 <= self.cursor < len(self._rows) else ""

    def show(self, rows: Sequence[Row], *, at: str | None = None) -> None:
        """Show other rows; the cursor stays with its key (or goes to the key `at`), else near its place."""
        wanted = self.key if at is None else at
        place = self.cursor
        seen = self._lines() if self._rows else []
        self._rows = rows
        self._strips.clear()
        self.virtual_size = Size(0, len(rows))
        found = place_of(rows, wanted)
        if found is None:
            found = self._near(max(min(place, len(rows) - 1), 0), 1)
        self.set_reactive(Rows.cursor, found)
        self._bring_into_view()
        if seen:
            self._refresh_what_changed(seen)
        else:
            self.refresh()
        self.post_message(self.Moved(self, self.key))

    def _lines(self) -> list[Strip]:
        """The lines of the window."""
        return [self.render_line(y) for y in range(self.size.height)]

    def _refresh_what_changed(self, seen: Sequence[Strip]) -> None:
        """Most often others are shown that look the same, and need not be sent."""
        for y, (line, before) in enumerate(zip(self._lines(), seen, strict=True)):
            if line != before:
                self.refresh(Region(0, y, self.scrollable_content_region.width, 1))

    def stand_on(self, number: int) -> None:
        """Put the cursor on the row at `number`, or the nearest one that can be stood on."""
        self._go(number, 1)

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw the two lines that changed, no more."""
        if not self._bring_into_view():
            for place in (before, after):
                self.refresh(Region(0, place - self.scroll_offset.y, self.scrollable_content_region.width, 1))
            self.call_after_refresh(self._draw_ahead, after - before)
        self.post_message(self.Moved(self, self.key))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Redraw the rows, and the bar only where its thumb would be seen to move."""
        bar, height = self.vertical_scrollbar, max(self.size.height, 1)
        seen = self.virtual_size.height / height / FINENESS
        if abs(new_value - bar.position) >= seen or new_value in (0, self.max_scroll_y):
            bar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh(Region(0, 0, self.scrollable_content_region.width, height))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Opening where the cursor stands on a row."""
        return action != "open" or bool(self.key)

    def action_move(self, by: int) -> None:
        """One row down or up, past headings; scrolls on where nothing is left to stand on."""
        self._go(self.cursor + by, by)

    def action_page(self, by: int) -> None:
        """A window's height down or up."""
        self._go(self.cursor + by * max(self.size.height - 1, 1), by)

    def action_end_of_list(self, first: bool) -> None:
        """The first row, or the last."""
        self._go(0 if first else len(self._rows) - 1, 1 if first else -1)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.key:
            self.post_message(self.Opened(self, self.key))

    def on_click(self, event: events.Click) -> None:
        """The first click moves the cursor, one on the cursor opens."""
        place = event.y + self.scroll_offset.y
        if not (0 <= place < len(self._rows)) or not self._rows[place].key:
            return
        if place == self.cursor:
            self.action_open()
        else:
            self.cursor = place

    def on_resize(self) -> None:
        """Follow the window; the rows themselves are drawn to its width."""
        self.virtual_size = Size(0, len(self._rows))
        self._bring_into_view()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        here = "rows--cursor" if self.has_focus else "rows--away"
        part = here if place == self.cursor else "rows--row"
        return self._strips.line(place, part, width)

    def notify_style_update(self) -> None:
        """Another theme: what was drawn before does not count."""
        self._strips.clear()
        super().notify_style_update()

    def _draw(self, place: int, part: str, width: int) -> Strip:
        style = self.get_visual_style(part)
        if not 0 <= place < len(self._rows):
            return Strip.blank(width, style.rich_style)
        content = self._rows[place].content
        if part == "rows--cursor" and content.plain.startswith(" "):
            content = Content.assemble(("▸", "$accent"), content[1:])  # where one is, also without colour
        content = content.truncate(width, ellipsis=True)
        strips = Visual.to_strips(self, content, width, 1, style)
        strip = strips[0] if strips else Strip.blank(width, style.rich_style)
        return thinned(strip.adjust_cell_length(width, style.rich_style))

    def _draw_ahead(self, way: int) -> None:
        """Draw what the cursor is walking to, so that the key which scrolls there only has to show it."""
        top, height = self.scroll_offset.y, self.size.height
        below = range(top + height, min(top + 2 * height, len(self._rows)))
        above = range(top - 1, max(top - height, 0) - 1, -1)
        self._strips.draw_ahead(below if way > 0 else above, "rows--row", self.scrollable_content_region.width)

    def _go(self, place: int, way: int) -> None:
        place = max(min(place, len(self._rows) - 1), 0)
        found = self._near(place, way)
        if found >= 0:
            self.cursor = found
        if way < 0 and not any(self._rows[number].key for number in range(max(self.cursor, 0))):
            self.scroll_to(y=0, animate=False)  # the headings above the first row

    def _near(self, place: int, way: int) -> int:
        for step in (way, -way):
            number = place
            while 0 <= number < len(self._rows):
                if self._rows[number].key:
                    return number
                number += step
        return -1

    def _bring_into_view(self) -> bool:
        """Scroll to the cursor where it is out of sight; whether that was so."""
        height = self.size.height
        if self.cursor < 0 or not height:
            return False
        away = self.cursor - self.scroll_offset.y
        if 0 <= away < height:
            return False
        # most of a window at once: a line at a time would send the whole window for each key
        kept = height // CONTEXT
        top = self.cursor - height + 1 + kept if away < 0 else self.cursor - kept
        self.scroll_to(y=max(min(top, self.virtual_size.height - height), 0), animate=False, force=True)
        return True


class VimRows(Rows):
    """The same list with vim's keys beside the ordinary ones, where the letters are free."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "move(1)", "down", show=False, id="rows.vim_down"),
        Binding("k", "move(-1)", "up", show=False, id="rows.vim_up"),
    ]
