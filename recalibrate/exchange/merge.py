"""Merging journals from other machines, and being git's merge driver: files in, a report out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from recalibrate.domain.records.record_words import one_of
from recalibrate.store import files, layout
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.errors import JournalDamaged, NotSaved
from recalibrate.store.journal import Journal
from recalibrate.store.lines import Lines
from recalibrate.store.merge.merging import Change, Outcome, merge
from recalibrate.store.reading import AGE, read_journal, read_text

_SAID = {
    Outcome.OURS: "ours stands",
    Outcome.THEIRS: "theirs stands",
    Outcome.BOTH: "both brought together",
}


def merge_files(
    journal: Journal, paths: Sequence[Path], codec: Codec = PLAIN, *, dry_run: bool = False
) -> list[Change]:
    """Bring journals into the open one, one after the other; answers what each field came to.

    All files are read before the first is merged. Raises JournalError, also for a file of no bytes.
    """
    found = [read_journal(path, codec) for path in paths]
    for path, lines in zip(paths, found, strict=True):
        if not lines:
            raise JournalDamaged(f"{path} is empty, so it cannot be whole; copy it again. Nothing was changed.")
    if not dry_run:
        return [change for theirs in found for change in journal.merge(theirs).changes]
    if len(found) == 1:
        return journal.merge(found[0], dry_run=True).changes
    together: Lines = {}
    for theirs in found:
        together = merge(together, theirs).applied(together)
    return journal.merge(together, dry_run=True).changes


def drive(base: Path, ours: Path, theirs: Path, codec: Codec = PLAIN) -> list[Change]:
    """Merge as git asks: the result is written over `ours`, encrypted when that was. Raises JournalError."""
    try:
        data = ours.read_bytes()
        start = read_text(base.read_bytes(), codec, "the common version")
    except OSError as error:
        raise JournalDamaged(f"{error.filename} cannot be read: {error.strerror or error}.") from error
    mine = read_text(data, codec, "our version")
    done = merge(mine, read_journal(theirs, codec), start or None)
    text = b"".join(layout.written(done.applied(mine)))
    if data.startswith(AGE):
        text = codec.encode(text)
    try:
        files.swap_in(ours, [text])
    except OSError as error:
        raise NotSaved(f"{ours} was not written: {error.strerror or error}.") from error
    return done.changes


def report(changes: Sequence[Change]) -> list[str]:
    """The changes as lines, each record once with its fields under it."""
    lines: list[str] = []
    shown: tuple[str, str] | None = None
    for change in changes:
        head = f"{one_of(change.table)} {change.id[:8]}  {change.words}".rstrip()
        if change.outcome is Outcome.ADDED:
            lines.append(f"added        {head}")
        elif change.outcome is Outcome.PURGED:
            lines.append(f"purged       {head}")
        elif not change.field:
            lines.append(f"{change.outcome:<12} {head}")
        else:
            if shown != (change.table, change.id):
                lines.append(f"both had     {head}")
            lines.append(f"{'':<13}{change.field.replace('_', ' ')}: {_SAID[change.outcome]}")
        shown = (change.table, change.id)
    return lines
