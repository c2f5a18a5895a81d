"""The other files that FreeCBT writes: its backup, packed in one line, and its table; each read as its JSON."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from recalibrate.exchange.import_quirk import KEY
from recalibrate.exchange.incoming import LARGEST, NotReadable, parse_json

_MARK = ":FreeCBT:"
_DISTORTIONS = "cognitiveDistortions"


def is_backup(data: bytes) -> bool:
    """Whether this is a backup: Base64 between two marks."""
    return data.lstrip(b"\xef\xbb\xbf \r\n").startswith(_MARK.encode())


def opened_backup(data: bytes, where: str) -> Any:
    """The value of the JSON in a backup. Raises NotReadable."""
    from recalibrate.exchange.lz_text import unpacked

    try:
        line = data.decode("utf-8-sig").strip()
        if not line.endswith(_MARK) or len(line) <= 2 * len(_MARK):
            raise ValueError("its end is missing.")
        text = unpacked(line[len(_MARK) : -len(_MARK)], LARGEST)
    except ValueError as error:
        reason = "it is not UTF-8." if isinstance(error, UnicodeDecodeError) else str(error)
        raise NotReadable(f"{where} cannot be unpacked as a FreeCBT backup: {reason}") from None
    return parse_json(text.encode(), where)


def thoughts_in_table(text: str) -> list[dict[str, Any]] | None:
    """The thoughts of a table that FreeCBT wrote; None for another table."""
    if KEY not in text.partition("\n")[0].split(","):
        return None
    rows = csv.DictReader(StringIO(text, newline=""))
    try:
        return [{**row, _DISTORTIONS: [each for each in (row[_DISTORTIONS] or "").split(",") if each]} for row in rows]
    except (csv.Error, KeyError):
        return None


def is_its_markdown(text: str) -> bool:
    """Whether this is FreeCBT's Markdown, all thoughts in one text."""
    return text.startswith("created: ") and "\n# Automatic Thought\n" in text
