"""Quirk's and FreeCBT's thoughts: the thought is the voice, its distortions habits, the alternative the observation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from recalibrate.domain.habits.catalogue import FROM_QUIRK
from recalibrate.exchange.incoming import Incoming, Slip, each_read, read_moment, text_in
from recalibrate.store.interruptible import orjson

KEY = "automaticThought"


def thoughts_in(document: Any) -> list[Any] | None:
    """The thoughts of a file in any of the shapes these apps wrote; None when it holds none.

    A list of thoughts, a list under `thoughts`, or the app's store as pairs or as an object of JSON texts.
    """
    found = document.get("thoughts", list(document.values())) if isinstance(document, dict) else document
    if isinstance(found, dict):
        found = list(found.values())
    if not isinstance(found, list):
        return None
    thoughts = [_opened(each) for each in found]
    return thoughts if any(isinstance(each, dict) and KEY in each for each in thoughts) else None


def from_quirk(document: Any, now: datetime) -> Incoming:
    """The thoughts as slips."""
    return each_read("Quirk or FreeCBT", "thought", thoughts_in(document) or (), _slip, now)


def _slip(record: Any, place: str, now: datetime) -> Slip:
    thought = text_in(record, KEY).strip()
    if not thought:
        raise ValueError("it has no thought.")
    moment, precision = read_moment(text_in(record, "createdAt"), now)
    parts = (text_in(record, "alternativeThought").strip(), text_in(record, "challenge").strip())
    return Slip(
        place=place,
        what_happened=thought,
        happened_at=moment.astimezone(now.tzinfo) if moment else None,
        precision=precision,
        voice=thought,
        habits=tuple(dict.fromkeys(_habits(record.get("cognitiveDistortions")))),
        observation="\n\n".join(filter(None, parts)),
    )


def _habits(distortions: Any) -> Iterator[str]:
    """The habits of the distortions that were chosen; each is a slug, or an object with slug and `selected`.

    Where one says whether it is selected, one that does not is not; where none does, they are those that were chosen.
    """
    listed = distortions if isinstance(distortions, list) else ()
    others = not any(isinstance(each, dict) and "selected" in each for each in listed)
    for each in listed:
        if isinstance(each, dict):
            slug = each.get("slug") or each.get("label") if each.get("selected", others) else ""
        else:
            slug = each
        if isinstance(slug, str) and slug:
            key = "-".join(slug.lower().removesuffix(" thinking").split())
            yield FROM_QUIRK.get(slug) or FROM_QUIRK.get(key) or slug


def _opened(value: Any) -> Any:
    """A thought out of the app's store, where it is a JSON text, alone or behind its key."""
    if isinstance(value, list) and len(value) == 2:
        value = value[1]
    if isinstance(value, str):
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            return value
    return value
