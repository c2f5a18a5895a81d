"""All families by name, and the one book of their phrases, made when the first sentence is heard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from .cues import Family, OwnCue
from .phrases import PhraseBook, split_phrases
from .tokens import words_of
from .words_absolutes import ABSOLUTES
from .words_classes import CLASSES
from .words_future import FUTURE
from .words_idioms import IDIOMS
from .words_local import LOCAL
from .words_others import OTHERS
from .words_self import SELF

OWN = Family("own word", "A word of yours that reaches beyond the moment.", "global", 1.4, "underline", "*", "")
ORDERED: tuple[Family, ...] = (*SELF, *ABSOLUTES, *FUTURE, *OTHERS, *LOCAL, OWN)
FAMILIES: Mapping[str, Family] = MappingProxyType({family.name: family for family in ORDERED})
IDIOM = len(ORDERED)  # the label of turns of phrase that silence a cue
TAIL = 1000  # added to the label of a phrase taken with the words it drags along, its closing `..`


@cache
def book() -> PhraseBook:
    """Every phrase of every family, labelled with the family's place in `ORDERED`."""
    entries = [(phrase, IDIOM) for phrase in split_phrases(IDIOMS)]
    for label, family in enumerate(ORDERED):
        for phrase in split_phrases(family.phrases):
            entries.append((phrase.removesuffix(" .."), label))
            if phrase.endswith(" .."):
                entries.append((phrase, label + TAIL))
    return PhraseBook(entries, CLASSES)


@lru_cache(maxsize=8)
def own_book(own: tuple[OwnCue, ...]) -> PhraseBook:
    """The user's own phrases, taken word for word; one in a family that is gone is left out."""
    labels = {family.name: label for label, family in enumerate(ORDERED)}
    plain = [(words_of(cue.phrase).plain, labels[cue.family]) for cue in own if cue.family in labels]
    return PhraseBook(
        [(" ".join(words), label) for words, label in plain if any(word[0].isalnum() for word in words)], {}
    )
