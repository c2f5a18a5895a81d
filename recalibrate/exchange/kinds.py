"""Which kind of notebook a file is from, told by what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from recalibrate.exchange.archive import json_members
from recalibrate.exchange.free_cbt import is_backup, is_its_markdown, opened_backup, thoughts_in_table
from recalibrate.exchange.from_elsewhere import documents_of
from recalibrate.exchange.import_csv import from_csv
from recalibrate.exchange.import_day_one import from_day_one
from recalibrate.exchange.import_jrnl import from_jrnl
from recalibrate.exchange.import_json import from_json, is_ours
from recalibrate.exchange.import_markdown import FOR_READING, from_markdown, is_for_reading
from recalibrate.exchange.import_quirk import from_quirk, thoughts_in
from recalibrate.exchange.incoming import Incoming, NotReadable, Problem, parse_json, read_file, read_text
from recalibrate.exchange.taking_in import Documents
from recalibrate.store.journal import Journal

KINDS = ("json", "jrnl", "dayone", "quirk", "csv", "md")


@dataclass(frozen=True, slots=True)
class Read:
    """The documents of a file by table, what could not be read, and whether it is an export of our own."""

    documents: Documents
    problems: tuple[Problem, ...]
    is_ours: bool = False
    left_behind: str = ""


def read(path: Path, kind: str, columns: Mapping[str, str], journal: Journal, now: datetime) -> Read:
    """The documents of a file or folder of this kind (empty = told by its content), and what could not be read.

    Raises NotReadable.
    """
    if not path.exists():
        raise NotReadable(f"There is no {path}.")
    wanted = kind or _by_name(path)
    if wanted == "md":
        _need_other_markdown(path)
        return _others(from_markdown(path, now), journal, now)
    if wanted == "csv":
        text = read_text(path)
        thoughts = None if columns else thoughts_in_table(text)
        incoming = from_csv(text, columns, now) if thoughts is None else from_quirk(thoughts, now)
        return _others(incoming, journal, now)
    if path.suffix.lower() == ".zip":
        return _from_zip(path, kind, journal, now)
    data = read_file(path)
    document = opened_backup(data, str(path)) if is_backup(data) else parse_json(data, str(path))
    return _from_document(document, kind, str(path), journal, now)


def _from_document(document: Any, kind: str, where: str, journal: Journal, now: datetime) -> Read:
    kind = kind or _by_content(document, where)
    _need_the_shape(document, kind, where)
    if kind == "json":
        return Read(*from_json(document), is_ours=True)
    readers = {"jrnl": from_jrnl, "dayone": from_day_one, "quirk": from_quirk}
    return _others(readers[kind](document, now), journal, now)


def _from_zip(path: Path, kind: str, journal: Journal, now: datetime) -> Read:
    """Everything the archive's JSON files hold, each place with the name of its file."""
    documents: dict[str, list[dict[str, Any]]] = {}
    problems: list[Problem] = []
    found = 0
    for name, data in json_members(path):
        found += 1
        part = _from_document(parse_json(data, name), kind, name, journal, now)
        for table, rows in part.documents.items():
            known = {row["id"] for row in documents.setdefault(table, [])}
            documents[table] += [row for row in rows if row["id"] not in known]
        problems += [Problem(f"{name}, {each.place}", each.reason) for each in part.problems]
    if not found:
        raise NotReadable(f"{path} holds no JSON file; unpack it and import what is in it.")
    return Read(documents, tuple(problems))


def _others(incoming: Incoming, journal: Journal, now: datetime) -> Read:
    return Read(documents_of(incoming, journal, now), incoming.problems, left_behind=incoming.left_behind)


def _need_other_markdown(path: Path) -> None:
    """Refuse the one Markdown file that holds many thoughts or entries, for other files say the same in full."""
    text = read_text(path) if path.is_file() else ""
    if is_its_markdown(text):
        raise NotReadable(f"{path} is FreeCBT's Markdown; import the JSON, the CSV or the backup it writes instead.")
    if is_for_reading(text):
        raise NotReadable(f"{path} {FOR_READING}.")


def _by_name(path: Path) -> str:
    if path.is_dir() or path.suffix.lower() in (".md", ".markdown"):
        return "md"
    return "csv" if path.suffix.lower() in (".csv", ".tsv") else ""


def _by_content(document: Any, where: str) -> str:
    if is_ours(document):
        return "json"
    entries = document.get("entries") if isinstance(document, dict) else None
    if isinstance(entries, dict):
        raise NotReadable(f"{where} is a journal itself; `recalibrate merge` brings it into yours.")
    if isinstance(entries, list):
        first = next((each for each in entries if isinstance(each, dict)), {})
        return "dayone" if "creationDate" in first or "metadata" in document else "jrnl"
    if thoughts_in(document) is not None:
        return "quirk"
    raise NotReadable(f"{where} is from no notebook known here; --format says which of {', '.join(KINDS)} it is.")


def _need_the_shape(document: Any, kind: str, where: str) -> None:
    if kind == "json":
        fits = is_ours(document)
    elif kind == "quirk":
        fits = thoughts_in(document) is not None
    else:
        fits = isinstance(document, dict) and isinstance(document.get("entries"), list)
    if not fits:
        raise NotReadable(f"{where} does not look like {kind}; leave --format out to have it looked at.")
