"""Two states of one record brought together, the same whichever comes first, and without losing a text."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from recalibrate.store.documents import TABLES
from recalibrate.store.interruptible import orjson
from recalibrate.store.merge.three_way import BOOKKEEPING, merged

Document = dict[str, Any]

_NO_WORDS = ("id", "field", "month", "metric", "level", "reading")
"""How the names of strings end that are no words of the user's."""

_EMPTY: tuple[Any, ...] = (None, "", [], {})


def brought_together(table: str, base: Document | None, one: Document, other: Document) -> Document:
    """The record that holds both states; `base` is what both come from, when it is known.

    Each field takes the change of the side that made one, and the later side's where both did; without a base
    a filled field beats an empty one, then the later wins. An edit beats a deletion. Each text of either that
    stands no more is kept as a version in `history`.
    """
    earlier, later = sorted((one, other), key=_age)
    together = dict(later)
    if not same_content(one, other):
        together, _ = merged(_start(base, earlier, later), later, earlier)
        if "deleted_at" in together:
            together["deleted_at"] = _deleted_at(base, earlier, later)
        together = _in_order_of(later, together)
        _choose_one_idea(together, later)
        if history := _history(table, together, one, other):
            together["history"] = history
    if "updated_at" in later:
        together["updated_at"] = later["updated_at"]
    if times := [each["created_at"] for each in (one, other) if each.get("created_at")]:
        together["created_at"] = min(times, key=_moment)
    if "rev" in together:
        # higher than that of a side which lacks something, so that whoever holds that side sees it has moved on
        together["rev"] = max(_rev(side) + (not same_content(together, side)) for side in (one, other))
    return together


def same_content(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two states say the same, whatever their times and revisions."""
    return all(one.get(key) == other.get(key) for key in {*one, *other} if key not in BOOKKEEPING)


def is_later(one: str, other: str) -> bool:
    """Whether one ISO time is after the other; what is no time counts as long ago."""
    return _instant(one) > _instant(other)


def _age(document: Document) -> tuple[datetime, int, bytes]:
    return _instant(str(document.get("updated_at", ""))), _rev(document), _spelt(document)


def _instant(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return at.astimezone(UTC) if at.tzinfo and at.year > 1 else at.replace(tzinfo=UTC)


def _rev(document: Mapping[str, Any]) -> int:
    rev = document.get("rev")
    return rev if isinstance(rev, int) else 0


def _spelt(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def _start(base: Document | None, earlier: Document, later: Document) -> Document:
    """What to measure changes against; without a base, an empty field of the later side counts as unchanged.

    Two decisions that differ are never mixed: the later one stands as it is.
    """
    if base is not None:
        return base
    start: Document = {}
    for key, value in later.items():
        other = earlier.get(key)
        if value in _EMPTY and other not in _EMPTY:
            start[key] = value
        elif isinstance(value, dict) and isinstance(other, dict) and value.get("choice") == other.get("choice"):
            start[key] = _start(None, other, value)
    return start


def _deleted_at(base: Document | None, earlier: Document, later: Document) -> Any:
    """When the record went to the bin: not at all where the other side edited it meanwhile."""
    deleted = [each for each in (earlier, later) if each.get("deleted_at")]
    if len(deleted) != 1:
        return max((each["deleted_at"] for each in deleted), key=_moment, default=None)
    alive = later if deleted[0] is earlier else earlier
    if base is not None:
        started_alive = not base.get("deleted_at")
        return deleted[0]["deleted_at"] if started_alive and _same_but_bin(alive, base) else None
    return later.get("deleted_at") if _same_but_bin(alive, deleted[0]) else None


def _same_but_bin(one: Document, other: Document) -> bool:
    return same_content({**one, "deleted_at": None}, {**other, "deleted_at": None})


def _moment(at: Any) -> tuple[datetime, str]:
    return _instant(str(at)), str(at)


def _in_order_of(later: Any, together: Any) -> Any:
    """The lists in the later side's order, what came from the earlier one behind; of a pair's keys the first stands."""
    if isinstance(together, dict):
        known = later if isinstance(later, dict) else {}
        return {key: _in_order_of(known.get(key), value) for key, value in together.items()}
    if not isinstance(together, list):
        return together
    first = [each for each in later if each in together] if isinstance(later, list) else []
    items = first + [each for each in together if each not in first]
    if all(isinstance(each, list) and len(each) == 2 for each in items):
        return [each for at, each in enumerate(items) if each[0] not in [earlier[0] for earlier in items[:at]]]
    return items


def _choose_one_idea(together: Document, later: Document) -> None:
    """Each idea once, and one chosen at most: the later side's."""
    ideas = together.get("ideas")
    if not (isinstance(ideas, list) and all(isinstance(idea, dict) and "text" in idea for idea in ideas)):
        return
    by_text: dict[str, Document] = {}
    for idea in ideas:
        by_text[idea["text"]] = {**by_text.get(idea["text"], {}), **idea}
    chosen = {idea["text"] for idea in later.get("ideas") or () if isinstance(idea, dict) and idea.get("chosen")}
    for text, idea in by_text.items():
        if chosen and "chosen" in idea:
            idea["chosen"] = text in chosen
    together["ideas"] = list(by_text.values())


def _history(table: str, together: Document, one: Document, other: Document) -> list[Any]:
    """The versions of both, and each text of theirs or ours that would stand nowhere now."""
    at = max((str(each.get("updated_at", "")) for each in (one, other)), key=_moment)
    known = [*(one.get("history") or ()), *(other.get("history") or ())]
    versions = {_spelt(version): version for version in known}
    stand = {text for _, text in _texts(table, together)}
    stand |= {str(version.get("text", "")) for version in known if isinstance(version, dict)}
    for document in (one, other):
        for name, text in _texts(table, document):
            if text not in stand:
                stand.add(text)
                version = {"field": name, "text": text, "replaced_at": at}
                versions[_spelt(version)] = version
    return sorted(versions.values(), key=_version_order)


def _version_order(version: Any) -> tuple[datetime, bytes]:
    at = version.get("replaced_at", "") if isinstance(version, dict) else ""
    return _instant(str(at)), _spelt(version)


def _texts(table: str, document: Document) -> Iterator[tuple[str, str]]:
    """The user's own words in a document, each with the field it stands in."""
    texts = _text_fields(table)
    for key, value in document.items():
        if key in (*BOOKKEEPING, "deleted_at", "history"):
            continue
        shape = texts.get(key, True) if texts is not None else True
        yield from ((key, text) for text in _strings(value, shape) if text.strip())


def _strings(value: Any, shape: Any) -> Iterator[str]:
    if not shape:
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each, shape)
    elif isinstance(value, dict):
        for key, each in value.items():
            inner = shape.get(key, True) if isinstance(shape, dict) else True
            yield from _strings(each, inner)


@cache
def _text_fields(table: str) -> dict[str, Any] | None:
    """Which fields of a table hold words of the user's; None for a table that is not known, where all may."""
    kind = next((kind for kind, name in TABLES.items() if name == table), None)
    return _shape(kind) if kind else None


def _shape(kind: Any) -> Any:
    """True for words, False for anything else, and by field where a value has fields."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        shapes = [_shape(each) for each in inner]
        return next((shape for shape in shapes if shape), False)
    if origin is tuple:
        # plain strings in a row are tags, habits, people: words of the app or ids, joined from both sides
        return False if inner[0] is str else _shape(inner[0])
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return {
            each.name: not each.name.endswith(_NO_WORDS) and _shape(hints[each.name])
            for each in dataclasses.fields(kind)
        }
    return kind is str
