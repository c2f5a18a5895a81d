"""Where the files of one journal lie, plain and encrypted."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple, Self

from recalibrate.paths import beside


class Places(NamedTuple):
    """The files of one journal, plain and encrypted.

    `identity` is the key, encrypted with the passphrase; `recovery` the same key, encrypted to the printed one.
    `recipients` names whom to encrypt to while the key is locked away; it is no secret.
    """

    plain: Path
    sealed: Path
    identity: Path
    recovery: Path
    recipients: Path
    inbox: Path
    folders: tuple[Path, ...]

    @property
    def drafts(self) -> Path:
        """The folder of unfinished text."""
        return beside(self.plain, "drafts")

    @classmethod
    def of(cls, journal: Path) -> Self:
        """The places of a journal called `journal.json`, or `journal.json.age`."""
        plain = journal.with_name(journal.name.removesuffix(".age"))
        return cls(
            plain=plain,
            sealed=plain.with_name(f"{plain.name}.age"),
            identity=beside(plain, "identity.age"),
            recovery=beside(plain, "identity.recovery.age"),
            recipients=beside(plain, "recipients.txt"),
            inbox=beside(plain, "inbox"),
            folders=tuple(beside(plain, name) for name in ("backups", "drafts", "conflicts")),
        )

    @property
    def is_encrypted(self) -> bool:
        """Whether the journal here is an encrypted one, even where its file has gone missing."""
        return self.sealed.exists() or (self.identity.exists() and not self.plain.exists())
