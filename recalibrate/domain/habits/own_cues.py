"""Cue words of one's own: a line of the settings, "typical me" or "typical me: labelling", as the voice takes it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from recalibrate.domain.habits.catalogue import CATALOGUE
from recalibrate.domain.voice import FAMILIES, OwnCue

WITHOUT_HABIT = "own word"
"""The family of a phrase that names no habit: it only counts for how far the sentence reaches."""

FAMILY_OF_HABIT: Mapping[str, str] = MappingProxyType(
    {
        "labelling": "identity verdict",
        "moralising": "moral verdict",
        "overgeneralising": "always",
        "catastrophising": "worst case",
        "all_or_nothing": "all or nothing",
        "fortune_telling": "forecast",
        "mind_reading": "they think",
        "personalising": "my fault",
        "discounting": "just luck",
        "mental_filter": "spoiled",
        "should": "should",
        "emotional_reasoning": "feeling as fact",
        "blaming": "their fault",
        "comparing": "everyone else",
        "hindsight": "hindsight",
        "rumination": "replaying",
    }
)
"""Where the voice hears a habit most plainly."""


@lru_cache(maxsize=8)  # asked for at each key, and the settings rarely change
def own_cues(lines: tuple[str, ...]) -> tuple[OwnCue, ...]:
    """The phrases of the settings, each in its family; a line without words is left out."""
    cues = (own_cue(line) for line in lines)
    return tuple(cue for cue in cues if cue.phrase)


def own_cue(line: str) -> OwnCue:
    """One line: a phrase, and after its last colon a habit by key or by name, or a family of wording.

    What stands after a colon and is none of them belongs to the phrase.
    """
    phrase, colon, last = line.rpartition(":")
    family = _families().get(last.strip().casefold()) if colon else None
    return OwnCue(phrase.strip(), family) if family else OwnCue(line.strip(), WITHOUT_HABIT)


@lru_cache(maxsize=1)
def _families() -> Mapping[str, str]:
    reaching = {name: name for name, each in FAMILIES.items() if each.points_to == "global" and not each.after}
    named = {habit.name.casefold(): FAMILY_OF_HABIT[habit.key] for habit in CATALOGUE if habit.key in FAMILY_OF_HABIT}
    return {**reaching, **named, **FAMILY_OF_HABIT}
