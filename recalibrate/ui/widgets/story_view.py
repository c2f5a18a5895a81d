"""A page of lines that scrolls, laid out anew for each width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

Told = Callable[[int], Sequence[Content]]
"""Lays a story out as lines of at most so many cells."""


class StoryView(ScrollView, can_focus=True):
    """Shows what `tell` makes of its width; drawing a line costs the same however long the story is."""

    DEFAULT_CSS = """
    StoryView { height: 1fr; width: 1fr; background: $background; overflow-x: hidden; overflow-y: auto; }
    StoryView > .story--line { background: $background; }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"story--line"}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_by(1)", "down", show=False, id="story.down"),
        Binding("k,up", "scroll_by(-1)", "up", show=False, id="story.up"),
        Binding("pagedown,ctrl+f", "scroll_page(1)", "page down", show=False, id="story.page_down"),
        Binding("pageup,ctrl+b", "scroll_page(-1)", "page up", show=False, id="story.page_up"),
        Binding("g,home", "scroll_end_of(True)", "top", show=False, id="story.top"),
        Binding("G,end", "scroll_end_of(False)", "bottom", show=False, id="story.bottom"),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tell: Told = lambda width: ()
        self._lines: Sequence[Content] = ()
        self._width = 0
        self._of = ""

    @property
    def lines(self) -> Sequence[Content]:
        """What is shown, from top to bottom."""
        return self._lines

    def show(self, tell: Told, of: str) -> None:
        """Show another story; the place is kept while it is still the one `of` the same key."""
        self._tell = tell
        self._lay_out()
        if of != self._of:
            self._of = of
            self.scroll_to(y=0, animate=False, force=True)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the story out for the new width."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()

    def action_scroll_by(self, lines: int) -> None:
        """A line down or up."""
        self.scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, way: int) -> None:
        """A window's height down or up."""
        self.scroll_relative(y=way * max(self.size.height - 1, 1), animate=False)

    def action_scroll_end_of(self, top: bool) -> None:
        """To the top or to the bottom."""
        self.scroll_to(y=0 if top else self.max_scroll_y, animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        place = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        style = self.get_visual_style("story--line")
        if not 0 <= place < len(self._lines):
            return Strip.blank(width, style.rich_style)
        strips = Visual.to_strips(self, self._lines[place], width, 1, style)
        strip = strips[0] if strips else Strip.blank(width, style.rich_style)
        return strip.adjust_cell_length(width, style.rich_style)

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        if self._width:
            self._lines = self._tell(self._width - 1)
            self.virtual_size = Size(0, len(self._lines))
        self.refresh()
