"""Prompt 3: whole, moment, both, can't tell; only then the words that reach beyond the moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from recalibrate.domain.marks import scope_mark
from recalibrate.domain.records.entry import Scope
from recalibrate.domain.reframing.hearing import reaching
from recalibrate.domain.reframing.questions import SCOPES
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.reframing.summary import REACH
from recalibrate.domain.text import display_safe
from recalibrate.domain.voice import FAMILIES, Cue
from recalibrate.domain.wording import one_line
from recalibrate.ui.charts.lines import clip
from recalibrate.ui.key_words import in_keys
from recalibrate.ui.screens.reframing.panes.pane import Desk, PromptPane
from recalibrate.ui.screens.reframing.slip_head import STYLES
from recalibrate.ui.widgets.choices import Choices, Option

SHOWN, LONGEST = 4, 44
"""How many words are named at most, and how many columns of each."""

GAP = "    "
SHORT_ROAD = "Already one moment: the short road, straight to the question."
FINE = "{scope.dismiss} fine for me, for good"


class ScopePane(PromptPane):
    """The user's mark first, the second pair of eyes after it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "cue(-1)", "word before", tooltip="The marked word before", show=False, id="scope.before"),
        Binding("right", "cue(1)", "next word", tooltip="The next marked word", show=False, id="scope.next"),
        Binding(
            "x", "dismiss", "fine for me", tooltip="This word is fine for me, for good", show=False, id="scope.dismiss"
        ),
    ]

    @dataclass
    class Dismissed(Message):
        """A cue is fine for this user, for good."""

        words: str

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._at = 0

    @property
    def _cues(self) -> tuple[Cue, ...]:
        if self.draft.scope is None:
            return ()
        cues = reaching(self.draft.voice, self.desk.known.settings)
        return tuple({cue.text.casefold(): cue for cue in reversed(cues)}.values())[::-1][:SHOWN]

    def fields(self) -> Iterable[Widget]:
        """Four choices by key."""
        options = [
            Option(each.value, each.words, note=each.more, letter=each.key, mark=scope_mark(Scope(each.value)).sign)
            for each in SCOPES
        ]
        yield Choices(options, chosen=[self.draft.scope] if self.draft.scope else (), id="answer-scope")

    def more(self) -> Iterable[Widget]:
        """The quiet sentence and the words, once the mark is set."""
        yield Static(Content(self._road()), id="road", classes="hint" if self._road() else "hint folded")
        yield Static(self._words(), id="cues")

    def collected(self) -> dict[str, Any]:
        """The mark."""
        return {"scope": next(iter(self.query_one(Choices).chosen), None)}

    def renew(self, desk: Desk) -> None:
        """Show the words for the answer given."""
        super().renew(desk)
        self._at = min(self._at, max(len(self._cues) - 1, 0))
        self.tell("#cues", self._words())
        road = self.query_one("#road", Static)
        road.update(Content(self._road()))
        road.set_class(not self._road(), "folded")

    def action_cue(self, by: int) -> None:
        """Look at another of the words."""
        if self._cues:
            self._at = (self._at + by) % len(self._cues)
            self.query_one("#cues", Static).update(self._words())

    def action_dismiss(self) -> None:
        """Never mark this word again."""
        if self._cues:
            self.post_message(self.Dismissed(self._cues[self._at].text))

    @on(Choices.Chosen)
    def _marked(self, event: Choices.Chosen) -> None:
        event.stop()
        self.say_answer(event.choices, next(iter(event.chosen), None))

    def _road(self) -> str:
        return "" if Prompt.HABIT in self.draft.road else SHORT_ROAD

    def _words(self) -> Content:
        cues = self._cues
        if not cues:
            return Content("")
        words = []
        for place, cue in enumerate(cues):
            here = place == self._at
            style = f"{STYLES.get(FAMILIES[cue.family].style, 'underline')} {'$foreground' if here else '$quiet'}"
            text = clip(display_safe(one_line(cue.text)), LONGEST)
            words.append(Content.assemble((f"{FAMILIES[cue.family].mark} ", "$accent"), (text, style)))
        reason = Content(FAMILIES[cues[self._at].family].reason)
        ways = Content(in_keys(("{scope.before} {scope.next} another word · " if len(cues) > 1 else "") + FINE))
        said = Content.assemble((REACH, "$foreground"))
        return Content("\n").join([said, *_in_lines(words, self.content_size.width or LONGEST), reason, ways])


def _in_lines(words: Iterable[Content], width: int) -> list[Content]:
    """The words beside each other, as many on a line as have room, none parted."""
    lines: list[Content] = []
    for each in words:
        if lines and lines[-1].cell_length + len(GAP) + each.cell_length <= width:
            lines[-1] = Content.assemble(lines[-1], GAP, each)
        else:
            lines.append(each)
    return lines
