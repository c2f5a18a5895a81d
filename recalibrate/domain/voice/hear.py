"""One sentence to the cues in it: which hits count, and which are cancelled, idiom, or part of a longer one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from .cues import Family, OwnCue
from .families import IDIOM, ORDERED, TAIL, book, own_book
from .tokens import words_of

_NEGATIONS = frozenset(("not", "never", "hardly", "rarely", "seldom", "without", "neither", "nor", "no"))


class Heard(NamedTuple):
    """A cue in a sentence: its family's label, its characters, and how it stands to the others.

    `held`: a longer cue says what this one is for. `leaning`: it waits for a family in the sentence before.
    """

    label: int
    start: int
    end: int
    held: bool
    leaning: bool


class _Span(NamedTuple):
    """Words from `first` up to `last` that make the cue; with what the phrase takes along, up to `reach`."""

    label: int
    first: int
    last: int
    reach: int

    @property
    def family(self) -> Family:
        return ORDERED[self.label]


@lru_cache(maxsize=8192)
def hear(sentence: str, own: tuple[OwnCue, ...]) -> tuple[Heard, ...]:
    """The cues of one sentence, in order; remembered, so that only the sentence being edited is heard again."""
    words = words_of(sentence)
    if not words.plain:
        return ()
    spans, idioms = _spans(words.plain, own)
    kept = _kept(spans, idioms, words.plain)
    begun: dict[str, int] = {}
    for span in kept:
        begun.setdefault(span.family.name, span.first)
    heard = []
    around: list[_Span] = []
    for span in kept:
        around = [other for other in around if other.reach > span.first]
        held = any(_holds(other, span) for other in around)
        around.append(span)
        if held and span.family.points_to == "local":
            continue
        after = span.family.after
        leaning = bool(after) and begun.get(after, span.first) >= span.first
        heard.append(Heard(span.label, words.starts[span.first], words.ends[span.last - 1], held, leaning))
    return tuple(heard)


def _spans(plain: tuple[str, ...], own: tuple[OwnCue, ...]) -> tuple[list[_Span], list[tuple[int, int]]]:
    """Every hit with its tail, the earliest and longest first, and beside them the turns of phrase."""
    hits = book().find(plain)
    if own:
        hits += own_book(own).find(plain)
    idioms = [(first, last) for label, first, last in hits if label == IDIOM]
    tails = {(label - TAIL, first): last for label, first, last in hits if label >= TAIL}
    spans = [
        _Span(label, first, last, max(last, tails.get((label, first), last)))
        for label, first, last in hits
        if label < IDIOM
    ]
    return sorted(spans, key=lambda span: (span.first, -span.reach, span.label)), idioms


def _kept(spans: Sequence[_Span], idioms: list[tuple[int, int]], plain: tuple[str, ...]) -> list[_Span]:
    denied = min((span.last for span in spans if span.family.name == "denied"), default=len(plain))
    kept = []
    reached: dict[int, int] = {}
    for span in spans:
        family = span.family
        reaching = family.points_to == "global"
        if span.first < reached.get(span.label, 0):
            continue
        if idioms and _in_idiom(span, idioms):
            continue
        if reaching and span.first >= denied:
            continue
        if not reaching and plain[span.last : span.last + 1] in (("not",), ("never",)):
            continue
        if family.cancelled and not _NEGATIONS.isdisjoint(plain[max(span.first - 2, 0) : span.first]):
            continue
        reached[span.label] = span.reach
        kept.append(span)
    return kept


def _in_idiom(span: _Span, idioms: list[tuple[int, int]]) -> bool:
    """Whether a cue lies in a turn of phrase, or a reaching one breaks off in the middle of it."""
    reaching = span.family.points_to == "global"
    return any(
        start <= span.first < end >= span.last or (reaching and start < span.last < end) for start, end in idioms
    )


def _holds(longer: _Span, span: _Span) -> bool:
    """Whether the first is a longer cue of another family around the second, and says what that one is for."""
    if longer.label == span.label or not longer.first <= span.first < span.reach <= longer.reach:
        return False
    if longer.reach - longer.first == span.reach - span.first:
        return False
    if longer.family.points_to != "global" or longer.family.hints < span.family.hints:
        return False
    return span.family.points_to == "global" or longer.family.strength >= 1.3
