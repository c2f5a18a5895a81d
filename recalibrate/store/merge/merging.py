"""Two journals made one: by identity and field by field; pure, and the same whichever side it is seen from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from recalibrate.store.lines import Lines, document_of, table_of
from recalibrate.store.merge.records import Document, brought_together, is_later, same_content
from recalibrate.store.migrations import MARK
from recalibrate.store.overlay import Overlay
from recalibrate.store.table import Table

TOMBSTONES = "tombstones"


class Outcome(StrEnum):
    """What became of a record or a field that the two journals had differently, seen from ours."""

    ADDED = "added"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    PURGED = "purged"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the report; `field` is empty for a whole record, `words` is the start of what it says."""

    table: str
    id: str
    field: str
    outcome: Outcome
    words: str = ""


@dataclass(slots=True)
class Merge:
    """What has to be written to make ours hold both; `changes` is the report, field by field."""

    puts: list[tuple[str, int | None, Document]] = field(default_factory=list)
    drops: list[tuple[str, int]] = field(default_factory=list)
    values: dict[str, bytes] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)

    @property
    def is_needed(self) -> bool:
        """Whether ours lacks anything that theirs holds."""
        return bool(self.puts or self.drops or self.values)

    def apply(self, overlay: Overlay) -> None:
        """Lay what has to be written over the journal."""
        for name, number in self.drops:
            overlay.drop(name, number)
        for name, put_at, document in self.puts:
            overlay.put(name, put_at, document)
        for name, value in self.values.items():
            overlay.lines[name] = value
            overlay.changed.setdefault(name, set()).add(0)

    def applied(self, ours: Lines) -> Lines:
        """The lines of ours with all of it."""
        overlay = Overlay(ours)
        self.apply(overlay)
        return overlay.lines


def merge(ours: Lines, theirs: Lines, base: Lines | None = None) -> Merge:
    """How ours comes to hold both, three-way where `base` is a journal that both come from.

    A record on one side only is kept; of one on both sides each field takes the change of the side that made
    one, the later where both did; an edit takes a record out of the bin; what was purged stays out unless it was
    edited later. A text that loses goes into the record's history. Tables and fields that are not known are kept.
    """
    merging = Merge()
    graves = _graves(ours) | _later(_graves(theirs), _graves(ours))
    for name in dict.fromkeys((*ours, *theirs)):
        if name == MARK:
            continue
        mine, other = ours.get(name), theirs.get(name)
        if isinstance(mine, bytes) or isinstance(other, bytes):
            _merge_value(name, mine, other, merging)
        elif name == TOMBSTONES:
            _merge_graves(ours, graves, merging)
        else:
            _merge_table(name, ours, theirs, base or {}, graves, merging)
    return merging


def _merge_table(name: str, ours: Lines, theirs: Lines, base: Lines, graves: Mapping[str, str], merging: Merge) -> None:
    mine, other = table_of(ours, name), table_of(theirs, name)
    our_rows, their_rows = set(map(_row, mine.values())), set(map(_row, other.values()))
    only_mine = _by_id(mine, lambda row: row not in their_rows)
    started: dict[str, tuple[int | None, Document]] | None = None
    for number, document in (_by_id(mine, lambda row: True) if graves else {}).values():
        if number is not None and _is_buried(document, graves):
            merging.drops.append((name, number))
            merging.changes.append(_change(name, document, "", Outcome.PURGED))
    for id, (_, theirs_now) in _by_id(other, lambda row: row not in our_rows).items():
        if _is_buried(theirs_now, graves):
            continue
        number, ours_now = only_mine.get(id, (None, None))
        if ours_now is None or _is_buried(ours_now, graves):
            merging.puts.append((name, None, theirs_now))
            merging.changes.append(_change(name, theirs_now, "", Outcome.ADDED))
            continue
        if started is None:
            started = _by_id(table_of(base, name), lambda row: True)
        before = started.get(id, (None, None))[1]
        together = brought_together(name, before, ours_now, theirs_now)
        if together != ours_now:
            merging.puts.append((name, number, together))
        merging.changes += _field_changes(name, ours_now, theirs_now, together)


