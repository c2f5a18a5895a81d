"""From a text to its cues, a reading of how far it reaches, and the habits that may be at work."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import lru_cache

from .cues import Cue, HabitSuggestion, Judgement, OwnCue, Reading
from .families import IDIOM, ORDERED, book, own_book
from .tokens import sentences, without_quotes, words_of

_NEGATIONS = frozenset("not never hardly rarely seldom without neither nor no".split())
_GLOBAL_FROM, _LOCAL_FROM = 0.55, -0.55
_PLAIN_HABITS = frozenset("should mind_reading catastrophising fortune_telling discounting".split())

Heard = tuple[int, int, int, bool]  # label of the family, start, end, and whether a longer cue holds it


def judge(text: str, *, dismissed: frozenset[str] = frozenset(), own: tuple[OwnCue, ...] = ()) -> Judgement:
    """Judge a text; the same text always gets the same answer.

    `dismissed` holds casefolded cue texts the user called "fine for me"; `own` holds the user's own cue phrases.
    Offsets of cues are places in `text`. Never raises for any text.
    """
    heard = _cues(text, dismissed, own)
    shown = tuple(cue for cue, _ in heard)
    score, scope = _reading(shown)
    return Judgement(text, scope, score, shown, _habits(heard, scope))


def _cues(text: str, dismissed: frozenset[str], own: tuple[OwnCue, ...]) -> list[tuple[Cue, bool]]:
    found = []
    for offset, sentence in sentences(without_quotes(text)):
        for label, start, end, held in _hear(sentence, own):
            family = ORDERED[label]
            words = text[offset + start : offset + end]
            if dismissed and words.casefold() in dismissed:
                continue
            cue = Cue(offset + start, offset + end, words, family.name, family.points_to, family.strength)
            found.append((cue, held))
    return found


@lru_cache(maxsize=8192)
def _hear(sentence: str, own: tuple[OwnCue, ...]) -> tuple[Heard, ...]:
    words = words_of(sentence)
    if not words.plain:
        return ()
    hits = book().find(words.plain)
    if own:
        hits += own_book(own).find(words.plain)
    idioms = [(first, last) for label, first, last in hits if label == IDIOM]
    spans = []
    reach: dict[int, int] = {}
    for label, first, last in sorted(hits, key=lambda hit: (hit[1], -hit[2], hit[0])):
        if label == IDIOM or first < reach.get(label, 0):
            continue
        if idioms and any(start <= first < end and last <= end for start, end in idioms):
            continue
        if ORDERED[label].points_to == "local" and words.plain[last : last + 1] in (("not",), ("never",)):
            continue
        if ORDERED[label].cancelled and not _NEGATIONS.isdisjoint(words.plain[max(first - 2, 0) : first]):
            continue
        reach[label] = last
        spans.append((label, first, last))
    begun = {}
    for label, first, _ in spans:
        begun.setdefault(ORDERED[label].name, first)
    heard = []
    for label, first, last in spans:
        family = ORDERED[label]
        if family.quiet or (family.after and begun.get(family.after, first) >= first):
            continue
        heard.append((label, words.starts[first], words.ends[last - 1], _held(label, first, last, spans)))
    return tuple(heard)


def _held(label: int, first: int, last: int, spans: list[tuple[int, int, int]]) -> bool:
    """Whether a longer cue of another family holds this one: the longer phrase says what the shorter is for."""
    return any(
        start <= first and last <= end and end - start > last - first and other != label
        and ORDERED[other].points_to == "global" and ORDERED[other].hints
        for other, start, end in spans
    )


def _reading(cues: Iterable[Cue]) -> tuple[float, Reading]:
    """The balance of both sides; a family counts twice at most, so that a long text is not a louder one."""
    counted: dict[str, int] = {}
    balance = 0.0
    for cue in cues:
        seen = counted.get(cue.family, 0)
        counted[cue.family] = seen + 1
        share = 1.0 if seen == 0 else 0.4 if seen == 1 else 0.0
        balance += share * (cue.strength if cue.points_to == "global" else -cue.strength)
    score = round(1 / (1 + math.exp(-balance)), 4)
    if balance >= _GLOBAL_FROM:
        return score, Reading.GLOBAL
    return score, Reading.LOCAL if balance <= _LOCAL_FROM else Reading.UNCLEAR


def _habits(heard: list[tuple[Cue, bool]], scope: Reading) -> tuple[HabitSuggestion, ...]:
    evidence: dict[str, float] = {}
    behind: dict[str, list[Cue]] = {}
    labels = {family.name: family for family in ORDERED}
    for cue, held in heard:
        family = labels[cue.family]
        if family.habit is None:
            continue
        earlier = family.habit in evidence
        weight = family.hints * (0.3 if held else 1.0) * (0.3 if earlier else 1.0)
        evidence[family.habit] = evidence.get(family.habit, 0.0) + weight
        behind.setdefault(family.habit, []).append(cue)
    ranked = sorted(evidence.items(), key=lambda item: (-item[1], item[0]))
    chosen: list[HabitSuggestion] = []
    floor = 1.0 if scope is Reading.GLOBAL else 1.2 if scope is Reading.UNCLEAR else 1.7
    for key, weight in ranked[:2]:
        if weight < floor or (chosen and weight < 1.2):
            break
        plain = key in _PLAIN_HABITS and weight >= 1.2
        chosen.append(HabitSuggestion(key, "plainly" if plain else "maybe", tuple(behind[key])))
    return tuple(chosen)
