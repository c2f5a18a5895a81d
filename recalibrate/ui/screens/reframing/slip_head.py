"""What stays in view: the slip from the second prompt on, the voice from the third, what a next round changes."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from recalibrate.domain.marks import scope_mark
from recalibrate.domain.reframing.beginning import Beginning
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.hearing import reaching
from recalibrate.domain.reframing.steps import Prompt
from recalibrate.domain.settings import Settings
from recalibrate.domain.text import display_safe
from recalibrate.domain.voice import FAMILIES

STYLES = {"double": "bold underline", "underline": "underline", "dotted": "underline italic"}
LONGEST = 400
"""Letters of a slip or a voice that are looked at for two lines at the top."""


class SlipHead(Vertical):
    """The slip in one line, the voice in at most two, and what this round was to change."""

    DEFAULT_CSS = """
    SlipHead { height: auto; }
    SlipHead Static { height: auto; max-height: 2; }
    SlipHead .slip { text-wrap: nowrap; text-overflow: ellipsis; }
    SlipHead .voice { color: $foreground 85%; }
    """

    def compose(self) -> ComposeResult:
        """Three lines."""
        yield Static(classes="slip")
        yield Static(classes="voice")
        yield Static(classes="change")

    def show(self, draft: Draft, settings: Settings, change: str = "") -> None:
        """Show as much as this prompt may see; a plan that lies ready is filled in with everything in view."""
        hidden = {Prompt.CLOSE} if draft.beginning is Beginning.PLAN else {Prompt.CLOSE, draft.road[0]}
        slip, voice, changes = (self.query_one(name, Static) for name in (".slip", ".voice", ".change"))
        slip.display = draft.at not in hidden and bool(draft.heading)
        voice.display = slip.display and draft.at is not Prompt.VOICE and bool(draft.voice.strip())
        changes.display = draft.at not in hidden and bool(change)
        changes.update(Content(display_safe(change)))
        self.display = slip.display or changes.display
        if slip.display:
            slip.update(Content(display_safe(draft.heading[:LONGEST])))
        if voice.display:
            voice.update(voice_line(draft, settings))


def voice_line(draft: Draft, settings: Settings) -> Content:
    """The voice as it was said; once the scope is marked, words that reach beyond the moment carry their family."""
    text = draft.voice[:LONGEST].replace("\n", " ")
    if draft.scope is None:
        return Content.assemble("“", display_safe(text), "”")
    parts: list[Content | tuple[str, str]] = [(f"{scope_mark(draft.scope).sign} ", "$accent"), ("“", "")]
    place = 0
    for cue in reaching(draft.voice, settings):
        if cue.end > len(text):
            break
        family = FAMILIES[cue.family]
        parts.append((display_safe(text[place : cue.start]), ""))
        parts.append((display_safe(text[cue.start : cue.end]), STYLES.get(family.style, "underline")))
        parts.append((family.mark, "$accent"))
        place = cue.end
    return Content.assemble(*parts, (display_safe(text[place:]), ""), "”")
