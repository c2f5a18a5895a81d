"""Asking for a passphrase: on the terminal without echo, or as lines of stdin where that was asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage
from recalibrate.store.errors import WrongPassphrase

if TYPE_CHECKING:
    from recalibrate.store.sealed.vault import Vault

TRIES = 3
SHORT = 12
"""A passphrase with fewer characters is taken, with a word of warning."""


class Prompt:
    """Where passphrases come from in this call; `from_stdin` reads each from a line of stdin, before all else there."""

    def __init__(self, *, from_stdin: bool) -> None:
        self.from_stdin = from_stdin
        self._first: str | None = None

    def take_first_line(self) -> None:
        """Take the passphrase off stdin now, so that it is never read as what the command is about.

        It goes whether it will be needed or not: a slip into an encrypted journal, or into a plain one, needs none.
        """
        if self.from_stdin and not sys.stdin.isatty():
            self._first = sys.stdin.readline()

    @property
    def can_ask(self) -> bool:
        """Whether there is anybody to ask."""
        return self.from_stdin or sys.stdin.isatty() or sys.stderr.isatty()

    def ask(self, question: str) -> str:
        """One passphrase. Raises CouldNot where nobody can be asked."""
        if self.from_stdin:
            line, self._first = sys.stdin.readline() if self._first is None else self._first, None
            return line.rstrip("\r\n")
        if not self.can_ask:
            raise CouldNot("A passphrase is needed, and there is no terminal to ask on; see --passphrase-stdin.")
        from getpass import getpass

        try:
            return getpass(f"{question}: ")
        except (EOFError, OSError) as error:
            raise CouldNot("No passphrase was given. Nothing was changed.") from error

    def ask_new(self) -> str:
        """A new passphrase, typed twice on a terminal. Raises WrongUsage for an empty one or two that differ."""
        new = self.ask("New passphrase, four or more words are best")
        if not new:
            raise WrongUsage("A passphrase cannot be empty. Nothing was changed.")
        if not self.from_stdin and self.ask("The same again") != new:
            raise WrongUsage("The two were not the same. Nothing was changed.")
        if len(new) < SHORT:
            sys.stderr.write("recalibrate: that is short; whoever has the file can try many. Longer is safer.\n")
        return new

    def unlock(self, vault: Vault) -> None:
        """Open the vault, with three tries on a terminal. Raises WrongPassphrase, JournalLocked."""
        for left in reversed(range(1 if self.from_stdin else TRIES)):
            try:
                vault.unlock(self.ask("Passphrase"))
                return
            except WrongPassphrase as error:
                if not left:
                    raise
                sys.stderr.write(f"recalibrate: {error}\n")
