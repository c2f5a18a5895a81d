"""The vault of a journal: where its key lies, opening it with the passphrase, and closing it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from recalibrate.domain.clock import Clock
from recalibrate.paths import beside
from recalibrate.store import files, wrapping
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.errors import JournalDamaged, JournalLocked, NotSaved, WrongPassphrase
from recalibrate.store.journal import Journal
from recalibrate.store.sealing import Sealed


@dataclass(frozen=True, slots=True)
class Places:
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


@dataclass(frozen=True, slots=True)
class Key:
    """The identity of a vault and the recipient of its printed recovery key, which may be missing."""

    identity: str
    public: str
    recovery: str = ""

    @property
    def recipients(self) -> tuple[str, ...]:
        """Whom everything is encrypted to."""
        return (self.public, self.recovery) if self.recovery else (self.public,)

    @property
    def text(self) -> bytes:
        """The identity file as `age -i` reads it."""
        recovery = f"# recovery: {self.recovery}\n" if self.recovery else ""
        return f"# the key of a recalibrate journal\n# public key: {self.public}\n{recovery}{self.identity}\n".encode()

    @classmethod
    def read(cls, text: bytes) -> Self:
        """The key an identity file holds. Raises JournalDamaged."""
        from pyrage import IdentityError, x25519  # the library is loaded only where something is encrypted

        lines = text.decode("utf-8", "replace").splitlines()
        identity = next((line.strip() for line in lines if line.startswith("AGE-SECRET-KEY-1")), "")
        recovery = next((line.partition(":")[2].strip() for line in lines if line.startswith("# recovery:")), "")
        try:
            return cls(identity, str(x25519.Identity.from_str(identity).to_public()), recovery)
        except IdentityError as error:
            raise JournalDamaged("The identity file opens, but there is no key in it.") from error


class Vault:
    """The key of one journal; with `apart` the slow work of a passphrase is done in a process of its own."""

    def __init__(self, journal: Path, *, apart: bool = False) -> None:
        self.places = Places.of(journal)
        self._wrap: Callable[[bytes, str], bytes] = wrapping.wrapped_apart if apart else wrapping.wrapped
        self._unwrap: Callable[[bytes, str], bytes] = wrapping.unwrapped_apart if apart else wrapping.unwrapped
        self._codec: Sealed | None = None

    @property
    def is_encrypted(self) -> bool:
        """Whether the journal is encrypted."""
        return self.places.is_encrypted

    @property
    def is_open(self) -> bool:
        """Whether the journal can be read now: it is plain, or the key is here."""
        return not self.is_encrypted or (self._codec is not None and self._codec.is_open)

    @property
    def file(self) -> Path:
        """The journal's file as it lies on disk."""
        return self.places.sealed if self.is_encrypted else self.places.plain

    @property
    def codec(self) -> Codec:
        """How the files of this journal are written and read; a locked vault's only writes."""
        if not self.is_encrypted:
            return PLAIN
        if self._codec is None:
            self._codec = Sealed(self._recipients())
        return self._codec

    def unlock(self, passphrase: str) -> None:
        """Take the key out. Raises WrongPassphrase, and then nothing has changed; JournalDamaged."""
        self.use(Key.read(self._unwrap(self._identity_file(), passphrase)))

    def use(self, key: Key) -> None:
        """Go on with this key."""
        if self._codec is None or not self._codec.is_for(key.recipients):
            self._codec = Sealed(key.recipients)  # the recipients the key names, not those of a file anyone may write
        self._codec.remember(key.identity)

    def lock(self) -> None:
        """Let the key go; what is written from now on can still be encrypted."""
        if self._codec is not None:
            self._codec.forget()

    def open_journal(self, clock: Clock) -> Journal:
        """The journal, with what came in while it was locked. Raises JournalLocked and the other journal errors."""
        if not self.is_encrypted:
            return Journal.open(self.places.plain, clock)
        if not self.is_open:
            raise JournalLocked(f"The journal is encrypted ({self.places.sealed}); its passphrase opens it.")
        journal = Journal.open(self.places.sealed, clock, self.codec)
        self.take_in(journal)
        return journal

    def take_in(self, journal: Journal) -> None:
        """Fold in what came into the inbox of the open journal, and plain files that turned up. Raises JournalError."""
        from recalibrate.store.encrypting import seal_leftovers
        from recalibrate.store.inbox import fold_in

        if self.is_encrypted and not journal.read_only:
            fold_in(self.places.inbox, journal, self.codec)
            seal_leftovers(self.places, journal, self.codec)

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the same key anew; the journal itself is not touched. Raises WrongPassphrase, NotSaved."""
        write(self.places.identity, self.wrapped(self._unwrap(self._identity_file(), old), new))

    def reset_passphrase(self, recovery_key: str, new: str) -> None:
        """Wrap the key anew with the help of the printed recovery key. Raises WrongPassphrase, NotSaved."""
        write(self.places.identity, self.wrapped(self._recovered(recovery_key), new))

    def unlock_with_recovery_key(self, recovery_key: str) -> None:
        """Take the key out with the printed one. Raises WrongPassphrase."""
        self.use(Key.read(self._recovered(recovery_key)))

    def _recovered(self, recovery_key: str) -> bytes:
        try:
            return Sealed((), recovery_key.strip().upper()).decode(self.places.recovery.read_bytes())
        except (OSError, ValueError) as error:
            raise WrongPassphrase("That recovery key does not open the journal. Nothing was changed.") from error

    def wrapped(self, key: bytes, passphrase: str) -> bytes:
        """The text of a key wrapped with a passphrase, and tried. Raises NotSaved."""
        data = self._wrap(key, passphrase)
        if self._unwrap(data, passphrase) != key:
            raise NotSaved("The key could not be wrapped with that passphrase. Nothing was changed.")
        return data

    def _identity_file(self) -> bytes:
        try:
            return self.places.identity.read_bytes()
        except OSError as error:
            raise JournalDamaged(
                f"The key {self.places.identity} cannot be read: {error.strerror or error}. Put it back from a copy; "
                "with the printed recovery key, `age -d -i` opens the journal, too."
            ) from error

    def _recipients(self) -> tuple[str, ...]:
        try:
            lines = self.places.recipients.read_text("utf-8").splitlines()
        except OSError as error:
            raise JournalLocked(
                f"The journal is encrypted, and {self.places.recipients} cannot be read, so nothing can be sealed "
                "before it is unlocked."
            ) from error
        return tuple(line.strip() for line in lines if line.startswith("age1"))


def write(path: Path, data: bytes) -> None:
    """Write a small file whole and durable. Raises NotSaved."""
    try:
        files.make_folder(path.parent)
        files.swap_in(path, [data])
        files.sync_folder(path.parent)
    except OSError as error:
        raise NotSaved(f"Not saved: {error.strerror or error} ({path}).") from error
