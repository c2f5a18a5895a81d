"""The marks and their words: one sign, one meaning, on each screen and without colour."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from recalibrate.domain.records.entry import Scope
from recalibrate.domain.records.experiment import Choice


class Mark(NamedTuple):
    """A sign of one cell (a space where there is none) and the word that says the same."""

    sign: str
    word: str

    def __str__(self) -> str:
        return f"{self.sign} {self.word}".strip()


OPEN = Mark("→", "open")
WAITS = Mark("!", "waits for a decision")
PARKED = Mark("·", "parked")
OVERHAUL = Mark("⌂", "overhaul")
UNMARKED = Mark("○", "unmarked")

OBSERVATION = Mark(" ", "observation")
DRAFT = Mark(" ", "draft")
WITHDRAWN = Mark(" ", "withdrawn")
LET_GO = Mark(" ", "let go")
NOT_MINE = Mark(" ", "not mine")

CHOICES: Mapping[Choice, Mark] = MappingProxyType(
    {
        Choice.KEEP: Mark("✓", "keep"),
        Choice.CHANGE: Mark("↻", "change"),
        Choice.STOP: Mark("■", "stop"),
        Choice.OVERHAUL: OVERHAUL,
    }
)

_SCOPES: Mapping[Scope, Mark] = MappingProxyType(
    {
        Scope.GLOBAL: Mark("▲", "global"),
        Scope.LOCAL: Mark("●", "local"),
        Scope.MIXED: Mark("◆", "both"),
        Scope.CANT_TELL: Mark("○", "can't tell"),
    }
)


SCOPES_IN_WORDS: Mapping[Scope, str] = MappingProxyType(
    {
        Scope.GLOBAL: "about you as a whole",
        Scope.LOCAL: "about this one moment",
        Scope.MIXED: "some of each",
    }
)
"""What a mark says in people's words; *can't tell* says it already."""


def scope_in_words(scope: Scope | None) -> str:
    """A mark with what it says: "global: about you as a whole"."""
    if scope is None:
        return UNMARKED.word
    said = SCOPES_IN_WORDS.get(scope, "")
    return f"{scope_mark(scope).word}: {said}" if said else scope_mark(scope).word


def scope_mark(scope: Scope | None) -> Mark:
    """The mark of what the voice spoke about; *can't tell* shares the open circle with *unmarked*."""
    return _SCOPES[scope] if scope else UNMARKED
