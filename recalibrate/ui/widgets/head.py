"""The first line of a screen: what it shows at the left, whether all is saved at the right."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive

from recalibrate.ui.widgets.save_mark import SaveMark

GAP = 3
"""Columns between what a screen shows and what stands at the right."""


class Head(SaveMark):
    """A title with the save mark, and a `note` before the mark; one widget, since each costs a screen time to open."""

    DEFAULT_CSS = """
    Head { width: 1fr; max-width: 120; height: 2; padding: 1 2 0 2; text-align: left; }
    """

    title: reactive[str] = reactive("")
    note: reactive[str] = reactive("")

    def render(self) -> Content:
        """The line for the width there is; only the title is cut."""
        aside = Content("   ".join(filter(None, (self.note, self.said))))
        room = max(self.content_size.width - aside.cell_length - GAP, 8)
        title = Content(self.title).truncate(room, ellipsis=True, pad=True)
        return Content.assemble(title.stylize("bold $accent"), " " * GAP, aside)
