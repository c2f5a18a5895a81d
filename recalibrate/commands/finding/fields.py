"""What the fields of a query ask of a line; where a line spells a field in a way of its own, it fits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from recalibrate.commands.finding.line import DAY, Test, id_in, quoted, second_of
from recalibrate.domain.search.query import DATES, Field, FieldName
from recalibrate.store.interruptible import orjson

if TYPE_CHECKING:
    from recalibrate.commands.finding.clues import Clues

_BY_EXPERIMENTS = {"due", "open", "draft", "decided", "withdrawn"}
"""States that only an experiment or an overhaul gives."""

_RUNNING = {"due", "open", "draft"}
"""States that only what is not settled yet gives."""

_BY_TRIAGE = {"let_go", "not_mine"}


def field_test(field: Field, clues: Clues, today: date, week_start: int) -> Test | None:
    """The test that the lines of the entries pass which the field is true of; None where lines cannot tell."""
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
    ids = {quoted(id) for id, name in clues.situations.items() if fits((name,))}
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
        id = id_in(line)
        if not id or id in linked:
            return True
        if not own or b'"triage":null' in line:
            return False
        return any(each in line for each in own) or b'"choice":"' not in line

    return may_fit
