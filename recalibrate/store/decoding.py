"""Reading values back from JSON, each against the type its field declares.

What thousands of records have in common (the ids they refer to, offsets, two times that are one) is one object.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from enum import Enum
from functools import lru_cache
from sys import intern
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]

MISFITS = (ValueError, TypeError, KeyError)
"""What a reader raises for a value that does not fit; `documents.decode` makes one ValueError of it."""

_MISSING: Any = object()
_READERS: dict[Any, Read] = {}


def decoder(kind: Any) -> Read:
    """The function that reads a value of `kind`, made once for each kind; it raises one of MISFITS."""
    reader = _READERS.get(kind)
    if reader is None:
        reader = _READERS[kind] = _made(kind)
    return reader


def _made(kind: Any) -> Read:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _choice([decoder(each) for each in inner if each is not NoneType], NoneType in inner)
    if origin is tuple:
        return _tuple(inner)
    if origin is not None and issubclass(origin, Mapping):
        item = decoder(inner[1])
        return lambda value: {key: item(each) for key, each in _fit(dict, value).items()}
    if kind in (Any, object):
        return lambda value: value
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass(kind)
    if issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if kind is datetime:
        return _moment
    if kind is date:
        return cast(Read, kind.fromisoformat)
    if kind is float:
        return lambda value: float(_fit((int, float), value))
    return _plain(kind)


@lru_cache(maxsize=64)  # times repeat within a record and between neighbours
def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    zone = moment.tzinfo
    return moment if zone is None else moment.replace(tzinfo=_offset(zone))


@lru_cache(maxsize=256)
def _offset(zone: tzinfo) -> tzinfo:
    """The first offset that was read and says the same."""
    return zone


def _shared(value: Any) -> str:
    """A text that many records hold, as one string: an id, a key, a tag."""
    return intern(value if type(value) is str else _fit(str, value))


def _texts(value: Any) -> tuple[str, ...]:
    return _one_of(tuple([_shared(each) for each in _fit(list, value)])) if value != [] else ()


@lru_cache(maxsize=1024)
def _one_of(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The first tuple of these texts; most records have the same few habits, people and tags."""
    return texts


def _plain(kind: type) -> Read:
    def read(value: Any) -> Any:
        return value if type(value) is kind else _fit(kind, value)

    return read


def _choice(choices: list[Read], empty: bool) -> Read:
    only = choices[0]

    def read(value: Any) -> Any:
        if value is None and empty:
            return None
        for choice in choices[:-1]:
            try:
                return choice(value)
            except MISFITS:
                continue
        return choices[-1](value)

    def read_one(value: Any) -> Any:
        return None if value is None else only(value)

    return read_one if empty and len(choices) == 1 else read


def _tuple(inner: tuple[Any, ...]) -> Read:
    if len(inner) == 2 and inner[1] is Ellipsis:
        if inner[0] is str:
            return _texts
        item = decoder(inner[0])

        def read_all(value: Any) -> Any:
            return tuple([item(each) for each in _fit(list, value)]) if value != [] else ()

        return read_all
    items = [_shared if each is str else decoder(each) for each in inner]

    def read(value: Any) -> Any:
        return tuple([item(each) for item, each in zip(items, _fit(list, value), strict=True)])

    return read


def _dataclass(kind: type) -> Read:
    """Reads the fields one by one and sets them straight, as the frozen class's own `__init__` would.

    The one hot loop of a start: what already is as its field wants it costs no call.
    """
    hints = get_type_hints(kind)
    fields = [
        (field.name, *_as_it_is(field.name, hints[field.name]), _reader(field.name, hints[field.name]), _default(field))
        for field in dataclasses.fields(kind)
    ]
    new, put = object.__new__, object.__setattr__

    def read(value: Any) -> Any:
        get = (value if type(value) is dict else _fit(dict, value)).get
        made: Any = new(kind)
        name = ""
        try:
            for name, exact, may_be_none, reader, default in fields:
                found = get(name, _MISSING)
                if type(found) is exact or (found is None and may_be_none):
                    put(made, name, found)
                elif found is not _MISSING:
                    put(made, name, reader(found))
                elif default is not None:
                    put(made, name, default())
                else:
                    raise ValueError("it is missing.")
        except MISFITS as error:
            said = error if isinstance(error, ValueError) else f"{get(name)!r:.60} does not fit."
            raise ValueError(f"{name}: {said}") from error
        return made

    return read if not hasattr(kind, "__post_init__") else _checked(kind, read)


def _as_it_is(name: str, hint: Any) -> tuple[Any, bool]:
    """The type of a JSON value that a field takes as it is, and whether it takes null."""
    inner = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    plain = [each for each in inner if each in (str, int, bool)]
    only = plain[0] if len(plain) == 1 == len([each for each in inner if each is not NoneType]) else None
    return None if _refers(name, only) else only, NoneType in inner


def _reader(name: str, hint: Any) -> Read:
    return _shared if _refers(name, _as_it_is("", hint)[0]) else decoder(hint)


def _refers(name: str, kind: Any) -> bool:
    """Whether a field names another record, which many may do."""
    return kind is str and name.endswith("_id")


def _checked(kind: type, read: Read) -> Read:
    def read_and_check(value: Any) -> Any:
        made = read(value)
        return kind(**{field.name: getattr(made, field.name) for field in dataclasses.fields(kind)})

    return read_and_check


def _default(field: dataclasses.Field[Any]) -> Callable[[], Any] | None:
    if field.default is not dataclasses.MISSING:
        return lambda: field.default
    return None if field.default_factory is dataclasses.MISSING else field.default_factory


def _fit(kind: Any, value: Any) -> Any:
    """The value, if it is of the kind; a bool is no number here."""
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{value!r:.60} does not fit.")
    return value
