"""Files that other programs wrote, and taking them in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from recalibrate.exchange.kinds import Read, read
from recalibrate.exchange.taking_in import Taken, take_in
from recalibrate.store.journal import Journal
from tests.builders import NOW, FixedClock

JRNL = {
    "tags": {"@work": 1},
    "entries": [
        {"title": "I was late.", "body": "The bus left.", "date": "2026-02-03", "time": "09:30", "tags": ["@work"]},
        {"title": "", "body": "", "date": "2026-02-04", "time": "10:00", "tags": [], "starred": False},
        {"title": "Said the wrong name.", "body": "", "date": "someday", "time": "", "tags": []},
        "not an entry",
    ],
}
DAY_ONE = {
    "metadata": {"version": "1.0"},
    "entries": [
        {
            "uuid": "1546F37361264E129200B2CA6A885855",
            "creationDate": "2026-02-03T23:30:00Z",
            "timeZone": "Asia/Taipei",
            "text": "![](dayone-moment://AB12)\n\nI dropped the cup\\. It broke\\!",
            "tags": ["Home"],
        },
        {"creationDate": "2026-02-04T08:00:00Z", "text": "![](dayone-moment://CD34)"},
    ],
}
THOUGHT = {
    "automaticThought": "I always ruin it",
    "alternativeThought": "I spilled once.",
    "challenge": "Yesterday went well.",
    "cognitiveDistortions": [
        {"slug": "all-or-nothing", "selected": True},
        {"slug": "labeling", "selected": False},
        {"slug": "should-statements", "selected": True},
    ],
    "createdAt": "2026-02-03T10:00:00.000Z",
    "uuid": "@Quirk:thoughts:1",
}


def written(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    return path


def came_in(path: Path, kind: str = "", columns: Mapping[str, str] | None = None) -> tuple[Journal, Read, Taken]:
    journal = Journal.in_memory(FixedClock())
    found = read(path, kind, columns or {}, journal, NOW)
    return journal, found, take_in(journal, found.documents, ours=found.is_ours)


def asserts_nothing_more(path: Path, journal: Journal, columns: Mapping[str, str] | None = None) -> None:
    later = NOW + timedelta(days=3)
    again = take_in(journal, read(path, "", columns or {}, journal, later).documents)
    assert not again.added
    assert again.already > 0


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_json", ".json").replace("UP", ".."), text)
    return path
