"""Sifting the text of entries before any is decoded: what cannot fit a query is left out, and nothing that can.

A user's own text cannot look like a field of a record, for its quotes are escaped. Where a line spells a field in
another way than we write it, the line is kept, and the query's own test decides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

import orjson

from recalibrate.domain.search.folding import fold
from recalibrate.domain.search.query import DATES, Field, FieldName, Query
from recalibrate.store.lines import document_of

Test = Callable[[bytes], bool]

_ASCII = bytes(range(128))
_ODD = b"\1"
"""Stands for a letter that is not one when folded; no text of JSON holds it."""

_ID = b'"id":"'
_HAPPENED, _MADE = b'"happened_at":"', b'"created_at":"'
SECOND = len("2026-03-14T09:30:00")
DAY = len("2026-03-14")

_BY_EXPERIMENTS = {"due", "open", "draft", "decided", "withdrawn"}
"""States that only an experiment or an overhaul gives."""

_RUNNING = {"due", "open", "draft"}
"""States that only what is not settled yet gives."""

_BY_TRIAGE = {"let_go", "not_mine"}


class Clues(NamedTuple):
    """What the query's fields refer to, as far as lines can tell.

    `situations`, `habits` and `people` are names by id or key. `linked` are the ids of entries that experiments or
    overhauls name, `unsettled` of those with one that still runs; None where lines cannot tell. `named` are the ids
    of names that hold a run of letters, and of entries whose experiments or overhauls do.
    """

    situations: dict[str, str]
    habits: dict[str, str]
    people: dict[str, str]
    linked: Callable[[], Collection[bytes] | None]
    unsettled: Callable[[], Collection[bytes] | None]
    named: Callable[[str], tuple[Collection[str], Collection[bytes]]]


class Sift(NamedTuple):
    """The tests of one query; each says yes too often, never no wrongly."""

    of_text: Sequence[Test] = ()
    of_line: Sequence[Test] = ()

    def may_hold(self, text: bytes) -> bool:
        """Whether one of the lines in the text may fit."""
        return all(test(text) for test in self.of_text)

    def may_fit(self, line: bytes) -> bool:
        """Whether the line may fit."""
        return all(test(line) for test in self.of_line)


def sift_of(query: Query, clues: Clues, today: date, week_start: int) -> Sift:
    """The tests that the lines of a query's entries pass."""
    of_text: list[Test] = []
    of_line: list[Test] = []
    for term in query.terms:
        if term.negated:
            continue
        if isinstance(term, Field):
            test = _field_test(term, clues, today, week_start)
            of_line += [test] if test else []
        elif run := plain_run(term.text):
            names, entries = clues.named(run)
            holds = word_test(run, names)
            of_text += [] if entries else [holds]
            of_line.append(_or_one_of(entries, holds) if entries else holds)
    return Sift(of_text, of_line)


def plain_run(text: str) -> str:
    """The longest run of plain letters and digits in the words, as it must stand in a folded line; or nothing."""
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(text))
    return max(kept.split(), key=len, default="")


def word_test(run: str, ids: Iterable[str] = ()) -> Test:
    """Whether a text may hold the run of letters once it is folded, or one of the ids."""
    needle = run.encode()
    named = [_quoted(id) for id in ids]
    plain = _Plain(run)

    def may_hold(text: bytes) -> bool:
        if (b"\\" in text and b"\\u" in text) or any(id in text for id in named):
            return True
        return needle in (text.lower() if text.isascii() else _western(text) or plain.of(text).lower())

    return may_hold


def _western(text: bytes) -> bytes:
    """The text folded byte by byte, where it has only letters of the West that fold to one; nothing where not."""
    try:
        folded = text.decode().encode("latin-1").translate(_western_letters())
    except UnicodeError:
        return b""
    return b"" if _ODD in folded else folded


@cache
def _western_letters() -> bytes:
    table = bytearray(map(ord, map(str.lower, map(chr, range(128)))))
    for code in range(128, 256):
        folded = fold(chr(code))
        table.append(ord(_ODD) if len(folded) != 1 else ord(folded) if folded.isascii() else 0)
    return bytes(table)


class _Plain:
    """Makes a text plain where it matters to a run of letters; folding all of it costs ten times as much."""

    def __init__(self, run: str) -> None:
        self._run = run
        self._known: dict[str, str | None] = {}

    def of(self, text: bytes) -> bytes:
        """The text with what each character that matters folds to."""
        for character in set(text.translate(None, _ASCII).decode("utf-8", "replace")):
            if character not in self._known:
                folded = fold(character)
                self._known[character] = None if folded and set(folded).isdisjoint(self._run) else folded
            plain = self._known[character]
            if plain is not None:
                text = text.replace(character.encode(), plain.encode())
        return text


def _or_one_of(ids: Collection[bytes], holds: Test) -> Test:
    return lambda line: _id_in(line) in ids or holds(line)


