"""Entries newest first, each decoded only when it is wanted: a long journal is looked through as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from recalibrate.domain.entry import Entry
from recalibrate.domain.search import Query, Words, fold, order_of
from recalibrate.store.documents import TABLES, from_document
from recalibrate.store.lines import document_of, table_of
from recalibrate.store.storage import JournalStorage

if TYPE_CHECKING:
    from recalibrate.domain.search import Context
    from recalibrate.store.journal import Journal

Line = bytes

_TIME = b'"happened_at":"'
_MADE = b'"created_at":"'
_ASCII = bytes(range(128))
_SECOND = len("2026-03-14T09:30:00")


def newest_first(journal: Journal, query: Query, context: Context) -> Iterator[Entry]:
    """The entries that may fit the query, newest first; which of them do, the caller tests."""
    storage = journal.db.storage
    assert isinstance(storage, JournalStorage), "a journal's TinyDB works on a journal's storage"
    may_fit = _may_fit(query, context)
    lines = sorted(table_of(storage.lines, TABLES[Entry]).values(), key=_second, reverse=True)
    seen: set[str] = set()
    for _, same_second in groupby(filter(may_fit, lines), key=_second):
        for entry in sorted(_decoded(same_second), key=_newest, reverse=True):
            if entry.id not in seen and entry.deleted_at is None:
                yield entry
            seen.add(entry.id)


def _newest(entry: Entry) -> tuple[object, ...]:
    """The order of entries, and of two that share an identity the later revision first."""
    return (*order_of(entry), entry.rev)


def _decoded(lines: Iterable[Line]) -> Iterator[Entry]:
    for line in lines:
        try:
            yield from_document(Entry, document_of(line))
        except ValueError:
            continue  # `check` names it; the rest of the list does not wait for it


def _second(line: Line) -> bytes:
    """The wall clock of the slip as it stands in the line; a user's text cannot look like it, for its quotes."""
    at = line.find(_TIME)
    start = at + len(_TIME) if at >= 0 else line.rfind(_MADE) + len(_MADE)
    return line[start : start + _SECOND]


def _may_fit(query: Query, context: Context) -> Callable[[Line], bool]:
    """A quick test that is true of every line the query could find, and of few others."""
    needles = [
        needle for term in query.terms if isinstance(term, Words) and not term.negated and (needle := _needle(term))
    ]
    if not needles:
        return lambda line: True
    ids = [_ids_named(needle.decode(), context) for needle in needles]

    plain: dict[str, str] = {}

    def may_fit(line: Line) -> bool:
        small = line.lower()
        if beyond := line.translate(None, _ASCII):
            text = small.decode("utf-8", "replace")
            for character in set(beyond.decode("utf-8", "replace")):
                if character not in plain:
                    plain[character] = fold(character)
                text = text.replace(character, plain[character])  # as a fold of the line, at a tenth of its price
            small = text.encode("utf-8", "replace")
        return all(
            needle in small or any(id in line for id in named) for needle, named in zip(needles, ids, strict=True)
        )

    return may_fit


def _needle(words: Words) -> bytes:
    """The longest run of plain letters and digits in the words, as it must stand in a plain line."""
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in fold(words.text))
    return max(kept.split(), key=len, default="").encode()


def _ids_named(needle: str, context: Context) -> list[bytes]:
    """What an entry refers to that has the needle in its own text: names, and the entries of experiments."""
    from recalibrate.domain.search.searchable import experiment_texts, overhaul_texts

    names = (context.situations, context.habits, context.people)
    found = {id for each in names for id, name in each.items() if needle in fold(name)}
    for entry_id, experiments in context.experiments.items():
        if needle in fold("\n".join(text for each in experiments for text in experiment_texts(each))):
            found.add(entry_id)
    for entry_id, overhauls in context.overhauls.items():
        if needle in fold("\n".join(text for each in overhauls for text in overhaul_texts(each))):
            found.add(entry_id)
    return [b'"%b"' % id.encode() for id in found]
