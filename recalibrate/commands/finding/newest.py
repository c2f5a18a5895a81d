"""Entries newest first, each decoded only when it is wanted: a long journal is looked through as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from recalibrate.commands.finding.line import HAPPENED, SECOND, Line, second_of
from recalibrate.domain.records.entry import Entry
from recalibrate.domain.search.searchable import order_of
from recalibrate.store.documents import from_document
from recalibrate.store.lines import document_of
from recalibrate.store.table import Uncut

if TYPE_CHECKING:
    from recalibrate.commands.finding.sift import Sift
    from recalibrate.store.journal import Journal

RECENT = 3
"""Among so many times the lines that are wanted, the last ones, stand the newest of nearly any journal."""


def newest_first(journal: Journal, sift: Sift, wanted: int = 0) -> Iterator[Entry]:
    """The entries that may fit, newest first; about as many as are `wanted` come without a look at all the others."""
    seen: set[str] = set()
    for lines in _parts(journal, sift, wanted):
        for _, same_second in groupby(sorted(lines, key=second_of, reverse=True), key=second_of):
            for entry in sorted(_decoded(same_second), key=_newest, reverse=True):
                if entry.id not in seen and entry.deleted_at is None:
                    yield entry
                seen.add(entry.id)


def _parts(journal: Journal, sift: Sift, wanted: int) -> Iterator[Iterable[Line]]:
    """The lines that may fit, in parts of which each is newer than the next; unsorted in themselves."""
    table = journal.table(Entry)
    if not isinstance(table, Uncut):
        yield filter(sift.may_fit, table.values())
        return
    since = b""
    if wanted:
        since = min(sorted(map(second_of, table.last(RECENT * wanted)))[-wanted:])
        yield [line for bite in table.bites() for line in _lines_since(bite, since) if sift.may_fit(line)]
    bites = (bite for bite in table.bites() if sift.may_hold(bite))
    lines = (line for bite in bites for line in bite.split(b",\n") if sift.may_fit(line))
    yield (line for line in lines if second_of(line) < since) if since else lines


def _lines_since(bite: bytes, since: bytes) -> Iterator[Line]:
    """The lines of slips from that second on, found without a copy of any other."""
    find, width = bite.find, len(HAPPENED)
    at, end = 0, len(bite)
    while at < end:
        close = find(b"\n", at)
        close = close if close >= 0 else end + 1  # the bite ends without a comma
        place = find(HAPPENED, at, close) + width
        if place < width:
            line = bite[at : close - 1]
            if second_of(line) >= since:
                yield line
        elif bite[place : place + SECOND] >= since:
            yield bite[at : close - 1]
        at = close + 1


def _newest(entry: Entry) -> tuple[object, ...]:
    """The order of entries, and of two that share an identity the later revision first."""
    return (*order_of(entry), entry.rev)


def _decoded(lines: Iterable[Line]) -> Iterator[Entry]:
    for line in lines:
        try:
            yield from_document(Entry, document_of(line))
        except ValueError:
            continue  # `check` names it; the rest of the list does not wait for it
