"""Turning encryption on and off: every file of the journal written anew, and only then the old ones removed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from recalibrate.domain.clock import Clock
from recalibrate.store import files, lock
from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.errors import JournalDamaged, JournalError, NotSaved
from recalibrate.store.journal import Journal
from recalibrate.store.journal_shape import journal_lines
from recalibrate.store.sealed.key import Key
from recalibrate.store.sealed.leftovers import files_of, rewrite, sealed_name
from recalibrate.store.sealed.places import Places
from recalibrate.store.sealed.sealing import Sealed
from recalibrate.store.sealed.vault import Vault
from recalibrate.store.small_file import write_small


@dataclass(frozen=True, slots=True)
class Encrypted:
    """What turning encryption on came to: the recovery key to print, and what could not be removed."""

    recovery_key: str
    left: tuple[str, ...]


def encrypt(vault: Vault, passphrase: str, clock: Clock) -> Encrypted:
    """Turn encryption on; the vault is open afterwards. Raises JournalError, and then all is as it was.

    The journal, its backups, drafts and merged conflict copies are written encrypted, read back, and only then
    are the plain ones removed.
    """
    from pyrage import x25519  # the library is loaded only where something is encrypted

    places = vault.places
    if vault.is_encrypted:
        raise JournalError(f"The journal is encrypted already ({places.sealed}).")
    Journal.open(places.plain, clock)  # whole and in today's schema, with what lies beside it merged
    own, printed = x25519.Identity.generate(), x25519.Identity.generate()
    key = Key(str(own), str(own.to_public()), str(printed.to_public()))
    codec = Sealed(key.recipients, key.identity)
    wrapped = vault.wrapped(key.text, passphrase)
    with _both_locked(places):
        text = _whole(places.plain)
        keys = {
            places.identity: wrapped,
            places.recovery: Sealed([key.recovery]).encode(key.text),
            places.recipients: "".join(f"{each}\n" for each in key.recipients).encode(),
        }
        made = _write_all(keys, [(path, sealed_name(path)) for path in files_of(places, sealed=False)], PLAIN, codec)
        try:
            write_small(places.sealed, codec.encode(text))
            if codec.decode(places.sealed.read_bytes()) != text:
                raise NotSaved("The encrypted journal did not read back as it was. Nothing was changed.")
        except (OSError, ValueError, JournalError) as error:
            _take_back([*made, places.sealed, *keys])
            raise _failed(error) from error
        left = _remove([places.plain, *(path.with_name(path.name.removesuffix(".age")) for path in made)])
    vault.use(key)
    return Encrypted(str(printed), (*left, *_beyond_reach(places.plain)))


def decrypt(vault: Vault, clock: Clock) -> tuple[str, ...]:
    """Turn encryption off; the vault must be open. Answers what could not be decrypted or removed, as sentences.

    Raises JournalError, and then all is as it was.
    """
    places = vault.places
    if not vault.is_encrypted:
        raise JournalError(f"The journal is not encrypted ({places.plain}).")
    vault.open_journal(clock)  # with what came into the inbox
    codec = vault.codec
    with _both_locked(places):
        try:
            text = codec.decode(places.sealed.read_bytes())
            journal_lines(text)
        except (OSError, ValueError) as error:
            raise JournalDamaged(f"{places.sealed} cannot be opened: {error}. Nothing was changed.") from error
        foreign: list[str] = []
        pairs = []
        for path in files_of(places, sealed=True):
            try:
                codec.decode(path.read_bytes())
            except ValueError:
                foreign.append(f"{path} does not open with the key and stays as it is.")
                continue
            pairs.append((path, path.with_name(path.name.removesuffix(".age"))))
        made = _write_all({}, pairs, codec, PLAIN)
        try:
            write_small(places.plain, text)
        except JournalError:
            _take_back([*made, places.plain])
            raise
        gone = [places.sealed, *(path for path, _ in pairs)]
        left = _remove(gone + ([] if foreign else [places.identity, places.recovery, places.recipients]))
    with suppress(OSError):
        places.inbox.rmdir()
    return (*foreign, *left)


@contextmanager
def _both_locked(places: Places) -> Iterator[None]:
    """Hold the locks of the plain and the encrypted file, so that no window writes either."""
    with lock.held(places.plain), lock.held(places.sealed):
        yield


def _whole(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        journal_lines(data)
    except (OSError, ValueError) as error:
        raise JournalDamaged(f"{path} cannot be read as a journal: {error}. Nothing was changed.") from error
    return data


def _write_all(keys: dict[Path, bytes], pairs: list[tuple[Path, Path]], source: Codec, target: Codec) -> list[Path]:
    """Write the keys, then each file anew under its other name; on failure none of them stays. Raises NotSaved."""
    made: list[Path] = []
    try:
        for path, data in keys.items():
            write_small(path, data)
        for old, new in pairs:
            made.append(new)
            rewrite(old, new, source, target)
    except (OSError, ValueError, JournalError) as error:
        _take_back([*made, *keys])
        raise _failed(error) from error
    return made


def _take_back(paths: list[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()


def _remove(paths: list[Path]) -> tuple[str, ...]:
    """Remove the files for good; a sentence about each that stays."""
    left = []
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            left.append(f"{path} could not be removed: {error.strerror or error}.")
    for folder in {path.parent for path in paths}:
        with suppress(OSError):
            files.sync_folder(folder)
    return tuple(left)


def _failed(error: Exception) -> JournalError:
    if isinstance(error, JournalError):
        return error
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return NotSaved(f"Nothing was changed: {reason}.")


def _beyond_reach(plain: Path) -> tuple[str, ...]:
    """Sentences about plain copies that no program can be sure to remove, as far as they can be seen from here."""
    left = ["Plain copies may remain in backups of this disk, in its unused blocks, and in exports you have made."]
    for folder in plain.parents:
        if (folder / ".git").exists():
            left.append(f"{folder} is kept in git: its history holds every plain version that was committed.")
        if (folder / ".stversions").exists():
            left.append(f"{folder / '.stversions'} is where Syncthing keeps old versions, plain ones too.")
    return tuple(left)
