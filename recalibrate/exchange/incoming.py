"""What comes in from elsewhere: slips as any notebook might know them, and what could not be read, with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

from recalibrate.domain.dates.deadlines import Refusal
from recalibrate.domain.dates.past_dates import read_past
from recalibrate.domain.records.entry import Precision, Scope
from recalibrate.store.interruptible import orjson

_JRNL_LINE = re.compile(rb"\s*\[?\d{4}-\d\d-\d\d[ T]\d\d?:\d\d")

LARGEST = 200_000_000
"""Bytes of one file that are read at all."""

LONGEST_TEXT = 10_000_000
"""Characters of one record; more is no slip."""


class NotReadable(ValueError):
    """The whole file or folder cannot be taken in; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip from elsewhere; names instead of ids, `id` only where the source knows ours, ratings in tens."""

    place: str
    what_happened: str
    happened_at: datetime | None = None
    precision: Precision = Precision.MINUTE
    id: str = ""
    situation: str = ""
    people: tuple[str, ...] = ()
    sting: int | None = None
    voice: str = ""
    scope: Scope | None = None
    belief_before: int | None = None
    belief_after: int | None = None
    habits: tuple[str, ...] = ()
    observation: str = ""
    ideas: tuple[str, ...] = ()
    chosen: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One record that could not come in: where it stands and why."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file or folder holds; `source` names the kind of notebook it came from.

    `left_behind` says what the source shows and cannot come in, as a sentence.
    """

    source: str
    slips: tuple[Slip, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_behind: str = ""


def each_read(
    source: str, word: str, records: Iterable[Any], slip: Callable[[Any, str, datetime], Slip], now: datetime
) -> Incoming:
    """What records hold, each read by `slip(record, "entry 3", now)`; one that cannot be read is a problem.

    `word` is what the source calls a record; `slip` raises ValueError, or AttributeError where it is none.
    """
    slips, problems = [], []
    for number, record in enumerate(records, start=1):
        place = f"{word} {number}"
        try:
            slips.append(slip(record, place, now))
        except (ValueError, AttributeError) as error:
            problems.append(Problem(place, str(error) if isinstance(error, ValueError) else f"it is no {word}."))
    return Incoming(source, tuple(slips), tuple(problems))


def read_file(path: Path) -> bytes:
    """The bytes of a file that is not too large. Raises NotReadable."""
    try:
        if not path.is_file():
            raise NotReadable(f"{path} is no file; give the file itself, or a folder of Markdown files.")
        size = path.stat().st_size
        if size > LARGEST:
            raise NotReadable(f"{path} has {size:,} bytes; at most {LARGEST:,} are read. Import it in parts.")
        return path.read_bytes()
    except OSError as error:
        raise NotReadable(f"{path} cannot be read: {error.strerror or error}.") from error


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark. Raises NotReadable."""
    try:
        return read_file(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotReadable(f"{path} is not UTF-8 (byte {error.start:,}); save it as UTF-8 first.") from None


def parse_json(data: bytes, where: str) -> Any:
    """The value of JSON text, with or without a byte order mark; deep nesting is refused. Raises NotReadable."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if not data.strip():
        raise NotReadable(f"{where} is empty; export it again from where it came.")
    try:
        data.decode()
        return orjson.loads(data)
    except UnicodeDecodeError as error:
        raise NotReadable(f"{where} is no text (byte {error.start:,}); give the file that a notebook wrote.") from None
    except orjson.JSONDecodeError as error:
        if _JRNL_LINE.match(data):
            raise NotReadable(f"{where} is jrnl's own file; import what `jrnl --export json` writes.") from None
        at = f"line {error.lineno}, column {error.colno}"
        raise NotReadable(f"{where} is not whole JSON ({at}); export it again, or say its --format.") from None


def text_in(record: Any, name: str) -> str:
    """A text of a record, empty when it is missing. Raises ValueError when it is something else."""
    value = record.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(f"{name} is no text.")
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"{name} is longer than {LONGEST_TEXT:,} characters.")
    return value


def texts_in(record: Any, name: str) -> tuple[str, ...]:
    """A list of texts of a record; what is no text in it is left out."""
    value = record.get(name)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def read_moment(text: str, now: datetime) -> tuple[datetime | None, Precision]:
    """When something was: an ISO time or date, or a date in words; a time without an offset is local.

    A day is noon of that day. Raises ValueError for what cannot be read.
    """
    words = text.strip()
    if not words:
        return None, Precision.DAY
    iso = words.replace("/", "-") if words[:4].isdigit() else words
    try:
        if len(iso) > len("2026-03-14"):
            moment = datetime.fromisoformat(iso)
            return (moment if moment.tzinfo else moment.replace(tzinfo=now.tzinfo)), Precision.MINUTE
        day = date.fromisoformat(iso)
    except ValueError:
        read = read_past(words, now.date())
        if isinstance(read, Refusal):
            raise ValueError(f"the date “{words:.40}” cannot be read; write it as 2026-03-14.") from None
        day = read.first
    return datetime.combine(day, time(12), tzinfo=now.tzinfo), Precision.DAY


@lru_cache(256)
def read_rating(text: str, name: str) -> int | None:
    """A rating of 0 to 100 in tens, rounded to them; nothing stays nothing. Raises ValueError."""
    words = text.strip().removesuffix("%")
    if not words:
        return None
    if not words.isascii() or not words.isdigit() or int(words) > 100:
        raise ValueError(f"{name} “{text:.20}” is not from 0 to 100.")
    return (int(words) + 5) // 10 * 10


@lru_cache(64)
def read_scope(text: str) -> Scope | None:
    """The user's mark on the voice. Raises ValueError for another word."""
    words = text.strip().lower().replace(" ", "_").replace("'", "")
    if not words:
        return None
    try:
        return Scope(words)
    except ValueError:
        raise ValueError(f"scope “{text:.20}” is not one of {', '.join(Scope)}.") from None


@lru_cache(1024)
def split_list(text: str) -> tuple[str, ...]:
    """The items of a list with commas or semicolons between them."""
    return tuple(filter(None, (" ".join(part.split()) for part in text.replace(";", ",").split(","))))
