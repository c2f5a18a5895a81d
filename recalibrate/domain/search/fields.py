"""What each field takes: closed sets of values, the nearest word to a wrong one, dates turned to the past."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from recalibrate.domain.journaling.entry_state import State
from recalibrate.domain.records.entry import Scope
from recalibrate.domain.records.experiment import Choice, Kind
from recalibrate.domain.search.folding import fold
from recalibrate.domain.search.query import FieldName

UNMARKED = "unmarked"
"""The value of `scope:` for a voice without a mark, or no voice at all."""


class Has(StrEnum):
    """What an entry can have or lack."""

    VOICE = "voice"
    HABIT = "habit"
    OBSERVATION = "observation"
    IDEA = "idea"
    SITUATION = "situation"
    PERSON = "person"
    STING = "sting"
    TAG = "tag"
    EXPERIMENT = "experiment"
    DECISION = "decision"
    OVERHAUL = "overhaul"
    NOTE = "note"


VALUES: Mapping[FieldName, tuple[str, ...]] = MappingProxyType(
    {
        FieldName.SCOPE: (*(scope.value for scope in Scope), UNMARKED),
        FieldName.STATE: tuple(state.value for state in State),
        FieldName.DECISION: tuple(choice.value for choice in Choice),
        FieldName.KIND: tuple(kind.value for kind in Kind),
        FieldName.HAS: tuple(thing.value for thing in Has),
    }
)
"""The fields with a closed set of values, and the values."""

_OTHER_NAMES = {
    "situations": FieldName.SITUATION,
    "habits": FieldName.HABIT,
    "people": FieldName.PERSON,
    "persons": FieldName.PERSON,
    "tags": FieldName.TAG,
    "decisions": FieldName.DECISION,
    "states": FieldName.STATE,
}
_OTHER_VALUES = {"both": "mixed", "unclear": "cant_tell", "none": UNMARKED, "waiting": "due", "waits": "due"}
_NEARER = {"since": "after", "from": "after", "until": "before", "till": "before", "when": "on", "is": "state"}


def field_named(name: str) -> FieldName | None:
    """The field of that name, in any case, plurals taken for what they mean."""
    folded = name.lower()
    if folded in _OTHER_NAMES:
        return _OTHER_NAMES[folded]
    return FieldName(folded) if folded in tuple(FieldName) else None


def known_value(field: FieldName, value: str) -> str | None:
    """The value as it is kept, when `field` has it: "Can't tell" is cant_tell. None when it has not."""
    plain = fold(value).replace("'", "").replace("-", "_").replace(" ", "_")
    if plain in VALUES[field]:
        return plain
    other = _OTHER_VALUES.get(plain, "")
    return other if other in VALUES[field] else None


def is_beginning(field: FieldName, value: str) -> bool:
    """Whether a value may still become one that the field has."""
    return any(known.startswith(fold(value)) for known in VALUES[field])


def nearest(word: str, words: Iterable[str]) -> str:
    """The word closest to a wrong one, or nothing when none is close."""
    known = list(words)
    folded = fold(word)
    if _NEARER.get(folded) in known:
        return _NEARER[folded]
    begun = [each for each in known if each.startswith(folded)]
    if begun:
        return begun[0]
    from difflib import get_close_matches  # only a wrong query pays for it

    return next(iter(get_close_matches(folded, known, n=1, cutoff=0.6)), "")
