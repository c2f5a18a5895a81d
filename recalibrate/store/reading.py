"""Reading a journal's file that is not the open one: a copy, a backup, another machine's; plain or encrypted."""

from __future__ import annotations

from pathlib import Path

from recalibrate.store.codec import PLAIN, Codec
from recalibrate.store.errors import JournalDamaged, JournalLocked, JournalNewer
from recalibrate.store.journal_shape import journal_lines
from recalibrate.store.lines import Lines, SomethingElse
from recalibrate.store.migrations import SCHEMA
from recalibrate.store.schema import carried_over, schema_in

AGE = b"age-encryption.org/v1"
"""How an encrypted file begins."""


def read_journal(path: Path, codec: Codec = PLAIN) -> Lines:
    """The lines of a journal's file in today's schema; an encrypted one is opened with `codec`, a plain one is read.

    Raises JournalDamaged, JournalNewer, JournalLocked.
    """
    try:
        return read_text(path.read_bytes(), codec, str(path))
    except OSError as error:
        raise JournalDamaged(f"{path} cannot be read: {error.strerror or error}.") from error


def read_text(data: bytes, codec: Codec, name: str) -> Lines:
    """The same for bytes that were read already; `name` is how to call them. No bytes are an empty journal."""
    if not data.strip():
        return {}
    try:
        if data.startswith(AGE):
            if codec is PLAIN:
                raise JournalLocked(f"{name} is encrypted, and there is no key here that opens it.")
            data = codec.decode(data)
        return in_todays_schema(journal_lines(data), name)
    except SomethingElse as error:
        raise JournalDamaged(f"{name} {error}") from error
    except ValueError as error:
        raise JournalDamaged(f"{name} cannot be read as a journal: {error}.") from error


def in_todays_schema(lines: Lines, name: str) -> Lines:
    """The lines carried to today's schema. Raises JournalNewer, ValueError."""
    schema = schema_in(lines)
    if schema > SCHEMA:
        raise JournalNewer(f"{name} was written by a newer recalibrate; upgrade to read it.")
    return carried_over(lines, schema)
