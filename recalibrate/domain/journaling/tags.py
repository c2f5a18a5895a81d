"""Tags: tidy names, and how often each is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from unicodedata import normalize

from recalibrate.domain.records.entry import Entry

_APART = frozenset("#,;:\"“”„‟'’`\\")


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and the number of entries that carry it."""

    tag: str
    count: int


def clean_tag(text: str) -> str:
    """A tag as it is kept: lower case, one hyphen for white space and marks a query would trip over.

    "  Foo Bar " is foo-bar, "#Work" is work; empty when nothing is left.
    """
    lowered = normalize("NFC", text).lower()
    spaced = "".join(" " if c in _APART or c.isspace() or c == "-" else c for c in normalize("NFC", lowered))
    return "-".join(spaced.split())


def read_tags(text: str) -> tuple[str, ...]:
    """The tags in a line with commas between them, or with # before each; each once, in the order written."""
    parts = text.replace("#", ",").replace(";", ",").split(",")
    return tuple(dict.fromkeys(tag for part in parts if (tag := clean_tag(part))))


def tag_counts(entries: Iterable[Entry]) -> tuple[TagCount, ...]:
    """All tags in use, the most used first, equals by name."""
    counts = Counter(tag for entry in entries for tag in dict.fromkeys(entry.tags))
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(TagCount(tag, count) for tag, count in ordered)
