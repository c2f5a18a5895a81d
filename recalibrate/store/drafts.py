"""Unfinished text, one tiny file each, so that a crash loses less than a second of typing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from recalibrate.store import files
from recalibrate.store.documents import encode
from recalibrate.store.errors import NotSaved


class Drafts:
    """The drafts of one journal in `folder`; None keeps them in memory."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._memory: dict[str, bytes] = {}

    def save(self, id: str, draft: Mapping[str, object]) -> None:
        """Keep the draft under its id. Raises NotSaved."""
        text = orjson.dumps(encode(draft))
        if self._folder is None:
            self._memory.pop(id, None)
            self._memory[id] = text
            return
        try:
            files.make_folder(self._folder)
            files.swap_in(self._folder / f"{id}.json", [text])
            files.sync_folder(self._folder)
        except OSError as error:
            raise NotSaved(f"The draft is not saved: {error.strerror or error} ({self._folder}).") from error

    def all(self) -> list[tuple[str, dict[str, Any]]]:
        """The ids and drafts, newest first; a file that holds no draft is passed over and stays."""
        if self._folder is None:
            return [(id, orjson.loads(text)) for id, text in reversed(self._memory.items())]
        found = []
        try:
            paths = sorted(self._folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        except OSError:
            return []
        for path in paths:
            try:
                draft = orjson.loads(path.read_bytes())
            except (OSError, ValueError):
                continue
            if isinstance(draft, dict):
                found.append((path.stem, draft))
        return found

    def discard(self, id: str) -> None:
        """Forget the draft; one that is not there is fine."""
        self._memory.pop(id, None)
        if self._folder is not None:
            (self._folder / f"{id}.json").unlink(missing_ok=True)
