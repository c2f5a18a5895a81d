"""Habits to name at the fourth prompt, in the order they are offered: suggested, one's own most-named, then all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from recalibrate.domain.habits.catalogue import CATALOGUE, HabitKind
from recalibrate.domain.reframing.draft import Draft
from recalibrate.domain.reframing.hearing import heard
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.voice import Cue
from recalibrate.domain.wording import counted, listed

SUGGESTED = 3
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """A habit as it is offered; `why` says which words suggest it, or how often it was named."""

    key: str
    name: str
    definition: str
    example: str
    question: str
    why: str = ""

    @property
    def searched(self) -> str:
        """What a search looks through, in small letters."""
        return f"{self.name} {self.definition} {self.example} {self.question}".casefold()


def naming(draft: Draft, known: Known) -> tuple[Naming, ...]:
    """All habits that can be named here, each once, the likelier first."""
    every = {each.key: each for each in _every(known)}
    why = _suggested(draft, known)
    named = Counter(key for entry in known.entries for key in entry.habits)
    often = [key for key, _ in named.most_common() if key in every and key not in why][:MOST_NAMED]
    why |= {key: f"named {counted(named[key], 'time')}" for key in often}
    order = (*(key for key in why if key in every), *(key for key in every if key not in why))
    return tuple(_because(every[key], why.get(key, "")) for key in order)


def _suggested(draft: Draft, known: Known) -> dict[str, str]:
    """The habits the voice's words suggest, with those words."""
    found = {}
    for each in heard(draft.voice, known.settings).habits[:SUGGESTED]:
        words = listed([f"“{cue.text}”" for cue in _apart(each.cues)[:2]])
        sure = "suggested by" if each.certainty == "plainly" else "maybe:"
        found[each.key] = f"{sure} {words}" if words else ("suggested" if each.certainty == "plainly" else "maybe")
    return found


def _apart(cues: tuple[Cue, ...]) -> list[Cue]:
    """The cues that are not part of a longer one, each text once."""
    kept: dict[str, Cue] = {}
    for cue in cues:
        inside = any(each is not cue and each.start <= cue.start and cue.end <= each.end for each in cues)
        if not inside:
            kept.setdefault(cue.text.casefold(), cue)
    return list(kept.values())


def _every(known: Known) -> Iterator[Naming]:
    """The user's own habits, then the catalogue."""
    for own in known.habits:
        if own.archived_at is None:
            yield Naming(own.id, own.name, own.definition, "", own.question, "your own")
    for each in CATALOGUE:
        if each.kind is not HabitKind.EXPERIMENT:
            yield Naming(each.key, each.name, each.definition, f"“{each.example}”", each.question)


def _because(naming: Naming, why: str) -> Naming:
    if not why:
        return naming
    return Naming(naming.key, naming.name, naming.definition, naming.example, naming.question, why)
