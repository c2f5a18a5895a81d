"""What a prompt shows, remembered beside the journal's inode, time and size: dates and counts, no words.

Imports next to nothing, since a shell waits for it each time it draws its prompt.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # the name mypy knows, without the cost of importing typing
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from recalibrate.paths import Paths
    from recalibrate.store.files import FileVersion
    from recalibrate.store.journal import Journal

ANOTHER = "--journal"
"""The option that names another journal than the notebook's own."""


def remembered_line(words: Sequence[str], environ: Mapping[str, str], today: str) -> str | None:
    """What `due --short` says on the ISO date `today`, empty when nothing waits; None when it must be worked out."""
    asked = _asked(words)
    if asked is None:
        return None
    home = environ.get("RECALIBRATE_HOME", "")
    own, cache = _usual_places(environ) if not home else (f"{home}/journal.json", f"{home}/cache")
    journal = os.path.normpath(os.path.join(os.getcwd(), asked)) if asked else own  # noqa: PTH109, PTH118 - as below
    try:
        copy = "due" if journal == own else _name_of(journal)
        with open(f"{cache}/{copy}", encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs more than all of this
            key, *lines = file.read().split("\n")
        if key != _key(journal):
            return None
    except (OSError, ValueError):
        return None
    shown = ""
    for line in lines:
        since, _, waits = line.partition(" ")
        if since and since < today:
            shown = waits
    return f"{shown}\n" if shown else ""


def _asked(words: Sequence[str]) -> str | None:
    """The journal that `due --short` is asked of, empty for one's own; None where something else is asked."""
    journal = ""
    found = []
    queue = iter(words)
    for word in queue:
        if word == ANOTHER or word.startswith(f"{ANOTHER}="):
            journal = next(queue, "") if word == ANOTHER else word[len(ANOTHER) + 1 :]
            if not journal or journal[0] in "~-":  # what a full reading of the line makes of it is not known here
                return None
        elif word != "--exit-code":
            found.append(word)
    return journal if found == ["due", "--short"] else None


def keep_up(paths: Paths, journal: Journal) -> None:
    """Have the copy follow each commit, so that the prompt after a change need not wait either."""

    def saved(before: FileVersion | None, after: FileVersion, tables: Collection[str]) -> None:
        if not _copy_of(paths).exists():
            return  # nobody asked yet
        if not {"experiments", "overhauls"}.isdisjoint(tables):
            remember(paths, journal)
        elif before is not None:
            _carry_over(paths, before, after)

    journal.tell_when_saved(saved)


def remember(paths: Paths, journal: Journal) -> None:
    """Keep what is to be shown from each date on; only for a plain journal, and only if it can be kept."""
    from datetime import date

    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.today.due import summary_line, waiting
    from recalibrate.store.at_hand import unsettled_experiments

    version = journal.version
    if journal.path != paths.journal:
        return forget(paths)
    if version is None:
        return
    dated = waiting(unsettled_experiments(journal), journal.all(Overhaul), date.max)
    days = sorted({item.since for item in dated})
    lines = [f"{day} {summary_line([item for item in dated if item.since <= day])}" for day in days]
    text = "\n".join([_key_of(version, paths), *lines])
    try:
        if _copy_of(paths).read_text("utf-8") == text:
            return
    except (OSError, ValueError):
        pass  # not there yet, or not readable: it is only a copy
    _keep(paths, text)


def forget(paths: Paths) -> None:
    """Keep no copy: an encrypted journal says nothing to whoever cannot open it."""
    try:
        _copy_of(paths).unlink(missing_ok=True)
    except OSError:
        return  # a cache that takes no writing holds nothing newer than the journal's last plain writing


def _carry_over(paths: Paths, before: FileVersion, after: FileVersion) -> None:
    """What was true of the journal before is true of it still: nothing changed that a prompt would show."""
    try:
        key, *lines = _copy_of(paths).read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return
    if key == _key_of(before, paths):
        _keep(paths, "\n".join([_key_of(after, paths), *lines]))


def _keep(paths: Paths, text: str) -> None:
    """Swap the copy in; it need not survive a power cut, so nobody waits for the disk."""
    from recalibrate.store import files

    copy = _copy_of(paths)
    beside = copy.with_name(f"{copy.name}.{os.getpid()}")
    try:
        files.make_folder(copy.parent)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        beside.replace(copy)
    except OSError:
        return  # the next prompt works it out again


def _copy_of(paths: Paths) -> Path:
    """Where the copy of this journal is kept."""
    is_own = paths.journal == paths.home / "journal.json"
    return paths.cache / ("due" if is_own else _name_of(os.path.normpath(paths.journal)))


def _name_of(journal: str) -> str:
    """The name of another journal's copy; where two share one, they push each other out and nothing worse."""
    return f"due-{int.from_bytes(os.fsencode(journal), 'big') % 0xFFFFFFFB:08x}"


def _key(journal: str) -> str:
    """Which writing of the journal this is."""
    found = os.stat(journal)  # noqa: PTH116 - pathlib costs more than all of this
    return f"{found.st_ino} {found.st_mtime_ns} {found.st_size} {journal}"


def _key_of(version: FileVersion, paths: Paths) -> str:
    """The same for a version that is in memory."""
    return f"{version.inode} {version.mtime_ns} {version.size} {os.path.normpath(paths.journal)}"


def _usual_places(environ: Mapping[str, str]) -> tuple[str, str]:
    """The journal and the cache where the platform has them."""
    from recalibrate.paths import Paths

    paths = Paths.of(environ)
    return str(paths.journal), str(paths.cache)
