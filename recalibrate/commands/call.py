"""One call of a command: its places and clock, and the streams with what may safely go through them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from recalibrate.commands.printing.streams import flush, put
from recalibrate.domain.text import clean_text, display_safe
from recalibrate.paths import Paths

if TYPE_CHECKING:
    from pathlib import Path

    from recalibrate.commands.passphrase_prompt import Prompt
    from recalibrate.domain.clock import Clock
    from recalibrate.domain.settings import Settings
    from recalibrate.store.codec import Codec
    from recalibrate.store.drafts import Drafts
    from recalibrate.store.journal import Journal
    from recalibrate.store.sealed.inbox import Inbox
    from recalibrate.store.sealed.vault import Vault

NARROWEST, WIDEST_TEXT = 20, 88


class Call:
    """What a command works with; nothing is opened before it is asked for."""

    def __init__(
        self, environ: Mapping[str, str], journal: str | None, clock: Clock, *, passphrase_on_stdin: bool = False
    ) -> None:
        self.environ = environ
        self.clock = clock
        self.passphrase_on_stdin = passphrase_on_stdin
        self._journal_option = journal

    @cached_property
    def paths(self) -> Paths:
        """Where everything of this call lives."""
        return Paths.of(self.environ, self._journal_option)

    @property
    def now(self) -> datetime:
        """The local time with its offset."""
        return self.clock()

    @property
    def today(self) -> date:
        """The local date."""
        return self.clock().date()

    @cached_property
    def settings(self) -> Settings:
        """The settings; a line of the file that cannot be used is named on stderr."""
        settings, ignored = self.found_settings
        for sentence in ignored:
            self.note(sentence)
        return settings

    @cached_property
    def found_settings(self) -> tuple[Settings, tuple[str, ...]]:
        """The settings, and a sentence about each line of their file that cannot be used."""
        if not os.path.exists(self.paths.settings):  # noqa: PTH110 - the plain call costs nothing to import
            from recalibrate.domain.settings import Settings

            return Settings(), ()
        from recalibrate.store.settings import load_settings

        found = load_settings(self.paths.settings)
        return found.settings, found.ignored

    @property
    def drafts(self) -> Drafts:
        """The drafts of the journal, encrypted as it is."""
        from recalibrate.store.drafts import Drafts

        return Drafts(self.paths.drafts, self.vault.codec)

    @cached_property
    def vault(self) -> Vault:
        """The key of the journal, not yet taken out."""
        from recalibrate.store.sealed.vault import Vault

        return Vault(self.paths.journal, checked=self.paths.checked)

    @cached_property
    def prompt(self) -> Prompt:
        """Where passphrases come from."""
        from recalibrate.commands.passphrase_prompt import Prompt

        return Prompt(from_stdin=self.passphrase_on_stdin)

    @property
    def file(self) -> Path:
        """The journal's file as it lies on disk, plain or encrypted."""
        return self.vault.file

    @property
    def codec(self) -> Codec:
        """How the journal's files are read and written; asks for the passphrase where one is needed.

        Raises JournalLocked where nobody can be asked, WrongPassphrase.
        """
        if not self.vault.is_open:
            if not self.prompt.can_ask:
                from recalibrate.store.errors import JournalLocked

                raise JournalLocked(
                    f"The journal is encrypted ({self.file}) and there is no terminal to ask for its passphrase on; "
                    "--passphrase-stdin reads it from stdin."
                )
            self.prompt.unlock(self.vault)
        return self.vault.codec

    def journal_to_read(self) -> Journal:
        """The journal; where there was none yet, an empty one in memory, so that reading makes no file.

        Raises JournalNewer for one that this version cannot fully understand.
        """
        from recalibrate.store import standing
        from recalibrate.store.errors import JournalNewer
        from recalibrate.store.journal import Journal

        if self.has_no_journal:
            return Journal.in_memory(self.clock)
        journal = self._opened()
        if journal.read_only and not standing.why_read_only(self.file):
            raise JournalNewer(journal.read_only)
        return journal

    def journal_to_write(self) -> Journal:
        """The journal, made when it is new. Raises JournalReadOnly when it takes no writing."""
        from recalibrate.store.errors import JournalReadOnly

        journal = self._opened()
        if journal.read_only:
            raise JournalReadOnly(journal.read_only)
        return journal

    def journal_or_inbox(self) -> Journal | Inbox:
        """Where a new record can be put: the journal, or the inbox of an encrypted one, which asks for nothing."""
        if not self.vault.is_encrypted:
            return self.journal_to_write()
        from recalibrate.store.sealed.inbox import Inbox

        return Inbox(self.vault.places.inbox, self.vault.codec, self.clock)

    def _opened(self) -> Journal:
        if self.vault.is_encrypted:
            _ = self.codec  # asks for the passphrase
        journal = self.vault.open_journal(self.clock, uncut=True)
        if not self.vault.is_encrypted:
            from recalibrate.commands.due_short import keep_up

            keep_up(self.paths, journal)
        for sentence in journal.take_notices():
            self.note(sentence)
        return journal

    @property
    def has_no_journal(self) -> bool:
        """Whether nothing shows that there ever was a journal here: no file, no lock, no backups, none encrypted."""
        file = self.paths.journal
        traces = (file, file.with_name(f"{file.name}.age"), file.with_name(f"{file.name}.lock"), self.paths.backups)
        return not any(trace.exists() for trace in traces)

    @property
    def is_terminal(self) -> bool:
        """Whether a person reads what is printed."""
        return sys.stdout.isatty()

    @cached_property
    def width(self) -> int | None:
        """The columns there are; None when the output goes elsewhere and nothing is cut."""
        if not self.is_terminal:
            return None
        from shutil import get_terminal_size

        return max(get_terminal_size().columns, NARROWEST)

    def say(self, text: str = "") -> None:
        """Print a line, with escapes made visible."""
        put(display_safe(text) + "\n")

    def say_wrapped(self, text: str, indent: str = "") -> None:
        """Print a paragraph, broken at the terminal's width or at a readable one; its own line ends stay."""
        from recalibrate.commands.printing.lines import wrapped

        for line in wrapped(display_safe(text), min(self.width or WIDEST_TEXT, WIDEST_TEXT), indent):
            put(line + "\n")

    def say_hanging(self, head: str, text: str) -> None:
        """Print a line whose first columns stand alone: at a terminal the text breaks beside them, else not at all."""
        if self.width is None:
            self.say(head + display_safe(" ".join(text.split())))
            return
        from recalibrate.commands.printing.lines import hanging

        for line in hanging(display_safe(head), display_safe(" ".join(text.split())), min(self.width, WIDEST_TEXT)):
            put(line + "\n")

    def hint(self, text: str) -> None:
        """Say something to a person only: nothing when a program reads."""
        if self.is_terminal:
            self.say_wrapped(text)

    def note(self, text: str) -> None:
        """Print a line on stderr."""
        from recalibrate.commands.printing.lines import for_stderr

        sys.stderr.write(for_stderr(f"recalibrate: {display_safe(text)}"))

    def say_json(self, value: Any, *, one_line: bool = False) -> None:
        """Print one JSON document; controls that a terminal might obey are written as \\u escapes."""
        from recalibrate.commands.printing.json_text import json_text

        put(json_text(value, one_line=one_line) + "\n")

    def flush(self) -> None:
        """Send what was printed now."""
        flush()

    def read_stdin(self) -> str:
        """All of stdin, clean."""
        return clean_text(sys.stdin.read())

    def lines_of_stdin(self) -> Iterator[str]:
        """The lines of stdin as they come, clean and without their ends."""
        for line in iter(sys.stdin.readline, ""):
            yield clean_text(line.rstrip("\n"))