def _field_changes(name: str, ours: Document, theirs: Document, together: Document) -> Iterator[Change]:
    for key in dict.fromkeys((*ours, *theirs)):
        if key in ("id", "created_at", "updated_at", "rev", "history") or ours.get(key) == theirs.get(key):
            continue
        now = together.get(key)
        outcome = Outcome.OURS if now == ours.get(key) else Outcome.THEIRS if now == theirs.get(key) else Outcome.BOTH
        yield _change(name, together, key, outcome)


def _merge_value(name: str, mine: object, other: object, merging: Merge) -> None:
    """A top-level value that is no table: what only theirs has comes; of two the greater text stands, on both sides."""
    if isinstance(other, bytes) and (mine is None or (isinstance(mine, bytes) and other > mine)):
        merging.values[name] = other
        merging.changes.append(Change(name, "", "", Outcome.ADDED if mine is None else Outcome.THEIRS))


def _merge_graves(ours: Lines, graves: Mapping[str, str], merging: Merge) -> None:
    there = {document["id"]: (number, document) for number, document in _graves_with_numbers(ours)}
    for id, purged_at in graves.items():
        number, document = there.get(id, (None, {"id": id}))
        if document.get("purged_at") != purged_at:
            merging.puts.append((TOMBSTONES, number, {**document, "purged_at": purged_at}))


def _graves(lines: Lines) -> dict[str, str]:
    """When each purged record went, by its id; the last time where there are several."""
    found: dict[str, str] = {}
    for _, document in _graves_with_numbers(lines):
        found |= _later({document["id"]: str(document.get("purged_at", ""))}, found)
    return found


def _graves_with_numbers(lines: Lines) -> Iterable[tuple[int, Document]]:
    for number, line in table_of(lines, TOMBSTONES).items():
        document = document_of(line)
        if isinstance(document.get("id"), str):
            yield number, document


def _later(new: Mapping[str, str], old: Mapping[str, str]) -> dict[str, str]:
    return {id: at for id, at in new.items() if id not in old or is_later(at, old[id])}


def _is_buried(document: Document, graves: Mapping[str, str]) -> bool:
    purged_at = graves.get(str(document.get("id", "")))
    return purged_at is not None and not is_later(str(document.get("updated_at", "")), purged_at)


def _by_id(table: Table, wanted: Callable[[bytes], bool]) -> dict[str, tuple[int | None, Document]]:
    """The documents by identity, of two with one id the later; one without an id goes by its own text."""
    found: dict[str, tuple[int | None, Document]] = {}
    for number, line in table.items():
        row = _row(line)
        if not wanted(row):
            continue
        document = document_of(line)
        id = document.get("id")
        key = id if isinstance(id, str) and id else f"={row.decode('utf-8', 'replace')}"
        there = found.get(key)
        if there is None or _rev(document) >= _rev(there[1]):
            found[key] = (number, document)
    return found


def _rev(document: Document) -> int:
    rev = document.get("rev")
    return rev if isinstance(rev, int) else 0


def _row(line: bytes) -> bytes:
    """A line without TinyDB's number, which says nothing beyond one machine."""
    return line[line.index(b":") + 1 :]


def _change(name: str, document: Document, key: str, outcome: Outcome) -> Change:
    words = next((value for value in document.values() if isinstance(value, str) and value.strip()), "")
    return Change(name, str(document.get("id", "")), key, outcome, " ".join(words.split())[:60])


def common_base(ours: Lines, theirs: Lines, candidates: Iterable[Lines]) -> Lines | None:
    """The first of the candidates (newest first) from which both seem to have come.

    A journal comes from another when it holds (or has purged) each of its records, at a higher revision or
    word for word. Two edits on each side can look so by chance; that is why no losing text is ever dropped.
    """
    for candidate in candidates:
        if _comes_from(ours, candidate) and _comes_from(theirs, candidate):
            return candidate
    return None


def _comes_from(lines: Lines, base: Lines) -> bool:
    graves = _graves(lines)
    for name in base:
        if name in (MARK, TOMBSTONES) or isinstance(base[name], bytes):
            continue
        rows = set(map(_row, table_of(lines, name).values()))
        missing = _by_id(table_of(base, name), lambda row, rows=rows: row not in rows)  # type: ignore[misc]  # the default binds rows now
        if not missing:
            continue
        there = _by_id(table_of(lines, name), lambda row: True)
        for id, (_, before) in missing.items():
            if id in graves:
                continue
            now = there.get(id, (None, None))[1]
            if now is None or (_rev(now) <= _rev(before) and not same_content(now, before)):
                return False
    return True
