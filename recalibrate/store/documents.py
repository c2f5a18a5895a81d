"""Records as documents and back: the only place that knows how a value looks in JSON."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from recalibrate.domain.assumption import Assumption
from recalibrate.domain.company import Moment, Person
from recalibrate.domain.entry import Entry
from recalibrate.domain.experiment import Experiment
from recalibrate.domain.noticing import NoticingPlan
from recalibrate.domain.overhaul import Overhaul
from recalibrate.domain.own_habit import OwnHabit
from recalibrate.domain.rating import Rating
from recalibrate.domain.record import Record
from recalibrate.domain.review import Review
from recalibrate.domain.situation import Situation
from recalibrate.domain.task import Attempt, Improvement, Task

T = TypeVar("T")
R = TypeVar("R", bound=Record)
Document = dict[str, Any]

TABLES: Mapping[type[Record], str] = {
    Entry: "entries",
    Experiment: "experiments",
    Overhaul: "overhauls",
    Situation: "situations",
    Rating: "ratings",
    Task: "tasks",
    Attempt: "attempts",
    Improvement: "improvements",
    Person: "people",
    Moment: "moments",
    Assumption: "assumptions",
    Review: "reviews",
    OwnHabit: "habits",
    NoticingPlan: "noticing_plans",
}
"""The table each kind of record lives in."""

_BASE = tuple(field.name for field in dataclasses.fields(Record))


def to_document(record: Record) -> Document:
    """The record as a document: its own fields first, then identity and times."""
    return cast(Document, encode(record))


def from_document(kind: type[R], document: Mapping[str, Any]) -> R:
    """The record a document holds; unknown keys are passed over, missing ones take their defaults.

    Raises ValueError when a field without a default is missing or a value does not fit its field.
    """
    return decode(kind, document)


def encode(value: object) -> Any:
    """A value as JSON holds it. Raises ValueError for a number that JSON does not know, TypeError for a stranger."""
    if value is None or isinstance(value, (bool, int)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError("Only finite numbers can be kept.")
        return value
    if isinstance(value, date):  # a datetime is one, too
        return value.isoformat()
    if isinstance(value, (tuple, list, frozenset)):
        return [encode(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name in _names(type(value))}
    raise TypeError(f"{type(value).__name__} cannot be kept in a document.")


def decode(kind: type[T], value: Any) -> T:
    """The value of `kind` that JSON holds. Raises ValueError when it does not fit."""
    return cast(T, _decoder(kind)(value))


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The field names in the order of the document: own ones first, those of every record last."""
    names = [field.name for field in dataclasses.fields(kind)]
    if not issubclass(kind, Record):
        return tuple(names)
    return (*(name for name in names if name not in _BASE), *_BASE)


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    """The function that reads a value of `kind`, made once for each kind."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _optional([_decoder(each) for each in inner if each is not NoneType], NoneType in inner)
    if origin is tuple:
        return _tuple(inner)
    if origin is not None and issubclass(origin, Mapping):
        item = _decoder(inner[1])
        return lambda value: {key: item(each) for key, each in _expect(dict, value).items()}
    if kind is Any or kind is object:
        return lambda value: value
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if issubclass(kind, Enum):
        return cast(Callable[[Any], Any], kind)
    if kind in (datetime, date):
        return lambda value: kind.fromisoformat(_expect(str, value))
    if kind is float:
        return lambda value: float(_expect((int, float), value))
    return lambda value: _expect(kind, value)


def _optional(choices: list[Callable[[Any], Any]], empty: bool) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if value is None and empty:
            return None
        for choice in choices[:-1]:
            try:
                return choice(value)
            except ValueError:
                continue
        return choices[-1](value)

    return read


def _tuple(inner: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(inner) == 2 and inner[1] is Ellipsis:
        item = _decoder(inner[0])
        return lambda value: tuple([item(each) for each in _expect(list, value)])
    items = [_decoder(each) for each in inner]

    def read(value: Any) -> Any:
        return tuple([item(each) for item, each in zip(items, _expect(list, value), strict=True)])

    return read


def _dataclass(kind: type) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    fields = [(field.name, _decoder(hints[field.name])) for field in dataclasses.fields(kind)]

    def read(value: Any) -> Any:
        document = _expect(dict, value)
        try:
            return kind(**{name: reader(document[name]) for name, reader in fields if name in document})
        except TypeError as error:
            raise ValueError(str(error)) from error

    return read


def _expect(kind: Any, value: Any) -> Any:
    """The value, if it is of the kind; a bool is no number here."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{value!r:.60} does not fit.")
    return value
