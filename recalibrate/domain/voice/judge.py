"""From a text to its cues, a reading of how far it reaches, and the habits that may be at work."""

from __future__ import annotations

import math
from collections.abc import Iterable

from .cues import Cue, HabitSuggestion, Judgement, OwnCue, Reading
from .families import ORDERED
from .hear import hear
from .tokens import sentences, without_quotes

_GLOBAL_FROM, _LOCAL_FROM = 0.55, -0.55
_TOLD = frozenset(("plain event", "a set time", "a past feeling"))
_MOST_TOLD = 1.6  # the story around a verdict, however long, weighs no more than this
_PLAIN_HABITS = frozenset(("should", "mind_reading", "catastrophising", "fortune_telling", "discounting"))

_FAINT = 0.3  # a weaker cue is shown only when it stands behind a habit
_SECOND, _SECOND_SHARE = 1.2, 0.5  # what a second habit needs: alone, and beside the first
_HEARD_IN_STORIES = {"discounting": 1.3, "mental_filter": 1.3, "should": 1.7}  # told in the past as often as not
_PROVISIONAL = frozenset(("next step", "able", "counter-evidence", "maybe", "turning"))


def judge(text: str, *, dismissed: frozenset[str] = frozenset(), own: tuple[OwnCue, ...] = ()) -> Judgement:
    """Judge a text; the same text always gets the same answer.

    `dismissed` holds casefolded cue texts the user called "fine for me"; `own` holds the user's own cue phrases.
    Offsets of cues are places in `text`. Never raises for any text.
    """
    heard = _cues(text, dismissed, own)
    score, scope = _reading(cue for cue, _ in heard)
    habits = _habits(heard, scope)
    behind = {cue for habit in habits for cue in habit.cues}
    shown = tuple(cue for cue, _ in heard if cue.strength >= _FAINT or cue.points_to == "local" or cue in behind)
    return Judgement(text, scope, score, shown, habits)


def _cues(text: str, dismissed: frozenset[str], own: tuple[OwnCue, ...]) -> list[tuple[Cue, bool]]:
    found = []
    before: frozenset[str] = frozenset()
    for offset, sentence in sentences(without_quotes(text)):
        heard = hear(sentence, own)
        for label, start, end, held, leaning in heard:
            family = ORDERED[label]
            if family.quiet or (leaning and family.after not in before):
                continue
            words = text[offset + start : offset + end]
            if dismissed and words.casefold() in dismissed:
                continue
            cue = Cue(offset + start, offset + end, words, family.name, family.points_to, family.strength)
            found.append((cue, held))
        if heard:
            before = frozenset(ORDERED[label].name for label, *_ in heard)
    return found


def _reading(cues: Iterable[Cue]) -> tuple[float, Reading]:
    """The balance of both sides; a family counts twice at most, so that a long text is not a louder one."""
    counted: dict[str, int] = {}
    balance = told = 0.0
    for cue in cues:
        seen = counted.get(cue.family, 0)
        counted[cue.family] = seen + 1
        strength = cue.strength * (1.0 if seen == 0 else 0.4 if seen == 1 else 0.0)
        if cue.family in _TOLD:
            told += strength
        else:
            balance += strength if cue.points_to == "global" else -strength
    balance -= min(told, _MOST_TOLD)
    score = round(1 / (1 + math.exp(-balance)), 4)
    if balance >= _GLOBAL_FROM:
        return score, Reading.GLOBAL
    return score, Reading.LOCAL if balance <= _LOCAL_FROM else Reading.UNCLEAR


def _floor(families: list[str], scope: Reading) -> float:
    """How much evidence a habit needs: a report of what happened, or a thought already turned, needs more."""
    if scope is Reading.GLOBAL:
        return 1.0
    if {"a set time", "a past feeling"}.intersection(families) or families.count("plain event") > 1:
        return 2.05
    if _PROVISIONAL.isdisjoint(families):
        return 1.05
    return 1.25 if scope is Reading.UNCLEAR else 1.7


def _habits(heard: list[tuple[Cue, bool]], scope: Reading) -> tuple[HabitSuggestion, ...]:
    evidence: dict[str, float] = {}
    behind: dict[str, list[Cue]] = {}
    labels = {family.name: family for family in ORDERED}
    for cue, held in heard:
        family = labels[cue.family]
        if family.habit is None:
            continue
        weight = family.hints * (0.3 if held else 1.0)
        strongest = max(weight, evidence.get(family.habit, 0.0))
        evidence[family.habit] = strongest + 0.3 * (weight + evidence.get(family.habit, 0.0) - strongest)
        behind.setdefault(family.habit, []).append(cue)
    ranked = sorted(evidence.items(), key=lambda item: (-item[1], item[0]))
    chosen: list[HabitSuggestion] = []
    floor = _floor([cue.family for cue, _ in heard], scope)
    for key, weight in ranked[:2]:
        if weight < min(floor, _HEARD_IN_STORIES.get(key, floor)):
            break
        if chosen and weight < max(_SECOND, _SECOND_SHARE * ranked[0][1]):
            break
        plain = key in _PLAIN_HABITS and weight >= 1.2
        chosen.append(HabitSuggestion(key, "plainly" if plain else "maybe", tuple(behind[key])))
    return tuple(chosen)
