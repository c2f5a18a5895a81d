"""A journal that git left with conflict markers: its two sides merged, the marked file kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recalibrate.paths import beside
from recalibrate.store.codec import PLAIN
from recalibrate.store.errors import JournalDamaged, JournalError, NotSaved

if TYPE_CHECKING:
    from recalibrate.store.lines import Lines

MARKER = b"<<<<<<< "


def settle_markers(path: Path) -> str:
    """Merge the two sides of a journal that git left with conflict markers; a sentence, or empty where there are none.

    The file with its markers is kept among the conflicts. Nothing is changed, and nothing answered, where a side
    is no journal. Raises NotSaved, JournalBusy.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    if not (data.startswith(MARKER) or b"\n" + MARKER in data):
        return ""
    from recalibrate.store import files, layout, lock
    from recalibrate.store.merge.conflicts import free_name, summary
    from recalibrate.store.merge.merging import merge
    from recalibrate.store.reading import read_text

    try:
        texts = sides(data)
        ours, theirs, base = (None if text is None else _side(text, str(path)) for text in texts)
        if ours is None or theirs is None:
            return ""
        done = merge(ours, theirs, base)
        text = b"".join(layout.written(done.applied(ours)))
        read_text(text, PLAIN, str(path))
    except (JournalError, ValueError):
        return ""
    try:
        with lock.held(path):
            if path.read_bytes() != data:
                return ""
            folder = beside(path, "conflicts")
            files.make_folder(folder)
            kept = free_name(folder, f"{path.name}.markers")
            files.swap_in(kept, [data])
            files.sync_folder(folder)
            files.swap_in(path, [text])
            files.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(f"The two sides git left in {path} were not merged: {error.strerror or error}.") from error
    return f"git's two sides were merged{summary(done)}; the file as git left it is {folder.name}/{kept.name}."


def sides(data: bytes) -> tuple[bytes, bytes, bytes | None]:
    """The text of ours, of theirs, and of what both come from where git wrote that, too.

    Raises ValueError for markers that are not whole.
    """
    texts: dict[str, list[bytes]] = {"ours": [], "theirs": [], "base": []}
    within, has_base = "", False
    for row in data.split(b"\n"):
        if row.startswith(MARKER) and not within:
            within = "ours"
        elif row.startswith(b"|||||||") and within == "ours":
            within, has_base = "base", True
        elif row.rstrip() == b"=======" and within in ("ours", "base"):
            within = "theirs"
        elif row.startswith(b">>>>>>> ") and within == "theirs":
            within = ""
        elif row.startswith((MARKER, b">>>>>>> ")):
            raise ValueError("a marker stands alone")
        else:
            for name, text in texts.items():
                if within in ("", name):
                    text.append(row)
    if within:
        raise ValueError("a marker stands alone")
    whole = {name: b"\n".join(text) for name, text in texts.items()}
    return whole["ours"], whole["theirs"], whole["base"] if has_base else None


def _side(text: bytes, name: str) -> Lines:
    """One side as a journal, if every record of it can be read: a comma too many or missing is git's doing."""
    from recalibrate.store.reading import in_todays_schema, read_text
    from recalibrate.store.salvage import salvage

    try:
        return read_text(text, PLAIN, name)
    except JournalDamaged:
        found = salvage(text)
        if found.lost or not found.lines:
            raise
        return in_todays_schema(found.lines, name)
