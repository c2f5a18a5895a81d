"""The end: verdict and observation side by side, the plan, the date; then what was written down."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.reframing.records import finished
from recalibrate.domain.reframing.summary import SAFETY_KEY, Said, summary
from recalibrate.domain.text import display_safe
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.reframing.panes.pane import PromptPane

SIDE_BY_SIDE = 60
"""Columns from which the two sentences stand beside each other."""


class Sentences(Static, can_focus=True):
    """The last field: nothing to write any more."""


class ClosePane(PromptPane):
    """What is about to be kept, shown once more; Enter keeps it."""

    def fields(self) -> Iterable[Widget]:
        """The sentences, the plan, the date, a note."""
        known, now = self.desk.known, self.desk.now
        refused = finished(self.draft, known, now).refused
        self.shown = summary(self.draft, now.date(), known.settings.week_start, refused)
        yield Sentences(id="answer-close")
        for line in self.shown.plan:
            yield Static(Content(display_safe(line)), classes="plan-line")
        if self.shown.date:
            yield Static(Content(display_safe(self.shown.date)), classes="plan-date")
        if self.shown.note:
            note = self.shown.note.replace(SAFETY_KEY, in_keys(SAFETY_KEY))
            yield Static(Content(display_safe(note)), classes="plan-note")
        yield Static(Content(in_keys("{reframe.enter} writes it down.")), classes="hint")

    def on_resize(self, event: events.Resize) -> None:
        """Lay the sentences out for the width there is."""
        self.query_one(Sentences).update(self._side_by_side(max(event.size.width - 4, 20)))

    def _side_by_side(self, width: int) -> Content:
        sentences = self.shown.sentences
        if len(sentences) < 2 or width < SIDE_BY_SIDE:
            return Content("\n\n").join([Content("\n").join(_column(each, width)) for each in sentences])
        half = (width - 3) // 2
        left, right = (_column(each, half) for each in sentences)
        lines = []
        for number in range(max(len(left), len(right))):
            first = left[number] if number < len(left) else Content("")
            second = right[number] if number < len(right) else Content("")
            lines.append(Content.assemble(first.pad_right(half - first.cell_length), "   ", second))
        return Content("\n").join(lines)


def _column(said: Said, width: int) -> list[Content]:
    """One sentence in a column: its mark at the left, its remark beneath."""
    words = display_safe(said.words)
    lines = [Content.assemble(("  ", ""), (part.plain, "$foreground")) for part in Content(words).wrap(width - 2)][:6]
    lines[0] = Content.assemble((f"{said.mark.sign} ", "$accent"), lines[0][2:])
    remark = Content(display_safe(said.remark)).wrap(width - 2) if said.remark else []
    return [*lines, *(Content.assemble("  ", (part.plain, "$quiet")) for part in remark)]
