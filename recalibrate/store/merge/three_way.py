"""Two changes of one document brought together, field by field, against what both started from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Document = dict[str, Any]

BOOKKEEPING = ("id", "created_at", "updated_at", "rev")
"""What every save sets anew; no change of the user's."""


def merged(base: Mapping[str, Any] | None, ours: Document, theirs: Document) -> tuple[Document, dict[str, str]]:
    """The document with both changes, and the strings of `theirs` that lost, by field (`voice.text` for a nested one).

    `ours` is the later one and wins where both changed the same field; lists take the additions and removals
    of both. Without a base every difference counts as a change on both sides, so nothing of either is dropped
    unnoticed. An edit takes a deleted record out of the bin; a deletion keeps an edit inside.
    """
    losing: dict[str, str] = {}
    result: Document = {}
    for key in (*theirs, *(key for key in ours if key not in theirs)):
        result[key] = _field(key, base, ours, theirs, losing)
    started = base if base is not None else {}
    edited = any(ours.get(key) != started.get(key) for key in ours if key not in (*BOOKKEEPING, "deleted_at"))
    if edited and ours.get("deleted_at") is None:
        result["deleted_at"] = None
    return result, losing


_ABSENT: Any = object()


def _field(key: str, base: Mapping[str, Any] | None, ours: Document, theirs: Document, losing: dict[str, str]) -> Any:
    mine, other = ours.get(key, _ABSENT), theirs.get(key, _ABSENT)
    before = base.get(key, _ABSENT) if base is not None else _ABSENT
    if mine == other or mine is _ABSENT or (before is not _ABSENT and mine == before):
        return other if other is not _ABSENT else mine
    if other is _ABSENT or (before is not _ABSENT and other == before):
        return mine
    if isinstance(mine, dict) and isinstance(other, dict):
        inner: dict[str, str] = {}
        keys = (*other, *(each for each in mine if each not in other))
        start = before if isinstance(before, dict) else None
        nested = {each: _field(each, start, mine, other, inner) for each in keys}
        losing.update({f"{key}.{part}": text for part, text in inner.items()})
        return nested
    if isinstance(mine, list) and isinstance(other, list):
        return _lists(before if isinstance(before, list) else [], mine, other)
    if key not in BOOKKEEPING and key != "deleted_at" and isinstance(other, str) and other.strip():
        losing[key] = other
    return mine


def _lists(before: list[Any], mine: list[Any], other: list[Any]) -> list[Any]:
    """What is left of `other` after our removals, and then what we added."""
    kept = [each for each in other if each in mine or each not in before]
    return kept + [each for each in mine if each not in kept and each not in before]


def laid_over(stored: Any, known: Any) -> Any:
    """`known` with the keys of `stored` that it does not speak of, at any depth; a list's items by their place."""
    if isinstance(stored, dict) and isinstance(known, dict):
        rest = {key: value for key, value in stored.items() if key not in known}
        return {key: laid_over(stored.get(key), value) for key, value in known.items()} | rest
    if isinstance(stored, list) and isinstance(known, list):
        return [laid_over(_counterpart(stored, each, at), each) for at, each in enumerate(known)]
    return known


def _counterpart(stored: list[Any], item: Any, at: int) -> Any:
    """The stored item that an item came from: the one that says the same, else the one in its place."""
    if not isinstance(item, dict):
        return None
    for each in stored:
        if isinstance(each, dict) and all(each.get(key) == value for key, value in item.items()):
            return each
    same_place = stored[at] if at < len(stored) and len(stored) > 0 else None
    return same_place if isinstance(same_place, dict) else None
