"""An entry: one slip and everything thought about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from recalibrate.domain.records.record import Record, Version


class Scope(StrEnum):
    """What the inner voice spoke about, as the user marked it."""

    GLOBAL = "global"
    LOCAL = "local"
    MIXED = "mixed"
    CANT_TELL = "cant_tell"


class Precision(StrEnum):
    """How closely the time of a slip is known."""

    MINUTE = "minute"
    DAY = "day"


class Path(StrEnum):
    """Where triage sends a slip."""

    EXPERIMENT = "experiment"
    OVERHAUL = "overhaul"
    LET_GO = "let_go"
    NOT_MINE = "not_mine"


@dataclass(frozen=True, slots=True, kw_only=True)
class InnerVoice:
    """The sentence as the voice said it, kept verbatim for ever; beliefs are 0–100 in tens.

    `reworded` is a later wording; `reading` and `reading_score` are what the app heard (global, local or
    unclear; 1 = surely global), kept beside the user's own `scope` and never instead of it.
    """

    text: str
    scope: Scope | None = None
    belief_before: int | None = None
    belief_after: int | None = None
    belief_later: int | None = None
    reworded: str = ""
    reading: str = ""
    reading_score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One answer to "What can I try differently next time?"."""

    text: str
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """Where a slip was sent, what the app suggested, and the five answers behind it.

    `answers` maps the question keys of `triage.QUESTIONS` to yes, no or not_sure.
    """

    choice: Path
    suggestion: Path | None = None
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """One slip: what happened, when and where, the voice, its habits, the observation and what came of it.

    `happened_at` carries its own offset, so its local date never moves; `named` says that the naming prompt
    was answered, with or without a habit; `reframed_at` is when an observation or idea first stood.
    """

    what_happened: str
    happened_at: datetime | None = None
    precision: Precision = Precision.MINUTE
    situation_id: str | None = None
    people: tuple[str, ...] = ()
    sting: int | None = None
    voice: InnerVoice | None = None
    habits: tuple[str, ...] = ()
    named: bool = False
    observation: str = ""
    ideas: tuple[Idea, ...] = ()
    triage: Triage | None = None
    tags: tuple[str, ...] = ()
    reframed_at: datetime | None = None
    history: tuple[Version, ...] = ()

    @property
    def happened_on(self) -> date:
        """The local date of the slip, as it was where it happened."""
        return (self.happened_at or self.created_at).date()

    @property
    def scope(self) -> Scope | None:
        """The user's mark on the voice, if there is one."""
        return self.voice.scope if self.voice else None

    @property
    def chosen_idea(self) -> str:
        """The idea chosen to be tried; empty when none is."""
        return next((idea.text for idea in self.ideas if idea.chosen), "")

    @property
    def is_parked(self) -> bool:
        """Whether only the slip itself was noted, so that the rest can still be asked."""
        return not (self.observation or self.ideas or self.triage)

    def edited(self, field: str, text: str, now: datetime) -> Self:
        """The entry with one of its long texts (`what_happened`, `observation`, `voice`) written anew.

        The wording before goes into `history`; the voice's first wording stays in `voice.text` for ever.
        Raises ValueError for another field, or for a slip without words.
        """
        if field == "what_happened":
            if not text.strip():
                raise ValueError("A slip needs a few words. Delete the entry if it should go.")
            before = self.what_happened
            changed = replace(self, what_happened=text)
        elif field == "observation":
            before = self.observation
            changed = replace(self, observation=text, reframed_at=self.reframed_at or (now if text else None))
        elif field == "voice":
            before = (self.voice.reworded or self.voice.text) if self.voice else ""
            voice = replace(self.voice, reworded=text) if self.voice else InnerVoice(text=text)
            changed = replace(self, voice=voice)
        else:
            raise ValueError(f"{field} is not a text of an entry.")
        if text == before:
            return self
        return replace(changed, history=(*self.history, Version(field=field, text=before, replaced_at=now)))
