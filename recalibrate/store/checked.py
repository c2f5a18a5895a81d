"""Which writings of journals were looked through line by line already, noted in the cache: hints, never the truth.

What another machine wrote is checked once, and not again by each command that reads it.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from recalibrate.store.files import make_folder
from recalibrate.store.journal_shape import journal_lines
from recalibrate.store.layout import is_our_writing
from recalibrate.store.lines import Lines

WORTH_NOTING = 1 << 17
"""Bytes of a journal from which on looking through it takes longer than keeping a note."""

MOST = 8
"""Notes that are kept, the latest first."""


def lines_of(text: bytes, stamp: str, *, ours: bool, notes: Path | None, uncut: bool) -> Lines:
    """The lines of the writing with this stamp, each checked unless it is `ours` or was found whole before.

    Raises NotAJournal, SomethingElse.
    """
    if ours or notes is None or len(text) < WORTH_NOTING:
        return journal_lines(text, trusted=ours, uncut=uncut)
    if is_noted(notes, stamp):
        return journal_lines(text, trusted=True, uncut=uncut)
    lines = journal_lines(text, uncut=uncut)
    if is_our_writing(text, lines):
        note(notes, stamp)
    return lines


def is_noted(notes: Path, stamp: str) -> bool:
    """Whether the writing with this stamp was found whole before."""
    return stamp in _noted(notes)


def note(notes: Path, stamp: str) -> None:
    """Note that the writing with this stamp is whole; a cache that takes no writing makes the next one look again."""
    beside = notes.with_name(f"{notes.name}.{os.getpid()}")
    kept = [each for each in _noted(notes) if each != stamp][: MOST - 1]
    with suppress(OSError):
        make_folder(notes.parent)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write("".join([stamp, *kept]))
        beside.replace(notes)


def _noted(notes: Path) -> list[str]:
    try:
        return notes.read_text("utf-8").splitlines(keepends=True)
    except (OSError, ValueError):
        return []
