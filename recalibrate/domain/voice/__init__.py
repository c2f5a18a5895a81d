"""The voice: hearing, in a person's own words, where one moment became a verdict on the whole."""

from .cues import Cue, Family, HabitSuggestion, Judgement, OwnCue, Reading
from .families import FAMILIES
from .judge import judge
from .serial import as_json

__all__ = ["FAMILIES", "Cue", "Family", "HabitSuggestion", "Judgement", "OwnCue", "Reading", "as_json", "judge"]
