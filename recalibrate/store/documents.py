"""Records as documents and back: the only place that knows how a value looks in JSON."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, cast

from recalibrate.domain.records.record import Record
from recalibrate.store.decoding import decoder

T = TypeVar("T")
R = TypeVar("R", bound=Record)
Document = dict[str, Any]

_KINDS = {
    "Entry": ("entry", "entries"),
    "Experiment": ("experiment", "experiments"),
    "Overhaul": ("overhaul", "overhauls"),
    "Situation": ("situation", "situations"),
    "Rating": ("rating", "ratings"),
    "Task": ("task", "tasks"),
    "Attempt": ("task", "attempts"),
    "Improvement": ("task", "improvements"),
    "Person": ("company", "people"),
    "Moment": ("company", "moments"),
    "Assumption": ("assumption", "assumptions"),
    "Review": ("review", "reviews"),
    "OwnHabit": ("own_habit", "habits"),
    "NoticingPlan": ("noticing", "noticing_plans"),
}
"""The class, the module of `domain.records` it is in, and its table."""


class _Tables(Mapping[type[Record], str]):
    """Tables by kind; a kind is imported only when all are asked for, since a shell waits for each import."""

    def __getitem__(self, kind: type[Record]) -> str:
        return _KINDS[kind.__name__][1]

    def __iter__(self) -> Iterator[type[Record]]:
        from importlib import import_module

        for name, (module, _) in _KINDS.items():
            yield getattr(import_module(f"recalibrate.domain.records.{module}"), name)

    def __len__(self) -> int:
        return len(_KINDS)


TABLES: Mapping[type[Record], str] = _Tables()
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
    """A value as JSON holds it. Raises ValueError for what no JSON text can hold, TypeError for a stranger."""
    kind: Any = type(value)
    how = _ENCODERS.get(kind) or _encoder(kind)
    return how(value)


def decode(kind: type[T], value: Any) -> T:
    """The value of `kind` that JSON holds. Raises ValueError when it does not fit."""
    try:
        return cast(T, decoder(kind)(value))
    except (TypeError, KeyError) as error:
        raise ValueError(f"{value!r:.60} does not fit.") from error


def _same(value: Any) -> Any:
    return value


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError("Only finite numbers can be kept.")
    return value


def _whole(value: int) -> int:
    if not -(2**63) <= value < 2**64:
        raise ValueError("A number beyond 64 bits cannot be kept.")
    return value


def _text(value: str) -> str:
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def _items(value: Any) -> list[Any]:
    return [encode(item) for item in value] if value else []


def _mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {_text(str(key)): encode(item) for key, item in value.items()}


_ENCODERS: dict[type, Callable[[Any], Any]] = {
    type(None): _same,
    bool: _same,
    int: _whole,
    str: _text,
    float: _finite,
    date: date.isoformat,
    datetime: datetime.isoformat,
    tuple: _items,
    list: _items,
    frozenset: _items,
    dict: _mapping,
}


@cache
def _encoder(kind: type) -> Callable[[Any], Any]:
    """How a value of a kind that is not among the plain ones is written."""
    if issubclass(kind, Enum):
        return lambda value: value.value
    if dataclasses.is_dataclass(kind):
        return _fields_encoder(_names(kind))
    for plain in (datetime, date, str, int, float):
        if issubclass(kind, plain):
            return _ENCODERS[plain]
    if issubclass(kind, Mapping):
        return _mapping
    raise TypeError(f"{kind.__name__} cannot be kept in a document.")


def _fields_encoder(names: tuple[str, ...]) -> Callable[[Any], Document]:
    values_of = attrgetter(*names, "__class__")  # one more, so that it always answers a tuple

    def encoded(value: Any) -> Document:  # spelt out: an import of ten years spends most of its time here
        document: Document = dict(zip(names, values_of(value), strict=False))
        moment, written = None, ""
        for name, field in document.items():
            if field is None or field is False:
                continue
            kind: Any = type(field)
            if kind is str:
                if not field.isascii():
                    document[name] = _text(field)
            elif kind is datetime:
                if field is not moment:  # the same object often stands in two fields
                    moment, written = field, field.isoformat()
                document[name] = written
            else:
                document[name] = (_ENCODERS.get(kind) or _encoder(kind))(field)
        return document

    return encoded


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The field names in the order of the document: own ones first, those of every record last."""
    names = [field.name for field in dataclasses.fields(kind)]
    if not issubclass(kind, Record):
        return tuple(names)
    return (*(name for name in names if name not in _BASE), *_BASE)
