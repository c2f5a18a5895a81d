"""A small file written whole and durable."""

from __future__ import annotations

from pathlib import Path

from recalibrate.store import files
from recalibrate.store.errors import NotSaved


def write_small(path: Path, data: bytes) -> None:
    """Write the file, whose folder is made when it is missing. Raises NotSaved."""
    try:
        files.make_folder(path.parent)
        files.swap_in(path, [data])
        files.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(f"Not saved: {error.strerror or error} ({path}).") from error
