"""Where things live; nothing is created here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Self

JOURNAL = "journal.json"


class Paths(NamedTuple):
    """The places of one notebook; `RECALIBRATE_HOME` moves all of them, `--journal` only what belongs to the file."""

    home: Path
    journal: Path
    drafts: Path
    backups: Path
    settings: Path
    cache: Path

    @classmethod
    def of(cls, environ: Mapping[str, str], journal: str | None = None) -> Self:
        """The places as the environment and `--journal` say."""
        home, cache = _home(environ)
        file = Path(journal).expanduser().absolute() if journal else home / JOURNAL
        file = file.with_name(file.name.removesuffix(".age") or file.name)  # an encrypted journal goes by one name
        return cls(
            home=home,
            journal=file,
            drafts=beside(file, "drafts"),
            backups=beside(file, "backups"),
            settings=home / "settings.toml",
            cache=cache,
        )

    @property
    def checked(self) -> Path:
        """The notes on which writings of a journal were found whole."""
        return self.cache / "checked"


def beside(journal: Path, name: str) -> Path:
    """The folder `name` of one journal: `backups`, or `work.backups` for a journal called `work.json`."""
    stem = journal.name.removesuffix(".age").removesuffix(".json")
    return journal.with_name(name if stem == "journal" else f"{stem}.{name}")


def _home(environ: Mapping[str, str]) -> tuple[Path, Path]:
    moved = environ.get("RECALIBRATE_HOME", "")
    if moved:
        home = Path(moved).expanduser().absolute()
        return home, home / "cache"
    import platformdirs  # only where it is needed: a command with RECALIBRATE_HOME starts without it

    data = platformdirs.user_data_path("recalibrate", appauthor=False)
    return data, platformdirs.user_cache_path("recalibrate", appauthor=False)
