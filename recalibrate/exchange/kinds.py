"""Which kind of notebook a file is from, told by what is in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from recalibrate.exchange.from_elsewhere import documents_of
from recalibrate.exchange.import_csv import from_csv
from recalibrate.exchange.import_day_one import from_day_one
from recalibrate.exchange.import_jrnl import from_jrnl
from recalibrate.exchange.import_json import from_json, is_ours
from recalibrate.exchange.import_markdown import from_markdown
from recalibrate.exchange.import_quirk import from_quirk, thoughts_in
from recalibrate.exchange.incoming import Incoming, NotReadable, Problem, read_json, read_text
from recalibrate.exchange.taking_in import Documents
from recalibrate.store.journal import Journal

KINDS = ("json", "jrnl", "dayone", "quirk", "csv", "md")


@dataclass(frozen=True, slots=True)
class Read:
    """The documents of a file by table, what could not be read, and whether it is an export of our own."""

    documents: Documents
    problems: tuple[Problem, ...]
    is_ours: bool = False


def read(path: Path, kind: str, columns: Mapping[str, str], journal: Journal, now: datetime) -> Read:
    """The documents of a file or folder of this kind (empty = told by its content), and what could not be read.

    Raises NotReadable.
    """
    incoming: Incoming
    if not path.exists():
        raise NotReadable(f"There is no {path}.")
    if (kind or _by_name(path)) == "md":
        incoming = from_markdown(path, now)
    elif (kind or _by_name(path)) == "csv":
        incoming = from_csv(read_text(path), columns, now)
    else:
        document = read_json(path)
        kind = kind or _by_content(document, path)
        _need_the_shape(document, kind, path)
        if kind == "json":
            return Read(*from_json(document), is_ours=True)
        readers = {"jrnl": from_jrnl, "dayone": from_day_one, "quirk": from_quirk}
        incoming = readers[kind](document, now)
    return Read(documents_of(incoming, journal, now), incoming.problems)


def _by_name(path: Path) -> str:
    if path.is_dir() or path.suffix.lower() in (".md", ".markdown"):
        return "md"
    return "csv" if path.suffix.lower() in (".csv", ".tsv") else ""


def _by_content(document: Any, path: Path) -> str:
    if is_ours(document):
        return "json"
    entries = document.get("entries") if isinstance(document, dict) else None
    if isinstance(entries, dict):
        raise NotReadable(f"{path} is a journal itself; `recalibrate merge {path}` brings it into yours.")
    if isinstance(entries, list):
        first = next((each for each in entries if isinstance(each, dict)), {})
        return "dayone" if "creationDate" in first or "metadata" in document else "jrnl"
    if thoughts_in(document) is not None:
        return "quirk"
    raise NotReadable(f"{path} is from no notebook known here; --format says which of {', '.join(KINDS)} it is.")


def _need_the_shape(document: Any, kind: str, path: Path) -> None:
    if kind == "json":
        fits = is_ours(document)
    elif kind == "quirk":
        fits = thoughts_in(document) is not None
    else:
        fits = isinstance(document, dict) and isinstance(document.get("entries"), list)
    if not fits:
        raise NotReadable(f"{path} does not look like {kind}; leave --format out to have it looked at.")
