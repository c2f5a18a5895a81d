"""Day One's JSON export: entries with a text in Markdown, a time in UTC and the zone it was written in."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from recalibrate.domain.records.entry import Precision
from recalibrate.exchange.incoming import Incoming, Slip, each_read, read_moment, text_in, texts_in
from recalibrate.store.interruptible import orjson

_PICTURE = re.compile(r"!\[[^\]]*\]\(dayone-moment:[^)]*\)\n*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])")


def from_day_one(document: Any, now: datetime) -> Incoming:
    """The entries as slips; pictures are left out, a text that had nothing else is named as a problem."""
    return each_read("Day One", "entry", document["entries"], _slip, now)


def _slip(record: Any, place: str, now: datetime) -> Slip:
    text = _ESCAPED.sub(r"\1", _PICTURE.sub("", text_in(record, "text"))).strip() or _rich_text(record)
    if not text:
        raise ValueError("it has no words.")
    moment, precision = read_moment(text_in(record, "creationDate"), now)
    if moment and precision is Precision.MINUTE:
        moment = _at_home(moment, text_in(record, "timeZone"))
        precision = Precision.DAY if record.get("isAllDay") is True else precision
    tags = texts_in(record, "tags")
    return Slip(place=place, what_happened=text, happened_at=moment, precision=precision, tags=tags)


def _rich_text(record: Any) -> str:
    """The words of an entry that has them as rich text alone: JSON with the text in pieces."""
    rich = text_in(record, "richText")
    if not rich:
        return ""
    try:
        pieces = orjson.loads(rich).get("contents", ())
    except (orjson.JSONDecodeError, AttributeError):
        raise ValueError("its rich text cannot be read.") from None
    return "".join(text_in(each, "text") for each in pieces if isinstance(each, dict)).strip()


def _at_home(moment: datetime, zone: str) -> datetime:
    """The moment in the zone it was written in, so that its day is the day it was there."""
    try:
        return moment.astimezone(ZoneInfo(zone)) if zone else moment.astimezone()
    except (KeyError, ValueError, OSError):  # a zone this machine does not know
        return moment
