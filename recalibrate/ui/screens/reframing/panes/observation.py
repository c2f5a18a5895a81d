"""Prompt 5: the same event as one moment, three quiet ticks, and an absolute that is still in there."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.reframing.hearing import still_absolute
from recalibrate.domain.reframing.questions import Kind, Question
from recalibrate.domain.settings import Settings
from recalibrate.domain.voice.ticks import ticks
from recalibrate.ui.screens.reframing.panes.pane import Desk, PromptPane
from recalibrate.ui.widgets.writing import Writing

STILL_THERE = "Underlined: reaches further"
LEAVES_ROOM = "Could be wrong: a word like maybe, perhaps, I think, it seems."
LOOKED_AT = 2000
"""Letters of a line that are looked at while it is typed, so that a pasted chapter does not slow the keys."""


class MarkedWriting(Writing):
    """A place to write in which the words that reach beyond the moment are underlined."""

    def __init__(self, text: str, settings: Settings, *, placeholder: str = "", id: str | None = None) -> None:
        self._settings = settings
        super().__init__(text, placeholder=placeholder, id=id)

    def get_line(self, line_index: int) -> Text:
        """The line with its reaching words underlined."""
        line = super().get_line(line_index)
        for cue in still_absolute(self.document.get_line(line_index)[:LOOKED_AT], self._settings):
            line.stylize("underline", cue.start, cue.end)
        return line


class ObservationPane(PromptPane):
    """Three ticks appear as they become true; none of them is a grade, none of them holds."""

    def field(self, asked: Question) -> Iterable[Widget]:
        """The writing, with the ticks right under it."""
        if asked.kind is not Kind.WRITING:
            yield from super().field(asked)
            return
        settings = self.desk.known.settings
        yield MarkedWriting(self.draft.observation, settings, placeholder=asked.hint, id=f"answer-{asked.field}")
        yield Static(self._ticks(), id="ticks")

    def renew(self, desk: Desk) -> None:
        """Tick what has become true."""
        super().renew(desk)
        self.tell("#ticks", self._ticks())

    def _ticks(self) -> Content:
        text = self.draft.observation
        found = ticks(text[:LOOKED_AT])
        parts = [
            Content.assemble(("✓ ", "$accent"), (words, "$foreground")) if true else Content.assemble("· ", words)
            for words, true in (
                ("the moment", found.moment),
                ("what I did or missed", found.deed),
                ("could be wrong", found.room),
            )
        ]
        reaches = bool(still_absolute(text[:LOOKED_AT], self.desk.known.settings))
        beneath = STILL_THERE if reaches else "" if found.room else LEAVES_ROOM
        return Content.assemble(Content("   ").join(parts), "\n", beneath)
