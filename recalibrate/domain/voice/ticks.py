"""The three quiet ticks beside an observation, and the absolutes that are left in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from recalibrate.domain.voice import Cue, OwnCue, judge
from recalibrate.domain.voice.phrases import PhraseBook, split_phrases
from recalibrate.domain.voice.tokens import sentences, without_quotes, words_of
from recalibrate.domain.voice.words_classes import CLASSES

_MOMENT, _DEED, _ROOM = range(3)

_NAMES_THE_MOMENT = """
    this time|once|one / just once|then / today / yesterday / tonight /
    this morning|afternoon|evening|week|month|year / last night|week|month|year|time /
    on monday|tuesday|wednesday|thursday|friday|saturday|sunday /
    monday|tuesday|wednesday|thursday|friday|saturday|sunday / at the|that|this _ /
    at noon|lunch|dinner|breakfast|work|home|school / in the|that|this|my|our|his|her|their _ / during /
    when i|he|she|they|we|it|the|my|someone|asked / while / right then / at first|that / _ ago /
    earlier / just now / on the phone|call|way|train|bus|stage / before the|my|i / after the|my|i /
    that day|evening|morning|night|time|moment|week / halfway / in one|a _ /
    the first|second|third|last|next _ / for once|a moment /
    at one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve / at the start|end|time /
    minutes / an hour
"""
_NAMES_A_DEED = """
    i {lightly}* -ed / i {lightly}* {past_word} /
    i had {lightly}* -ed|been|gone|done|left|lost|forgotten|taken|said /
    i have {lightly}* -ed|missed|forgotten|lost|said|done /
    i was {lightly}* -ing|late|slow|tired|early|distracted|unprepared / and|then|but {lightly}* -ed /
    and|then|but {lightly}* {past_word} / ^ {past_word} / ^ -ed / ^ {lightly} -ed /
    ^ {lightly} {past_word} / i misread|misheard|missed|skipped|forgot|overlooked|mixed /
    you|he|she|they|we {lightly}* -ed / you|he|she|they|we {lightly}* {past_word} /
    my _ slipped|dropped|froze|ran|went|shook
"""
_LEAVES_ROOM = """
    maybe / perhaps / possibly / probably / possible / might / may / could be|have / seems / seemed / seem /
    seemingly / apparently / partly / in part / so far / i think|guess|suspect|assume|believe|reckon /
    i thought|guessed|assumed / i am guessing / my guess / as far as / for all i know / not sure / unsure /
    not certain / as if / it looks|looked like / somewhat / as i read|saw|heard|understood it / to me it /
    i may|might|could be wrong / likely / i wonder / from what i / among other things
"""


@dataclass(frozen=True, slots=True)
class Ticks:
    """What an observation does so far: names the moment, names a deed, leaves room to be wrong.

    Room is a word that could be taken back (*maybe, I think, it seems*); a word of time or a reason alone is none.
    """

    moment: bool
    deed: bool
    room: bool


@cache
def _book() -> PhraseBook:
    blocks = ((_MOMENT, _NAMES_THE_MOMENT), (_DEED, _NAMES_A_DEED), (_ROOM, _LEAVES_ROOM))
    return PhraseBook([(phrase, label) for label, block in blocks for phrase in split_phrases(block)], CLASSES)


def ticks(text: str) -> Ticks:
    """Which of the three an observation does; nothing here is a grade, and an empty text does none."""
    found = {
        label
        for _, sentence in sentences(without_quotes(text))
        for label, _, _ in _book().find(words_of(sentence).plain)
    }
    return Ticks(_MOMENT in found, _DEED in found, _ROOM in found)


def absolutes(text: str, *, dismissed: frozenset[str] = frozenset(), own: tuple[OwnCue, ...] = ()) -> tuple[Cue, ...]:
    """The words of an observation that still reach beyond the moment, none inside another, in order."""
    reaching = [cue for cue in judge(text, dismissed=dismissed, own=own).cues if cue.family in _ABSOLUTE]
    kept: list[Cue] = []
    for cue in sorted(reaching, key=lambda cue: (cue.start - cue.end, cue.start)):
        if all(cue.end <= other.start or cue.start >= other.end for other in kept):
            kept.append(cue)
    return tuple(sorted(kept, key=lambda cue: cue.start))


_ABSOLUTE = frozenset(
    (
        "identity verdict",
        "failing role",
        "the worst",
        "bad at it",
        "not enough",
        "always",
        "never at all",
        "everyone",
        "all or nothing",
        "in full",
        "will never",
        "never any good",
        "own word",
    )
)
"""The families whose words claim a whole: of a person, of all times, of everyone."""
