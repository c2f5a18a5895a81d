"""The vault of a journal: where its key lies, opening it with the passphrase, and closing it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recalibrate.domain.clock import Clock
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.errors import JournalDamaged, JournalLocked, NotSaved, WrongPassphrase
from recalibrate.store.journal import Journal
from recalibrate.store.journal_shape import need_a_file
from recalibrate.store.sealed.places import Places

if TYPE_CHECKING:
    from recalibrate.store.sealed.key import Key
    from recalibrate.store.sealed.sealing import Sealed


class Vault:
    """The key of one journal; with `apart` the slow work of a passphrase is done in a process of its own.

    `checked` is where it is noted which writings of the journal were found whole.
    """

    def __init__(self, journal: Path, *, apart: bool = False, checked: Path | None = None) -> None:
        """Raises JournalDamaged for what is no regular file."""
        need_a_file(journal)
        self._checked = checked
        self.places = Places.of(journal)
        self._is_apart = apart
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
            from recalibrate.store.sealed.sealing import Sealed  # only where something is encrypted

            self._codec = Sealed(self._recipients())
        return self._codec

    def unlock(self, passphrase: str) -> None:
        """Take the key out. Raises WrongPassphrase, and then nothing has changed; JournalDamaged."""
        from recalibrate.store.sealed.key import Key  # only where there is one

        self.use(Key.read(self._unwrap(self._identity_file(), passphrase)))

    def use(self, key: Key) -> None:
        """Go on with this key."""
        from recalibrate.store.sealed.sealing import Sealed

        if self._codec is None or not self._codec.is_for(key.recipients):
            self._codec = Sealed(key.recipients)  # the recipients the key names, not those of a file anyone may write
        self._codec.remember(key.identity)

    def lock(self) -> None:
        """Let the key go; what is written from now on can still be encrypted."""
        if self._codec is not None:
            self._codec.forget()

    def open_journal(self, clock: Clock, *, later: bool = False, uncut: bool = False) -> Journal:
        """The journal, with what came in while it was locked. Raises JournalLocked and the other journal errors.

        With `later` a plain one is not read yet, if it is there; `uncut` is for a command that needs few lines.
        """
        if not self.is_encrypted:
            plain = self.places.plain
            later = later and plain.exists()
            return Journal.open(plain, clock, later=later, uncut=uncut, checked=self._checked)
        if not self.is_open:
            raise JournalLocked(f"The journal is encrypted ({self.places.sealed}); its passphrase opens it.")
        journal = Journal.open(self.places.sealed, clock, self.codec, uncut=uncut, checked=self._checked)
        self.take_in(journal)
        return journal

    def take_in(self, journal: Journal) -> None:
        """Fold in what came into the inbox of the open journal, and plain files that turned up. Raises JournalError."""
        from recalibrate.store.sealed.inbox import fold_in  # only where there is something encrypted
        from recalibrate.store.sealed.leftovers import seal_leftovers

        if self.is_encrypted and not journal.read_only:
            fold_in(self.places.inbox, journal, self.codec)
            seal_leftovers(self.places, journal, self.codec)

    def change_passphrase(self, old: str, new: str) -> None:
        """Wrap the same key anew; the journal itself is not touched. Raises WrongPassphrase, NotSaved."""
        self._keep(self._unwrap(self._identity_file(), old), new)

    def reset_passphrase(self, recovery_key: str, new: str) -> None:
        """Wrap the key anew with the help of the printed recovery key. Raises WrongPassphrase, NotSaved."""
        self._keep(self._recovered(recovery_key), new)

    def unlock_with_recovery_key(self, recovery_key: str) -> None:
        """Take the key out with the printed one. Raises WrongPassphrase."""
        from recalibrate.store.sealed.key import Key  # only where there is one

        self.use(Key.read(self._recovered(recovery_key)))

    def _recovered(self, recovery_key: str) -> bytes:
        from recalibrate.store.sealed.sealing import Sealed

        try:
            return Sealed((), recovery_key.strip().upper()).decode(self.places.recovery.read_bytes())
        except (OSError, ValueError) as error:
            raise WrongPassphrase("That recovery key does not open the journal. Nothing was changed.") from error

    def wrapped(self, key: bytes, passphrase: str) -> bytes:
        """The text of a key wrapped with a passphrase, and tried. Raises NotSaved."""
        from recalibrate.store.sealed import wrapping  # only where there is a passphrase

        data = wrapping.wrapped(key, passphrase, apart=self._is_apart)
        if self._unwrap(data, passphrase) != key:
            raise NotSaved("The key could not be wrapped with that passphrase. Nothing was changed.")
        return data

    def _unwrap(self, data: bytes, passphrase: str) -> bytes:
        from recalibrate.store.sealed import wrapping

        return wrapping.unwrapped(data, passphrase, apart=self._is_apart)

    def _keep(self, key: bytes, passphrase: str) -> None:
        from recalibrate.store.small_file import write_small

        write_small(self.places.identity, self.wrapped(key, passphrase))

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
