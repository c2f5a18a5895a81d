"""The codec of an encrypted journal: the age format, to recipients; reading needs the identity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import sleep
from typing import TYPE_CHECKING

from recalibrate.store.codec import Piece
from recalibrate.store.errors import JournalLocked

if TYPE_CHECKING:
    from pyrage import x25519

IN_ONE_GO = 1 << 18
"""Bytes up to which the whole is handed over at once; more goes in bites, so that other threads get their turn."""

A_TURN = 1 << 17
"""Bytes, a fraction of a millisecond of work, after which another thread gets its turn."""


class Sealed:
    """Encrypts to `recipients` (age1…) at any time; decrypts only while it knows the identity (AGE-SECRET-KEY-1…)."""

    def __init__(self, recipients: Sequence[str], identity: str = "") -> None:
        self._recipients = tuple(recipients)
        self._identity: x25519.Identity | None = None
        if identity:
            self.remember(identity)

    @property
    def is_open(self) -> bool:
        """Whether it can decrypt."""
        return self._identity is not None

    def is_for(self, recipients: Sequence[str]) -> bool:
        """Whether it encrypts to exactly these."""
        return self._recipients == tuple(recipients)

    def remember(self, identity: str) -> None:
        """Take the identity. Raises ValueError when it is none."""
        from pyrage import IdentityError, x25519  # the library is loaded only where something is encrypted

        try:
            self._identity = x25519.Identity.from_str(identity)
        except IdentityError as error:
            raise ValueError("that is no age identity") from error

    def forget(self) -> None:
        """Let the identity go; encrypting goes on."""
        self._identity = None

    def encode(self, text: bytes) -> bytes:
        """The text encrypted to all recipients."""
        import pyrage  # the library is loaded only where something is encrypted

        if len(text) > IN_ONE_GO:
            return b"".join(self.encode_pieces([text]))
        return bytes(pyrage.encrypt(text, self._to()))

    def encode_pieces(self, pieces: Iterable[Piece]) -> Iterable[Piece]:
        """The same without the whole text, or the whole of what comes out, in one place; a second thread gets turns."""
        import pyrage  # the library is loaded only where something is encrypted

        target = _Target()
        pyrage.encrypt_io(_Source(pieces), target, self._to())
        return target.bites

    def _to(self) -> list[x25519.Recipient]:
        from pyrage import x25519

        return [x25519.Recipient.from_str(each) for each in self._recipients]

    def decode(self, data: bytes) -> bytes:
        """The text again. Raises ValueError for altered or foreign bytes, JournalLocked without the identity."""
        if self._identity is None:
            raise JournalLocked("The journal is locked; its passphrase opens it.")
        import pyrage  # the library is loaded only where something is encrypted

        identity = self._identity
        try:
            if len(data) <= IN_ONE_GO:
                return bytes(pyrage.decrypt(data, [identity]))
            target = _Target()
            pyrage.decrypt_io(_Source([data]), target, [identity])
            return b"".join(target.bites)
        except (pyrage.DecryptError, OSError) as error:
            raise ValueError(f"it does not open with the key: {error}") from error


class _Source:
    """A reader whose every bite passes through Python, where threads take turns."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = iter(pieces)
        self._piece = memoryview(b"")
        self._at = 0
        self._since_turn = 0

    def read(self, size: int) -> bytes:
        """Up to so many bytes; none at the end."""
        while self._at >= len(self._piece):
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._piece, self._at = memoryview(piece), 0
        self._since_turn += size
        if self._since_turn >= A_TURN:
            self._since_turn = 0
            sleep(0)  # the library never lets go of the interpreter, and a key that waits for it is felt
        bite = bytes(self._piece[self._at : self._at + size])
        self._at += len(bite)
        return bite


class _Target:
    """A writer that keeps the bites."""

    def __init__(self) -> None:
        self.bites: list[bytes] = []

    def write(self, bite: bytes) -> int:
        """Keep one bite."""
        self.bites.append(bytes(bite))
        return len(bite)

    def flush(self) -> None:
        """Nothing is held back."""
