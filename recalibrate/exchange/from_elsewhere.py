"""Slips from elsewhere as our documents: names found or made, and an identity that the same slip has again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any
from uuid import UUID, uuid5

from recalibrate.domain.habits.catalogue import CATALOGUE
from recalibrate.domain.journaling.tags import clean_tag
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry, InnerVoice
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation, ends
from recalibrate.domain.text import clean_text
from recalibrate.exchange.incoming import Incoming, Slip
from recalibrate.exchange.taking_in import NAMESPACE, Documents
from recalibrate.store.documents import TABLES, encode, to_document
from recalibrate.store.journal import Journal


def documents_of(incoming: Incoming, journal: Journal, now: datetime) -> Documents:
    """The entries and the names they need, stamped with `now`; a name the journal knows is used as it is."""
    names = _Names(journal)
    for slip in incoming.slips:
        names.situation(slip.situation), names.people(slip.people), names.habits(slip.habits)
    documents: dict[str, list[dict[str, Any]]] = {}
    for record in names.made:
        documents.setdefault(TABLES[type(record)], []).append(to_document(record.stamped(now)))
    return documents | ({TABLES[Entry]: _Entries(incoming, names, now)} if incoming.slips else {})


@dataclass(frozen=True, slots=True)
class _Entries:
    """The slips as documents of entries, each made when it is asked for: ten years of them at once fill the memory."""

    incoming: Incoming
    names: _Names
    now: datetime

    def __len__(self) -> int:
        return len(self.incoming.slips)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        # ten years spend most of their time here, so an entry is not made only to be taken apart again
        blank = _Blank(self.now)
        for slip in self.incoming.slips:
            yield blank.filled(slip, self.incoming.source, self.names)

    def __contains__(self, document: object) -> bool:
        return any(document == each for each in self)


class _Names:
    """Situations, people and habits by name, those of the journal and those made on the way."""

    def __init__(self, journal: Journal) -> None:
        self.made: list[Record] = []
        self._ends = ends(journal.all(Situation))
        self._situations = {each.name.casefold(): each for each in reversed(journal.all(Situation))}
        self._people = {each.alias.casefold(): each for each in reversed(journal.all(Person))}
        own = {each.name.casefold(): each.id for each in journal.all(OwnHabit)}
        self._habits = own | {each.name.casefold(): each.key for each in CATALOGUE}
        self._habits |= {each.key: each.key for each in CATALOGUE}
        self.situation = cache(self._situation)  # the same few names come again and again
        self.people = cache(self._people_called)
        self.habits = cache(self._habits_called)

    def _situation(self, name: str) -> str | None:
        words = " ".join(clean_text(name).split())
        if not words:
            return None
        found = self._situations.get(words.casefold())
        if found is None:
            found = Situation(id=_id("situation", words.casefold()), name=words)
            self._situations[words.casefold()] = found
            self.made.append(found)
        return self._ends.get(found.id, found).id

    def _people_called(self, aliases: tuple[str, ...]) -> tuple[str, ...]:
        ids = []
        for alias in aliases:
            words = clean_text(alias)
            found = self._people.get(words.casefold())
            if found is None:
                found = Person(id=_id("person", words.casefold()), alias=words)
                self._people[words.casefold()] = found
                self.made.append(found)
            ids.append(found.id)
        return tuple(dict.fromkeys(ids))

    def _habits_called(self, names: tuple[str, ...]) -> tuple[str, ...]:
        keys = []
        for name in names:
            words = clean_text(name)
            key = self._habits.get(words.casefold())
            if key is None:
                made = OwnHabit(id=_id("habit", words.casefold()), name=words)
                key = self._habits[words.casefold()] = made.id
                self.made.append(made)
            keys.append(key)
        return tuple(dict.fromkeys(keys))


class _Blank:
    """The document of an entry of which nothing is said yet, to be filled in."""

    def __init__(self, now: datetime) -> None:
        entry = Entry(what_happened="", created_at=now, updated_at=now, rev=1)
        self._now = now.isoformat()
        self._entry = to_document(entry)
        self._voice: dict[str, Any] = encode(InnerVoice(text=""))

    def filled(self, slip: Slip, source: str, names: _Names) -> dict[str, Any]:
        """The slip as a document, under the names that an entry's fields have."""
        happened_at = slip.happened_at.isoformat() if slip.happened_at else self._now
        observation = clean_text(slip.observation)
        ideas = [{"text": clean_text(text), "chosen": n == slip.chosen} for n, text in enumerate(slip.ideas)]
        return self._entry | {
            "id": _identity(slip, source, happened_at if slip.happened_at else ""),
            "what_happened": clean_text(slip.what_happened),
            "happened_at": happened_at,
            "precision": slip.precision.value,
            "situation_id": names.situation(slip.situation),
            "people": list(names.people(slip.people)),
            "sting": slip.sting,
            "voice": self._spoken(slip) if slip.voice else None,
            "habits": list(names.habits(slip.habits)),
            "named": bool(slip.habits),
            "observation": observation,
            "ideas": ideas,
            "tags": list(_tags(slip.tags)),
            "reframed_at": happened_at if observation or ideas else None,
        }

    def _spoken(self, slip: Slip) -> dict[str, Any]:
        return self._voice | {
            "text": clean_text(slip.voice),
            "scope": slip.scope.value if slip.scope else None,
            "belief_before": slip.belief_before,
            "belief_after": slip.belief_after,
        }


@lru_cache(1024)
def _tags(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(clean_tag, words))))


def _identity(slip: Slip, source: str, when: str) -> str:
    """Our own id where the source knows it; otherwise one made of the source and all that it says."""
    if slip.id:
        with suppress(ValueError):
            return str(UUID(slip.id))
    return _id(source, when, slip.what_happened, slip.voice, slip.observation, slip.situation, *slip.ideas)


def _id(*parts: str) -> str:
    return str(uuid5(NAMESPACE, clean_text("\x1f".join(parts))))
