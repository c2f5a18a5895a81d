"""The second pair of eyes as the settings have it: without dismissed cues, with the user's own."""

from __future__ import annotations

from recalibrate.domain.settings import Settings
from recalibrate.domain.voice import Judgement, judge


def heard(text: str, settings: Settings) -> Judgement:
    """What the app hears in a text, with the cues that are fine for this user left out."""
    return judge(text, dismissed=frozenset(cue.casefold() for cue in settings.dismissed_cues))
