"""jrnl's JSON export: entries with title, body, date and time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from recalibrate.exchange.incoming import Incoming, Slip, each_read, read_moment, text_in, texts_in


def from_jrnl(document: Any, now: datetime) -> Incoming:
    """The entries as slips: title and body are what happened, `@tags` stay tags."""
    return each_read("jrnl", "entry", document["entries"], _slip, now)


def _slip(record: Any, place: str, now: datetime) -> Slip:
    text = "\n".join(filter(None, (text_in(record, "title").strip(), text_in(record, "body").strip())))
    if not text:
        raise ValueError("it has no words.")
    moment, precision = read_moment(f"{text_in(record, 'date')} {text_in(record, 'time')}", now)
    tags = tuple(tag.lstrip("@#+") for tag in texts_in(record, "tags"))
    return Slip(place=place, what_happened=text, happened_at=moment, precision=precision, tags=tags)
