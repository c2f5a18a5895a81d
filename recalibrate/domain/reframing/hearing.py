"""The second pair of eyes as the settings have it: with one's own cues, without dismissed ones, each word once."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from recalibrate.domain.habits.own_cues import own_cues
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.settings import Settings
from recalibrate.domain.voice import Cue, Judgement, OwnCue, judge
from recalibrate.domain.voice.ticks import absolutes


def heard(text: str, settings: Settings) -> Judgement:
    """What the app hears in a text: with the user's own cue words, without those that are fine for this user."""
    return judge(text, dismissed=_dismissed(settings), own=own_cues(settings.own_cues))


def with_reading(entry: Entry, settings: Settings) -> Entry:
    """The entry with what the app hears in its voice, where that is missing."""
    voice = entry.voice
    if voice is None or voice.reading:
        return entry
    judged = heard(voice.text, settings)
    return replace(entry, voice=replace(voice, reading=judged.scope.value, reading_score=round(judged.score, 3)))


def still_absolute(text: str, settings: Settings) -> tuple[Cue, ...]:
    """The words of an observation that still claim a whole, without those that are fine for this user."""
    return _still_absolute(text, _dismissed(settings), own_cues(settings.own_cues))


def reaching(text: str, settings: Settings) -> tuple[Cue, ...]:
    """The words that reach beyond the moment, in order, none inside another: the longest of those that meet."""
    kept: list[Cue] = []
    cues = [cue for cue in heard(text, settings).cues if cue.points_to == "global"]
    for cue in sorted(cues, key=lambda cue: (cue.start - cue.end, -cue.strength, cue.start)):
        if all(cue.end <= other.start or cue.start >= other.end for other in kept):
            kept.append(cue)
    return tuple(sorted(kept, key=lambda cue: cue.start))


@lru_cache(maxsize=64)  # each line is drawn many times for one key
def _still_absolute(text: str, dismissed: frozenset[str], own: tuple[OwnCue, ...]) -> tuple[Cue, ...]:
    return absolutes(text, dismissed=dismissed, own=own)


def _dismissed(settings: Settings) -> frozenset[str]:
    return frozenset(cue.casefold() for cue in settings.dismissed_cues)
