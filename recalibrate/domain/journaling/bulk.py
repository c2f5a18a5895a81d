"""One change to several entries at once; only the entries that really change come back, for one commit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from recalibrate.domain.journaling.tags import clean_tag
from recalibrate.domain.records.entry import Entry


def with_tag(entries: Iterable[Entry], tag: str) -> tuple[Entry, ...]:
    """The entries that did not carry the tag, now with it at the end; ValueError when the tag has no letters."""
    tidy = clean_tag(tag)
    if not tidy:
        raise ValueError("A tag needs a letter or a number.")
    return tuple(replace(entry, tags=(*entry.tags, tidy)) for entry in entries if tidy not in entry.tags)


def without_tag(entries: Iterable[Entry], tag: str) -> tuple[Entry, ...]:
    """The entries that carried the tag, now without it."""
    gone = {tag, clean_tag(tag)}
    return tuple(
        replace(entry, tags=tuple(each for each in entry.tags if each not in gone))
        for entry in entries
        if gone.intersection(entry.tags)
    )


def in_situation(entries: Iterable[Entry], situation_id: str | None) -> tuple[Entry, ...]:
    """The entries that were in another situation or in none, now in this one; None takes it away."""
    return tuple(replace(entry, situation_id=situation_id) for entry in entries if entry.situation_id != situation_id)
