"""What a prompt shows, remembered beside the journal's inode, time and size: dates and counts, no words.

Imports next to nothing, since a shell waits for it each time it draws its prompt.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # the name mypy knows, without the cost of importing typing
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from recalibrate.domain.experiment import Experiment
    from recalibrate.domain.overhaul import Overhaul
    from recalibrate.paths import Paths


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


def remember(paths: Paths, experiments: Sequence[Experiment], overhauls: Sequence[Overhaul]) -> None:
    """Keep what is to be shown from each date on; only for one's own plain journal, and only if it can be kept."""
    from datetime import date

    from recalibrate.domain.due import summary_line, waiting
    from recalibrate.store import files

    journal = paths.home / "journal.json"
    if paths.journal != journal or not journal.exists():
        return
    key = _key(str(journal))
    dated = waiting(experiments, overhauls, date.max)
    days = sorted({item.since for item in dated})
    lines = [f"{day} {summary_line([item for item in dated if item.since <= day])}" for day in days]
    text = "\n".join([key, *lines])
    try:
        if (paths.cache / "due").read_text("utf-8") == text:
            return
    except (OSError, ValueError):
        pass  # not there yet, or not readable: it is only a copy
    try:
        files.make_folder(paths.cache)
        files.swap_in(paths.cache / "due", [text.encode()])
    except OSError:
        return  # the next prompt works it out again


def _key(journal: str) -> str:
    """Which writing of the journal this is."""
    found = os.stat(journal)  # noqa: PTH116 - pathlib costs more than all of this
    return f"{found.st_ino} {found.st_mtime_ns} {found.st_size} {journal}"


def _usual_places(environ: Mapping[str, str]) -> tuple[str, str]:
    """The journal and the cache where the platform has them."""
    from recalibrate.paths import Paths

    paths = Paths.of(environ)
    return str(paths.journal), str(paths.cache)
