"""The catalogue of habits of judging: what each is called, how it sounds, and one question for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recalibrate.domain.records.own_habit import OwnHabit


class HabitKind(StrEnum):
    """A way of thinking, a way of going about it, or one that only shows inside experiments."""

    THINKING = "thinking"
    PROCESS = "process"
    EXPERIMENT = "experiment"


@dataclass(frozen=True, slots=True)
class Habit:
    """A named habit of judging; `key` is the usual term of cognitive therapy, `name` is ours."""

    key: str
    name: str
    definition: str
    example: str
    question: str
    names_elsewhere: str
    kind: HabitKind = HabitKind.THINKING


CATALOGUE: tuple[Habit, ...] = (
    Habit(
        "labelling",
        "Verdict on the self",
        "One act becomes a sentence about who you are.",
        "I froze, so I'm useless.",
        "What did you do, in one verb?",
        "Labelling, mislabelling",
    ),
    Habit(
        "moralising",
        "Moralising",
        "A mistake is treated as a wrong, with blame and shame instead of cause and fix.",
        "A decent person would have remembered.",
        "Was harm meant, or was something missed?",
        "Part of should statements; shame",
    ),
    Habit(
        "overgeneralising",
        "One becomes all",
        "A single case is stretched over all times and places.",
        "I always lose people's names.",
        "When was the last time it went otherwise?",
        "Overgeneralisation",
    ),
    Habit(
        "catastrophising",
        "Sliding to the worst",
        "The mind runs from the slip to ruin without stopping between.",
        "They'll drop me, then I'll never find work.",
        "What is the very next thing likely to happen?",
        "Catastrophising, magnification",
    ),
    Habit(
        "all_or_nothing",
        "All or nothing",
        "Anything short of complete counts as zero.",
        "I stumbled once, so the talk was a waste.",
        "How much of it stood? Put a number on it.",
        "Black-and-white thinking, dichotomous thinking",
    ),
    Habit(
        "fortune_telling",
        "Sure about the future",
        "A guess about what comes is held as known.",
        "I'll blank again on Friday.",
        "What odds would you give, 0–100?",
        "Fortune telling",
    ),
    Habit(
        "mind_reading",
        "Reading minds",
        "You know what they think without being told.",
        "She thinks I'm slow.",
        "What did they actually say or do?",
        "Mind reading, jumping to conclusions",
    ),
    Habit(
        "personalising",
        "All my doing",
        "You take the whole cause when there were several.",
        "The meeting ran over because of me.",
        "List three other things that played a part.",
        "Personalisation, self-blame",
    ),
    Habit(
        "discounting",
        "Doesn't count",
        "What went right is explained away.",
        "They only thanked me to be nice.",
        "If a friend told you this, would it count?",
        "Disqualifying the positive, minimising the positive",
    ),
    Habit(
        "mental_filter",
        "Only the flaw",
        "One bad spot fills the whole picture.",
        "Twenty good minutes, but that typo.",
        "What else was in the picture?",
        "Mental filter, magnifying the negative",
    ),
    Habit(
        "should",
        "Musts and shoulds",
        "A rule you hold is used as a stick afterwards.",
        "I should never need notes.",
        'Whose rule is it? What would "I\'d like to" change?',
        "Should statements, must statements",
    ),
    Habit(
        "emotional_reasoning",
        "Feeling as fact",
        "It feels that way, so it is that way.",
        "I feel like a fake, so I must be one.",
        "What would someone see who could not feel it?",
        "Emotional reasoning",
    ),
    Habit(
        "blaming",
        "All theirs",
        "The whole cause is put on someone else, and nothing is left to try.",
        "If he planned properly I wouldn't slip.",
        "Which part, however small, can you move?",
        "Other-blaming",
    ),
    Habit(
        "comparing",
        "Measuring against others",
        "Your inside is held against someone else's outside.",
        "Everyone else had it done by noon.",
        "Compared with you, last month?",
        "Comparing and despairing",
    ),
    Habit(
        "hindsight",
        "It was obvious",
        "You judge then by what you know now.",
        "I should have seen it coming.",
        "What did you know at the time?",
        "Hindsight bias",
        HabitKind.PROCESS,
    ),
    Habit(
        "rumination",
        "Replaying",
        "Going over it again with no new question.",
        "The scene, a fifth time, at night.",
        "Is there a next step in this lap? If not, park it.",
        "Rumination, post-event processing",
        HabitKind.PROCESS,
    ),
    Habit(
        "tinkering",
        "Endless tinkering",
        "Another round so as not to choose.",
        "One more change, then I'll know for certain.",
        "What would make me decide today?",
        "",
        HabitKind.EXPERIMENT,
    ),
)

_BY_KEY: Mapping[str, Habit] = MappingProxyType({habit.key: habit for habit in CATALOGUE})

FROM_QUIRK: Mapping[str, str] = MappingProxyType(
    {
        "all-or-nothing": "all_or_nothing",
        "overgeneralization": "overgeneralising",
        "mind-reading": "mind_reading",
        "fortune-telling": "fortune_telling",
        "magnification-of-the-negative": "mental_filter",
        "minimization-of-the-positive": "discounting",
        "catastrophizing": "catastrophising",
        "emotional-reasoning": "emotional_reasoning",
        "should-statements": "should",
        "labeling": "labelling",
        "self-blaming": "personalising",
        "other-blaming": "blaming",
    }
)
"""What Quirk and FreeCBT call a habit, and our key for it."""


def habit(key: str) -> Habit | None:
    """The catalogue's habit of that key, or None when the key is the user's own or unknown."""
    return _BY_KEY.get(key)


def habit_names(own: Iterable[OwnHabit]) -> dict[str, str]:
    """The name of each habit, of the catalogue and the user's `own`, by key or id."""
    return {each.key: each.name for each in CATALOGUE} | {each.id: each.name for each in own}


def usual_names(key: str) -> tuple[str, ...]:
    """What the catalogue's habit of that key is called elsewhere, in small letters and in both spellings."""
    found = _BY_KEY.get(key)
    if found is None:
        return ()
    names = [each.strip() for each in re.split("[,;]", found.names_elsewhere.casefold()) if each.strip()]
    names += [quirk for quirk, ours in FROM_QUIRK.items() if ours == key]
    plain = [each.replace("-", " ") for each in names if not each.startswith("part of ")]
    american = [re.sub("is(?=ation|ing)", "iz", each).replace("labelling", "labeling") for each in plain]
    return tuple(dict.fromkeys((*plain, *american)))
