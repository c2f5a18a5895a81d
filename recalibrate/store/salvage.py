"""What can be read of a damaged journal: record by record, wherever one still stands whole."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from recalibrate.store.documents import TABLES, from_document
from recalibrate.store.lines import Lines, line_of
from recalibrate.store.migrations import MARK
from recalibrate.store.table import Table

_OWN_MARK = {MARK: "schema", "tombstones": "purged_at"}
"""The tables that hold no records, and the key by which their documents are known."""


@dataclass(slots=True)
class Salvage:
    """The records found whole, by table, and the pieces of text that are none any more."""

    lines: Lines = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    """The first words of each row that could not be read."""
    twice: int = 0
    """How many records stood there more than once; all of them are kept."""


def salvage(data: bytes) -> Salvage:
    """Whatever still stands whole in the bytes of a journal, in our layout or in any other."""
    found = Salvage()
    text = data.decode("utf-8", "replace").replace("\x00", "\ufffd")
    seen: set[str] = set()
    for name, number, document in _records(text, found.lost):
        name = _table_for(name, document)
        table = found.lines.setdefault(name, {})
        assert isinstance(table, dict), "only tables are salvaged"
        identity = str(document.get("id", ""))
        found.twice += bool(identity) and identity in seen
        seen.add(identity)
        _keep(table, number, document, found.lost)
    return found


def _keep(table: Table, number: int, document: dict[str, Any], lost: list[str]) -> None:
    if number in table or number < 1:
        number = max(table, default=0) + 1
    try:
        table[number] = line_of(number, document)
    except TypeError:
        lost.append(json.dumps(document)[:80])


def _records(text: str, lost: list[str]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Table, number and document of each record that can be read."""
    name = ""
    decoder = json.JSONDecoder(parse_constant=lambda constant: None)
    for row in text.split("\n"):
        bare = row.strip().rstrip(",")
        if bare in ("", "{", "}", "}}"):
            continue
        header = _header(bare)
        if header is not None:
            name = header
            continue
        record = _record(bare, decoder)
        if record is not None:
            yield name, *record
            continue
        whole = 0
        for record_of in _scattered(bare, name, decoder):
            name = record_of[0]
            whole += 1
            yield record_of
        if not whole and not _is_plain_value(bare):
            lost.append(bare[:80])


def _header(bare: str) -> str | None:
    if not bare.endswith("{") or not bare.startswith('"'):
        return None
    name, _, rest = bare[1:].partition('"')
    return name if rest.replace(" ", "") == ":{" else None


def _record(bare: str, decoder: json.JSONDecoder) -> tuple[int, dict[str, Any]] | None:
    key, colon, value = bare.partition(":")
    number = key.strip().strip('"')
    if not colon or not (number.isascii() and number.isdigit() and len(number) < 12):
        return None
    try:
        document, end = decoder.raw_decode(value.strip())
    except (ValueError, RecursionError):
        return None
    return (int(number), document) if isinstance(document, dict) and end == len(value.strip()) else None


def _scattered(row: str, name: str, decoder: json.JSONDecoder) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """The records within one long row, as stock TinyDB writes a whole journal."""
    at = 0
    while (start := row.find('": {', at)) >= 0 or (start := row.find('":{', at)) >= 0:
        brace = row.index("{", start)
        key = row[row.rfind('"', 0, start) + 1 : start]
        at = brace + 1
        if not key.isdigit() or len(key) > 11:
            name = key if key.isidentifier() and row[brace + 1 : brace + 3].strip().startswith('"') else name
            continue
        try:
            document, at_end = decoder.raw_decode(row, brace)
        except (ValueError, RecursionError):
            continue
        at = at_end
        if isinstance(document, dict):
            yield name, int(key), document


def _is_plain_value(bare: str) -> bool:
    try:
        json.loads("{" + bare.rstrip("}") + "}")
    except ValueError:
        return False
    return True


def _table_for(name: str, document: dict[str, Any]) -> str:
    """The table a record belongs to: the one it stood in, unless that line was lost and it plainly fits another."""
    kinds = {table: kind for kind, table in TABLES.items()}
    if name in _OWN_MARK and _OWN_MARK[name] in document:
        return name
    if name in kinds and _fits(kinds[name], document):
        return name
    for table, kind in kinds.items():
        required = {each.name for each in dataclasses.fields(kind) if each.default is dataclasses.MISSING}
        own = {each.name for each in dataclasses.fields(kind)}
        if required <= {*document, "id"} and own >= document.keys() and _fits(kind, document):
            return table
    return name or "found"


def _fits(kind: Any, document: dict[str, Any]) -> bool:
    if not any(each.name in document for each in dataclasses.fields(kind) if each.name not in ("id", "rev")):
        return False
    try:
        from_document(kind, document)
    except ValueError:
        return False
    return True
