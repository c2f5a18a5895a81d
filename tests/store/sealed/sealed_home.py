"""A folder with an encrypted journal, and what can be read in it from outside."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from recalibrate.store.sealed.vault import Vault

PASSPHRASE = "four quiet words here"
CANARY = "kolibriflaumfeder"


@dataclass(frozen=True)
class Made:
    """A folder with an encrypted journal of two entries, made from a plain one with all that may lie beside it."""

    folder: Path
    recovery_key: str
    left: tuple[str, ...]
    text_before: bytes
    names_before: frozenset[str]

    def copy(self, to: Path) -> Path:
        """The journal of a copy of the folder."""
        shutil.copytree(self.folder, to)
        return to / "journal.json"

    def open_vault(self, journal: Path) -> Vault:
        """A vault that is open, without a passphrase having to be tried."""
        vault = Vault(journal)
        vault.unlock_with_recovery_key(self.recovery_key)
        return vault


def holding(folder: Path, word: str = CANARY) -> list[str]:
    """The files that hold the word, as it is or in another spelling of its letters."""
    spelt = [word.encode(), word.encode("utf-16-le"), word[::-1].encode()]
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(each in path.read_bytes() for each in spelt) or word in path.name]


def hashes(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
