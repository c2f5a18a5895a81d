"""Unfinished text, one tiny file each, so that a crash loses less than a second of typing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from recalibrate.store import files
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.documents import encode
from recalibrate.store.errors import NotSaved
from recalibrate.store.interruptible import orjson


class Drafts:
    """The drafts of one journal in `folder`; None keeps them in memory. `codec` is the journal's own."""

    def __init__(self, folder: Path | None, codec: Codec = PLAIN) -> None:
        self._folder = folder
        self._codec = codec
        self._ending = ".json" if codec is PLAIN else ".json.age"
        self._memory: dict[str, bytes] = {}

    def save(self, id: str, draft: Mapping[str, object]) -> None:
        """Keep the draft under its id. Raises NotSaved, and ValueError for an id that is no name of a file."""
        if not id or Path(id).name != id:
            raise ValueError(f"{id!r:.40} cannot be the name of a draft.")
        text = orjson.dumps(encode(draft))
        if self._folder is None:
            self._memory.pop(id, None)
            self._memory[id] = text
            return
        try:
            files.make_folder(self._folder)
            files.swap_in(self._folder / f"{id}{self._ending}", [self._codec.encode(text)])
            files.sync_folder(self._folder)
        except OSError as error:
            raise NotSaved(f"The draft is not saved: {error.strerror or error} ({self._folder}).") from error

    def all(self) -> list[tuple[str, dict[str, Any]]]:
        """The ids and drafts, newest first; a file that holds no draft is passed over and stays."""
        if self._folder is None:
            return [(id, orjson.loads(text)) for id, text in reversed(self._memory.items())]
        found = []
        try:
            found_files = self._folder.glob(f"*{self._ending}")
            paths = sorted(found_files, key=lambda path: path.stat().st_mtime_ns, reverse=True)
        except OSError:
            return []
        for path in paths:
            try:
                draft = orjson.loads(self._codec.decode(path.read_bytes()))
            except (OSError, ValueError):
                continue
            if isinstance(draft, dict):
                found.append((path.name.removesuffix(self._ending), draft))
        return found

    def discard(self, id: str) -> None:
        """Forget the draft; one that is not there is fine."""
        self._memory.pop(id, None)
        if self._folder is not None:
            draft = self._folder / f"{id}{self._ending}"
            draft.unlink(missing_ok=True)
            files.sweep(draft)