def _id_in(line: bytes) -> bytes:
    """The record's own id, which comes last of all ids in a line; nothing where it is spelt in another way."""
    start = line.rfind(_ID) + len(_ID)
    return line[start : line.find(b'"', start)] if start >= len(_ID) else b""


def second_of(line: bytes) -> bytes:
    """The wall clock of the slip as it stands in the line."""
    at = line.find(_HAPPENED)
    if at >= 0:
        return line[at + len(_HAPPENED) : at + len(_HAPPENED) + SECOND]
    at = line.rfind(_MADE)
    if at >= 0 and b'"happened_at":null' in line:
        return line[at + len(_MADE) : at + len(_MADE) + SECOND]
    document = document_of(line)
    return str(document.get("happened_at") or document.get("created_at"))[:SECOND].encode("utf-8", "replace")


def _quoted(id: str) -> bytes:
    return orjson.dumps(id.encode("utf-8", "replace").decode())


def _field_test(field: Field, clues: Clues, today: date, week_start: int) -> Test | None:
    if field.name in DATES:
        return _day_test(field, today, week_start)
    if field.name is FieldName.SITUATION:
        return _situation_test(field, clues)
    if field.name in (FieldName.HABIT, FieldName.PERSON, FieldName.TAG):
        return _list_test(field, clues)
    if field.name is FieldName.SCOPE:
        return _scope_test(frozenset(field.values))
    return _linked_test(field, clues)


class _Dated(NamedTuple):
    day: date


def _day_test(field: Field, today: date, week_start: int) -> Test:
    from recalibrate.domain.search.match import day_test

    test = day_test(field, today, week_start)
    days: dict[bytes, bool] = {}

    def may_fit(line: bytes) -> bool:
        day = second_of(line)[:DAY]
        if day not in days:
            try:
                days[day] = test(_Dated(date.fromisoformat(day.decode("utf-8", "replace"))))
            except ValueError:
                days[day] = True
        return days[day]

    return may_fit


def _situation_test(field: Field, clues: Clues) -> Test:
    from recalibrate.domain.search.match import names_fit

    fits = names_fit(field.values)
    ids = {_quoted(id) for id, name in clues.situations.items() if fits((name,))}
    key = b'"situation_id":'

    def may_fit(line: bytes) -> bool:
        at = line.find(key) + len(key)
        if at < len(key) or line[at : at + 1] not in (b'"', b"n") or line.rfind(key) + len(key) != at:
            return True
        return line[at : line.find(b'"', at + 1) + 1] in ids

    return may_fit


def _list_test(field: Field, clues: Clues) -> Test:
    from recalibrate.domain.search.match import names_fit

    fits = names_fit(field.values)
    key = {FieldName.HABIT: b'"habits":[', FieldName.PERSON: b'"people":['}.get(field.name, b'"tags":[')
    answers: dict[bytes, bool] = {}

    def may_fit(line: bytes) -> bool:
        at = line.find(key)
        if at < 0 or line.rfind(key) != at:
            return True
        found = line[at + len(key) - 1 : line.find(b"]", at) + 1]
        if found not in answers:
            answers[found] = _answer(found)
        return answers[found]

    def _answer(found: bytes) -> bool:
        try:
            values = [str(each) for each in orjson.loads(found)]
        except ValueError:
            return True  # a bracket inside a text
        if field.name is FieldName.HABIT:
            values += [clues.habits.get(each, "") for each in values]
        elif field.name is FieldName.PERSON:
            values = [clues.people.get(each, each) for each in values]
        return fits(tuple(values))

    return may_fit


def _scope_test(values: Collection[str]) -> Test:
    from recalibrate.domain.search.fields import UNMARKED

    compact = [b'"scope":"%b"' % value.encode() for value in values if value != UNMARKED]

    def may_fit(line: bytes) -> bool:
        if any(each in line for each in compact):
            return True
        return b'"scope":"' not in line and (UNMARKED in values or b'"voice":null' not in line)

    return may_fit


def _linked_test(field: Field, clues: Clues) -> Test | None:
    """What an experiment or overhaul must be there for, or the entry's own triage."""
    values = set(field.values)
    if field.name is FieldName.STATE:
        if not values <= _BY_EXPERIMENTS | _BY_TRIAGE:
            return None
    elif field.name is FieldName.HAS and not values <= {"experiment", "decision", "overhaul", "note"}:
        return None
    own = [b'"choice":"%b"' % value.encode() for value in values & _BY_TRIAGE]
    is_running = field.name is FieldName.STATE and values <= _RUNNING
    linked = clues.unsettled() if is_running else clues.linked()
    if linked is None:
        return None

    def may_fit(line: bytes) -> bool:
        id = _id_in(line)
        if not id or id in linked:
            return True
        if not own or b'"triage":null' in line:
            return False
        return any(each in line for each in own) or b'"choice":"' not in line

    return may_fit
