"""Reading a journal that another hand has written: stock TinyDB, an editor, an older Python."""

from __future__ import annotations

import json
from typing import Any

from recalibrate.store.interruptible import orjson
from recalibrate.store.lines import Lines, NotAJournal, line_of
from recalibrate.store.table import Table


def foreign_lines(data: bytes) -> Lines:
    """The lines of a journal in any layout; NaN becomes null, a lone surrogate U+FFFD. Raises NotAJournal.

    What would not survive the next save — a key that stands twice, a number beyond 64 bits, an odd TinyDB
    number — is refused rather than dropped.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAJournal("it is not UTF-8 text", error.start) from error
    try:
        tables = json.loads(text, object_pairs_hook=_once, parse_constant=lambda name: None, parse_int=_small)
    except json.JSONDecodeError as error:
        raise NotAJournal("it is not whole JSON", len(text[: error.pos].encode("utf-8", "replace"))) from error
    except RecursionError as error:
        raise NotAJournal("it is nested too deeply") from error
    if not isinstance(tables, dict):
        raise NotAJournal("it is no set of tables", 0)
    return {name: _lines(name, table) for name, table in tables.items()}


def _lines(name: str, table: Any) -> Table | bytes:
    try:
        if not isinstance(table, dict):
            return orjson.dumps(_whole(table))
        rows: Table = {}
        for number, document in table.items():
            if not (number.isascii() and number.isdigit() and number == str(int(number))):
                raise NotAJournal(f"a record of {name} has the odd number {number!r:.20}")
            if not isinstance(document, dict):
                raise NotAJournal(f"number {number} of {name} is no record")
            rows[int(number)] = line_of(int(number), _whole(document))
        return rows
    except (orjson.JSONEncodeError, RecursionError) as error:
        raise NotAJournal(f"{name} holds something that cannot be written back") from error


def _whole(value: Any) -> Any:
    """The value with each lone surrogate replaced, since no UTF-8 text can hold one."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    elif isinstance(value, list):
        return [_whole(each) for each in value]
    elif isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add answers None
        raise NotAJournal(f"the name {twice!r:.40} stands twice in one place")
    return found


def _small(digits: str) -> int:
    if len(digits) > 20 or not -(2**63) <= int(digits) < 2**64:
        raise NotAJournal("it holds a number beyond 64 bits")
    return int(digits)
