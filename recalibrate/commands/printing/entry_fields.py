"""The fields of an entry as they are named, shown and typed on a command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.parsing.scale import IN_TENS
from recalibrate.domain.dates.deadlines import Refusal
from recalibrate.domain.dates.past_times import read_past_time
from recalibrate.domain.habits.catalogue import habit_names, usual_names
from recalibrate.domain.journaling.editing import OF_THE_VOICE, Editable, said
from recalibrate.domain.journaling.tags import read_tags
from recalibrate.domain.marks import scope_in_words
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Path, Precision, Scope
from recalibrate.domain.records.own_habit import OwnHabit
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.entry_of import people_named
from recalibrate.domain.reframing.known import Known
from recalibrate.domain.situations.tending import situation_called

if TYPE_CHECKING:
    from collections.abc import Iterator

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.record import Record
    from recalibrate.store.journal import Journal

NAMES = {field: str(field) for field in Editable} | {Editable.SITUATION: "situation", Editable.WHEN: "when"}
"""What each field is called on the command line."""


PROMPTED = {"whole": "global", "moment": "local", "both": "mixed"}
"""The words of the guided session for a scope."""


def said_lines(entry: Entry, journal: Journal) -> Iterator[tuple[str, str]]:
    """Each field with what it says; those of the voice only where there is one."""
    for field, name in NAMES.items():
        if entry.voice or field not in OF_THE_VOICE:
            yield name, words_of(field, said(entry, field), journal)


def words_of(field: Editable, text: str, journal: Journal) -> str:
    """What a field says, with names for ids."""
    if field is Editable.SITUATION:
        found = journal.get(Situation, text)
        return found.name if found else text
    if field is Editable.WHEN:
        return text.removesuffix(f" {Precision.DAY}").replace("T", " ")[: 10 if text.endswith(Precision.DAY) else 16]
    if field in (Editable.PEOPLE, Editable.HABITS) and text:
        names = _names(field, journal)
        return ", ".join(names.get(id, id) for id in text.split(","))
    if field is Editable.SCOPE and text:
        return scope_in_words(Scope(text))
    return text.replace(",", ", ") if field is Editable.TAGS else text


def typed_text(
    field: Editable, typed: str, entry: Entry, journal: Journal, call: Call
) -> tuple[str, tuple[Record, ...]]:
    """What was typed, as the field keeps it, and records that are new with it.

    Raises ValueError with a sentence for what the field cannot say, CouldNot for a habit that is not there.
    """
    match field:
        case Editable.SITUATION:
            situation = situation_called(typed, journal.all(Situation))
            there = situation is None or journal.get(Situation, situation.id) is not None
            return (situation.id if situation else ""), () if there or situation is None else (situation,)
        case Editable.PEOPLE:
            known = journal.all(Person)
            people = people_named(typed, Known(people=known))
            return ",".join(each.id for each in people), tuple(each for each in people if each not in known)
        case Editable.HABITS:
            return _habits(typed, journal), ()
        case Editable.TAGS:
            return ",".join(read_tags(typed)), ()
        case Editable.WHEN:
            return _when(typed, entry, call), ()
        case Editable.SCOPE:
            return _one_of(PROMPTED.get(typed.casefold(), typed), [str(each) for each in Scope]), ()
        case Editable.TRIAGE:
            return _one_of(typed, [str(each) for each in Path]), ()
        case Editable.STING | Editable.BELIEF_BEFORE | Editable.BELIEF_AFTER:
            if typed and typed not in IN_TENS:
                raise ValueError(f"“{typed}” is not on the scale; use 0 to 100 in tens.")
            return typed, ()
        case _:
            return typed, ()


def _names(field: Editable, journal: Journal) -> dict[str, str]:
    if field is Editable.PEOPLE:
        return {each.id: each.alias for each in journal.all(Person)}
    return habit_names(journal.all(OwnHabit))


def _habits(typed: str, journal: Journal) -> str:
    """The keys of habits written with commas between them, by name or key."""
    names = _names(Editable.HABITS, journal)
    keys = {usual: key for key in names for usual in usual_names(key)}
    keys |= {name.casefold(): key for key, name in names.items()} | {key: key for key in names}
    found = []
    for part in filter(None, (each.strip() for each in typed.split(","))):
        key = keys.get(part.casefold())
        if key is None:
            raise CouldNot(f"There is no habit “{part}”; `recalibrate habits` lists them, `habits add` adds one.")
        found.append(key)
    return ",".join(found)


def _when(typed: str, entry: Entry, call: Call) -> str:
    """A day of the past, with its time where one is given, as a version keeps it."""
    if not typed:
        return ""
    read = read_past_time(typed, call.today, week_start=call.settings.week_start)
    if isinstance(read, Refusal):
        raise ValueError(read.reason)
    now = call.now.astimezone((entry.happened_at or call.now).tzinfo)
    if read.is_to_come(now):
        raise ValueError("That is still to come.")
    moment, precision = read.moment(now)
    return moment.isoformat() + (f" {Precision.DAY}" if precision is Precision.DAY else "")


def _one_of(typed: str, words: list[str]) -> str:
    wanted = typed.casefold().replace("-", "_").replace(" ", "_").replace("'", "")
    if wanted and wanted not in words:
        raise ValueError(f"“{typed}” is not one of {', '.join(words)}.")
    return wanted
