"""Editing an entry field by field; what a field said before stays in its history and can be brought back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from recalibrate.domain.journaling.tags import read_tags
from recalibrate.domain.records.entry import Entry, Idea, InnerVoice, Path, Precision, Scope, Triage
from recalibrate.domain.records.record import Version
from recalibrate.domain.scale import in_tens

CHOSEN = "> "
"""Stands before the one idea to be tried, where ideas are written one a line."""


class Editable(StrEnum):
    """What of an entry can be changed, under the name its versions carry."""

    WHAT_HAPPENED = "what_happened"
    VOICE = "voice"
    OBSERVATION = "observation"
    IDEAS = "ideas"
    SITUATION = "situation_id"
    WHEN = "happened_at"
    PEOPLE = "people"
    TAGS = "tags"
    HABITS = "habits"
    SCOPE = "scope"
    STING = "sting"
    BELIEF_BEFORE = "belief_before"
    BELIEF_AFTER = "belief_after"
    TRIAGE = "triage"


LONG = (Editable.WHAT_HAPPENED, Editable.VOICE, Editable.OBSERVATION, Editable.IDEAS)
"""The texts that may have several lines."""

OF_THE_VOICE = frozenset({Editable.SCOPE, Editable.BELIEF_BEFORE, Editable.BELIEF_AFTER})
"""What can be said only where the voice said something."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that can be brought back, with the field it belongs to."""

    field: Editable
    version: Version


def said(entry: Entry, field: Editable) -> str:
    """What a field says, as one text; lists of ids and tags have commas between them, empty is nothing."""
    voice = entry.voice or InnerVoice(text="")
    match field:
        case Editable.WHAT_HAPPENED:
            return entry.what_happened
        case Editable.VOICE:
            return voice.reworded or voice.text
        case Editable.OBSERVATION:
            return entry.observation
        case Editable.IDEAS:
            return "\n".join(f"{CHOSEN if idea.chosen else ''}{idea.text}" for idea in entry.ideas)
        case Editable.SITUATION:
            return entry.situation_id or ""
        case Editable.WHEN:
            if entry.happened_at is None:
                return ""
            is_day = entry.precision is Precision.DAY
            return entry.happened_at.isoformat() + (f" {Precision.DAY}" if is_day else "")
        case Editable.PEOPLE:
            return ",".join(entry.people)
        case Editable.TAGS:
            return ",".join(entry.tags)
        case Editable.HABITS:
            return ",".join(entry.habits)
        case Editable.SCOPE:
            return str(voice.scope or "")
        case Editable.STING:
            return _number(entry.sting)
        case Editable.BELIEF_BEFORE:
            return _number(voice.belief_before)
        case Editable.BELIEF_AFTER:
            return _number(voice.belief_after)
        case Editable.TRIAGE:
            return str(entry.triage.choice) if entry.triage else ""


def rewritten(entry: Entry, field: Editable, text: str, now: datetime) -> Entry:
    """The entry with a field that says `text`, the wording before in its history; itself when nothing changed.

    Raises ValueError with a sentence for what the field cannot say.
    """
    before = said(entry, field)
    if text == before:
        return entry
    if field in (Editable.WHAT_HAPPENED, Editable.OBSERVATION):
        return entry.edited(field, text, now)
    changed = _with(entry, field, text, now)
    version = Version(field=field, text=before, replaced_at=now)
    return entry if said(changed, field) == before else replace(changed, history=(*entry.history, version))


def earlier(entry: Entry) -> tuple[Earlier, ...]:
    """The versions that can be brought back, the newest first; the voice's first wording is always one."""
    known = {*Editable}
    found = [Earlier(Editable(each.field), each) for each in entry.history if each.field in known]
    return tuple(reversed(found))


def brought_back(entry: Entry, version: Earlier, now: datetime) -> Entry:
    """The entry as it read before that change, in this one field; what it says now becomes a version too."""
    return rewritten(entry, version.field, version.version.text, now)


def _with(entry: Entry, field: Editable, text: str, now: datetime) -> Entry:
    if field is Editable.VOICE:
        return _with_voice(entry, text)
    if field in OF_THE_VOICE:
        return _of_the_voice(entry, field, text)
    match field:
        case Editable.IDEAS:
            ideas = read_ideas(text)
            return replace(entry, ideas=ideas, reframed_at=entry.reframed_at or (now if ideas else None))
        case Editable.SITUATION:
            return replace(entry, situation_id=text or None)
        case Editable.WHEN:
            when, _, precision = text.partition(" ")
            happened_at = datetime.fromisoformat(when) if when else None
            return replace(entry, happened_at=happened_at, precision=Precision(precision or Precision.MINUTE))
        case Editable.PEOPLE:
            return replace(entry, people=_listed(text))
        case Editable.TAGS:
            return replace(entry, tags=read_tags(text))
        case Editable.HABITS:
            return replace(entry, habits=_listed(text), named=True)
        case Editable.STING:
            return replace(entry, sting=_rating(text))
        case _:
            choice = Path(text) if text else None
            if choice is None:
                return replace(entry, triage=None)
            return replace(entry, triage=replace(entry.triage or Triage(choice=choice), choice=choice))


def _with_voice(entry: Entry, text: str) -> Entry:
    """The voice in later words; its own first words stay, and nothing written is nothing said later."""
    if entry.voice is None:
        return entry if not text.strip() else replace(entry, voice=InnerVoice(text=text))
    same = not text.strip() or text == entry.voice.text
    return replace(entry, voice=replace(entry.voice, reworded="" if same else text))


def _of_the_voice(entry: Entry, field: Editable, text: str) -> Entry:
    if entry.voice is None:
        raise ValueError("Write down what the voice said first.")
    voice = entry.voice
    if field is Editable.SCOPE:
        voice = replace(voice, scope=Scope(text) if text else None)
    elif field is Editable.BELIEF_BEFORE:
        voice = replace(voice, belief_before=_rating(text))
    else:
        voice = replace(voice, belief_after=_rating(text))
    return replace(entry, voice=voice)


def read_ideas(text: str) -> tuple[Idea, ...]:
    """Ideas written one a line; the first with a > before it is the one to be tried."""
    lines = [line.strip() for line in text.splitlines()]
    chosen = next((place for place, line in enumerate(lines) if line.startswith(">") and line.lstrip("> ")), None)
    found = (Idea(text=line.lstrip("> "), chosen=place == chosen) for place, line in enumerate(lines))
    return tuple(idea for idea in found if idea.text)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in text.split(",") if each))


def _rating(text: str) -> int | None:
    return in_tens(int(text)) if text else None


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
