"""What the voice engine hands back: cues, habit suggestions and a reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reading(StrEnum):
    """How far the engine takes a sentence to reach; the user's own mark is another enum."""

    GLOBAL = "global"
    LOCAL = "local"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that point somewhere: `text` is exactly the judged text between `start` and `end`."""

    start: int
    end: int
    text: str
    family: str
    points_to: str
    strength: float


@dataclass(frozen=True, slots=True)
class OwnCue:
    """A phrase of the user's own, taken word for word, put in one of the families."""

    phrase: str
    family: str


@dataclass(frozen=True, slots=True)
class HabitSuggestion:
    """A habit that may be at work, how sure that sounds (`plainly` or `maybe`), and the words behind it."""

    key: str
    certainty: str
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A second pair of eyes on a text: a reading, a score (0 local to 1 global), and the reasons."""

    text: str
    scope: Reading
    score: float
    cues: tuple[Cue, ...]
    habits: tuple[HabitSuggestion, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A kind of wording: where it points, how strongly, which habit it hints at, and how it is marked.

    `phrases` are in the notation of `phrases.py`, one a line or parted by ` / `. `cancelled` families fall
    silent after a negation. A family with `after` fires only when that other family spoke earlier in the
    sentence. `hints` is how strongly a cue suggests its habit (0: it only counts for the reading). `quiet`
    families are never shown; they are there for others to lean on.
    """

    name: str
    reason: str
    points_to: str
    strength: float
    style: str
    mark: str
    phrases: str
    habit: str | None = None
    hints: float = 0.0
    cancelled: bool = False
    after: str = ""
    quiet: bool = False
