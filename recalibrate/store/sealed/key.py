"""The key of an encrypted journal, as the text of an age identity file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from recalibrate.store.errors import JournalDamaged


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
