"""JSON as it is printed: readable, UTF-8, and with no character in it that a terminal would obey."""

from __future__ import annotations

import re
from typing import Any

from recalibrate.store.interruptible import orjson

_OBEYED = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def json_text(value: Any, *, one_line: bool = False) -> str:
    """The value as JSON; it reads back the same. Raises TypeError for what JSON cannot hold."""
    text = orjson.dumps(value, option=0 if one_line else orjson.OPT_INDENT_2).decode()
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
