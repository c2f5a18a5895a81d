"""Editing an entry: which field, the question that fits it, and the records that come of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import App

from recalibrate.domain.journaling.editing import LONG, OF_THE_VOICE, Editable, rewritten, said
from recalibrate.domain.marks import scope_mark
from recalibrate.domain.records.company import Person
from recalibrate.domain.records.entry import Entry, Path, Scope
from recalibrate.domain.records.record import Record
from recalibrate.domain.records.situation import Situation
from recalibrate.domain.reframing.hearing import with_reading
from recalibrate.domain.text import clean_text
from recalibrate.domain.wording import one_line
from recalibrate.store.journal import Journal
from recalibrate.ui.charts.lines import clip
from recalibrate.ui.reading.entry_words import PATHS
from recalibrate.ui.screens.journaling.edit_lines import PeopleScreen, SituationScreen, TagsScreen, WhenScreen
from recalibrate.ui.screens.journaling.edit_small import PickScreen, RateScreen, TextScreen
from recalibrate.ui.screens.journaling.reading import habits_with_definitions
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.choices import Option

LETTERS = {
    Editable.WHAT_HAPPENED: ("w", "what happened"),
    Editable.VOICE: ("v", "the voice, later"),
    Editable.OBSERVATION: ("o", "as one moment"),
    Editable.IDEAS: ("i", "what I can try"),
    Editable.SITUATION: ("s", "situation"),
    Editable.WHEN: ("d", "when it was"),
    Editable.PEOPLE: ("p", "people"),
    Editable.TAGS: ("t", "tags"),
    Editable.HABITS: ("h", "habits"),
    Editable.SCOPE: ("c", "what the voice is about"),
    Editable.STING: ("g", "sting"),
    Editable.BELIEF_BEFORE: ("b", "how true it felt at first"),
    Editable.BELIEF_AFTER: ("a", "how true it felt after"),
    Editable.TRIAGE: ("r", "where it goes"),
}
"""The letter and the words of each field."""

FIRST_WORDS = "The first wording stays for ever."
NOW_SHOWN = 32
"""Columns of what a field says now, beside its name."""

ONE_A_LINE = "One a line; > before the one to be tried."


async def ask_field(app: App[None], entry: Entry, fields: Sequence[Editable] = tuple(Editable)) -> Editable | None:
    """Ask which field to edit."""
    offered = [field for field in fields if entry.voice or field not in OF_THE_VOICE]
    options = []
    for field in offered:
        letter, words = LETTERS[field]
        now = clip(one_line(said(entry, field)), NOW_SHOWN) if field in LONG else ""
        options.append(Option(field, words, now, letter))
    picked = await app.push_screen_wait(PickScreen("Edit what?", options))
    return Editable(picked[0]) if picked else None


async def edited(app: App[None], session: Session, entry: Entry, field: Editable) -> tuple[Record, ...]:
    """Ask for the field anew; the records to keep, none when nothing changes. Raises ValueError to refuse."""
    text, also = await _asked(app, session, entry, field)
    if text is None:
        return ()
    current = session.journal.get(Entry, entry.id) or entry
    changed = rewritten(current, field, text, session.now)
    if changed == current:
        return ()
    return (with_reading(changed, session.settings), *also)


async def _asked(
    app: App[None], session: Session, entry: Entry, field: Editable
) -> tuple[str | None, tuple[Record, ...]]:
    journal, question = session.journal, LETTERS[field][1].capitalize()
    match field:
        case Editable.WHAT_HAPPENED | Editable.VOICE | Editable.OBSERVATION | Editable.IDEAS:
            about = {Editable.VOICE: FIRST_WORDS if entry.voice else "", Editable.IDEAS: ONE_A_LINE}.get(field, "")
            text = await app.push_screen_wait(TextScreen(question, said(entry, field), about))
            return None if text is None else clean_text(text), ()
        case Editable.SITUATION:
            return await _situation(app, journal, entry)
        case Editable.PEOPLE:
            return await _people(app, journal, entry)
        case Editable.WHEN:
            return await app.push_screen_wait(WhenScreen(session, entry)), ()
        case Editable.TAGS:
            return await app.push_screen_wait(TagsScreen("Tags", entry.tags)), ()
        case Editable.STING | Editable.BELIEF_BEFORE | Editable.BELIEF_AFTER:
            return await app.push_screen_wait(RateScreen(question, said(entry, field))), ()
    options, many = _options(journal, field), field is Editable.HABITS
    now = said(entry, field)
    picked = await app.push_screen_wait(PickScreen(question, options, now.split(",") if now else (), many=many))
    return None if picked is None else ",".join(picked), ()


def _options(journal: Journal, field: Editable) -> list[Option]:
    if field is Editable.SCOPE:
        return [Option(scope, scope_mark(scope).word, mark=scope_mark(scope).sign) for scope in Scope]
    if field is Editable.TRIAGE:
        return [Option(path, PATHS[path]) for path in Path]
    return [Option(key, name, definition) for key, (name, definition) in habits_with_definitions(journal).items()]


async def _situation(app: App[Any], journal: Journal, entry: Entry) -> tuple[str | None, tuple[Record, ...]]:
    situation = journal.get(Situation, entry.situation_id)
    answer = await app.push_screen_wait(SituationScreen(journal.all(Situation), situation.name if situation else ""))
    if isinstance(answer, Situation):
        return answer.id, () if journal.get(Situation, answer.id) else (answer,)
    return answer, ()


async def _people(app: App[Any], journal: Journal, entry: Entry) -> tuple[str | None, tuple[Record, ...]]:
    people = journal.all(Person)
    named = ", ".join(each.alias for each in people if each.id in entry.people)
    answer = await app.push_screen_wait(PeopleScreen(people, named))
    if answer is None:
        return None, ()
    known = {each.id for each in people}
    return ",".join(each.id for each in answer), tuple(each for each in answer if each.id not in known)
