"""What a prompt shows, remembered beside the journal's inode, time and size: dates and counts, no words.

Imports next to nothing, since a shell waits for it each time it draws its prompt.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # the name mypy knows, without the cost of importing typing
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from recalibrate.paths import Paths
    from recalibrate.store.files import FileVersion
    from recalibrate.store.journal import Journal


def remembered_line(environ: Mapping[str, str], today: str) -> str | None:
    """The line for the ISO date `today` (empty when nothing waits); None when it must be worked out again."""
    home = environ.get("RECALIBRATE_HOME", "")
    journal, cache = _usual_places(environ) if not home else (f"{home}/journal.json", f"{home}/cache")
    try:
        with open(f"{cache}/due", encoding="utf-8") as file:  # noqa: PTH123 - pathlib costs more than all of this
            key, *lines = file.read().split("\n")
        if key != _key(journal):
            return None
    except (OSError, ValueError):
        return None
    shown = ""
    for line in lines:
        since, _, words = line.partition(" ")
        if since and since < today:
            shown = words
    return f"{shown}\n" if shown else ""


def keep_up(paths: Paths, journal: Journal) -> None:
    """Have the copy follow each commit, so that the prompt after a change need not wait either."""

    def saved(before: FileVersion | None, after: FileVersion, tables: Collection[str]) -> None:
        if not {"experiments", "overhauls"}.isdisjoint(tables):
            remember(paths, journal)
        elif before is not None and _is_own(paths):
            _carry_over(paths, before, after)

    journal.tell_when_saved(saved)


def remember(paths: Paths, journal: Journal) -> None:
    """Keep what is to be shown from each date on; only for one's own plain journal, and only if it can be kept."""
    from datetime import date

    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.today.due import summary_line, waiting
    from recalibrate.store.at_hand import unsettled_experiments

    version = journal.version
    if version is None or not _is_own(paths):
        return
    dated = waiting(unsettled_experiments(journal), journal.all(Overhaul), date.max)
    days = sorted({item.since for item in dated})
    lines = [f"{day} {summary_line([item for item in dated if item.since <= day])}" for day in days]
    text = "\n".join([_key_of(version, str(paths.journal)), *lines])
    try:
        if (paths.cache / "due").read_text("utf-8") == text:
            return
    except (OSError, ValueError):
        pass  # not there yet, or not readable: it is only a copy
    _keep(paths, text)


def _carry_over(paths: Paths, before: FileVersion, after: FileVersion) -> None:
    """What was true of the journal before is true of it still: nothing changed that a prompt would show."""
    try:
        key, *lines = (paths.cache / "due").read_text("utf-8").split("\n")
    except (OSError, ValueError):
        return  # nobody asked yet
    if key == _key_of(before, str(paths.journal)):
        _keep(paths, "\n".join([_key_of(after, str(paths.journal)), *lines]))


def _keep(paths: Paths, text: str) -> None:
    """Swap the copy in; it need not survive a power cut, so nobody waits for the disk."""
    from recalibrate.store import files

    beside = paths.cache / f"due.{os.getpid()}"
    try:
        files.make_folder(paths.cache)
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        beside.replace(paths.cache / "due")
    except OSError:
        return  # the next prompt works it out again


def _is_own(paths: Paths) -> bool:
    return paths.journal == paths.home / "journal.json"


def _key(journal: str) -> str:
    """Which writing of the journal this is."""
    found = os.stat(journal)  # noqa: PTH116 - pathlib costs more than all of this
    return f"{found.st_ino} {found.st_mtime_ns} {found.st_size} {journal}"


def _key_of(version: FileVersion, journal: str) -> str:
    """The same for a version that is in memory."""
    return f"{version.inode} {version.mtime_ns} {version.size} {journal}"


def _usual_places(environ: Mapping[str, str]) -> tuple[str, str]:
    """The journal and the cache where the platform has them."""
    from recalibrate.paths import Paths

    paths = Paths.of(environ)
    return str(paths.journal), str(paths.cache)
