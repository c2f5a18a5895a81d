"""What is open while the app runs: the journal, its drafts, the settings, the clock and one writer thread."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from recalibrate.domain.clock import Clock
from recalibrate.domain.records.record import Record
from recalibrate.domain.settings import Settings
from recalibrate.store.drafts import Drafts
from recalibrate.store.errors import JournalError
from recalibrate.store.journal import Commit, Journal
from recalibrate.ui.save_state import SaveState
from recalibrate.ui.steps import Steps, as_allowed

if TYPE_CHECKING:
    from recalibrate.store.sealed.encrypting import Encrypted
    from recalibrate.store.sealed.vault import Vault
    from recalibrate.ui.catalogue import Finder

Answer = TypeVar("Answer")


class Session:
    """Handed to each screen; commits leave the interface's thread, one after the other, in order.

    `vault` holds the key of a journal with a file; while it is locked, nothing is read.

    `on_change` is called in the interface's thread after each commit and each change made elsewhere;
    `on_state` whenever the save mark should say something else. `finder` is what the journal's screen read
    and indexed, kept for its next opening. `is_over` tells long work in other threads that nobody waits for it, and
    `keys_heard`, which counts, when somebody waits for something else; `is_indexing`, that a screen waits for an index.
    """

    def __init__(
        self,
        journal: Journal,
        drafts: Drafts,
        settings: Settings,
        clock: Clock,
        write_settings: Callable[[Settings], None] = lambda settings: None,
        vault: Vault | None = None,
    ) -> None:
        self.journal = journal
        self.vault = vault
        self.drafts = drafts
        self.settings = settings
        self.clock = clock
        self.state = SaveState(read_only=bool(journal.read_only))
        self.on_change: Callable[[], None] = lambda: None
        self.on_state: Callable[[], None] = lambda: None
        self._write_settings = write_settings
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="writer")
        self.finder: Finder | None = None
        self.is_over = False
        self.is_indexing = False
        self._is_turning = False
        self.keys_heard = 0
        self._steps = Steps()
        self._trouble = ""

    @property
    def now(self) -> datetime:
        """The local time with its offset."""
        return self.clock()

    @property
    def today(self) -> date:
        """The local date."""
        return self.clock().date()

    @property
    def is_locked(self) -> bool:
        """Whether the journal waits for its passphrase; not while encryption is being turned on or off here."""
        return self.vault is not None and not self._is_turning and not self.vault.is_open

    async def unlock(self, passphrase: str) -> None:
        """Open the journal with its passphrase, and take in what came meanwhile. Raises JournalError."""
        assert self.vault is not None, "a journal in memory has no lock"
        await asyncio.to_thread(self.vault.unlock, passphrase)
        if self.journal.path != self.vault.file:
            await self.run(self._read_anew, self.vault)
        else:
            await self.run(self.vault.take_in, self.journal)
            await self.refresh()
        self.on_change()

    def lock(self) -> None:
        """Let the key go."""
        if self.vault is not None:
            self.vault.lock()

    async def encrypt(self, passphrase: str) -> Encrypted:
        """Turn encryption on and go on with the encrypted journal. Raises JournalError."""
        from recalibrate.store.sealed.encrypting import encrypt

        assert self.vault is not None, "a journal in memory cannot be encrypted"
        vault = self.vault

        def work() -> Encrypted:
            done = encrypt(vault, passphrase, self.clock)
            self._read_anew(vault)
            return done

        done = await self._turn(work)
        self.on_change()
        return done

    async def decrypt(self) -> Sequence[str]:
        """Turn encryption off and go on with the plain journal; sentences about what is left. Raises JournalError."""
        from recalibrate.store.sealed.encrypting import decrypt

        assert self.vault is not None, "a journal in memory is never encrypted"
        vault = self.vault

        def work() -> Sequence[str]:
            left = decrypt(vault, self.clock)
            self._read_anew(vault)
            return left

        left = await self._turn(work)
        self.on_change()
        return left

    async def _turn(self, work: Callable[[], Answer]) -> Answer:
        self._is_turning = True
        try:
            return await self.run(work)
        finally:
            self._is_turning = False

    def _read_anew(self, vault: Vault) -> None:
        """Go on with the journal's file as it is now, plain or encrypted; what was done before stays done."""
        self.journal = vault.open_journal(self.clock)
        self.drafts = Drafts(vault.places.drafts, vault.codec)
        self.finder = None
        self._steps.forget()

    @property
    def _seems_unchanged(self) -> bool:
        """Whether the writer thread need not be woken, which happens every other second otherwise."""
        is_same_file = self.vault is None or self.journal.path == self.vault.file
        return is_same_file and not self._trouble and self.journal.seems_unchanged

    def _refreshed(self) -> bool:
        if self.vault is not None and self.journal.path not in (None, self.vault.file):
            self._read_anew(self.vault)  # encryption was turned off elsewhere
            return True
        return self.journal.refresh()

    async def load(self, also: Callable[[Journal], None]) -> None:
        """Read a journal that was opened to be read later, and let `also` look at it there. Raises JournalError."""
        reader = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reader")  # whoever leaves need not wait for it
        try:
            await asyncio.get_running_loop().run_in_executor(reader, self._read_first, also)
        finally:
            reader.shutdown(wait=False)
        self.on_change()

    def _read_first(self, also: Callable[[Journal], None]) -> None:
        gc.disable()  # what is read holds no cycles, and a pass over it would stop every thread
        try:
            self.journal.refresh()
            also(self.journal)
        finally:
            gc.freeze()
            gc.enable()

    async def put(self, *records: Record) -> Commit:
        """Keep records in one commit; returns when they are durable. Raises JournalError."""
        return self._steps.did(await self._write(self.journal.put, *records))

    async def delete(self, *records: Record) -> Commit:
        """Put records in the bin, in one commit. Raises JournalError."""
        return self._steps.did(await self._write(self.journal.delete, *records))

    async def restore(self, *records: Record) -> Commit:
        """Take records out of the bin, in one commit. Raises JournalError."""
        return self._steps.did(await self._write(self.journal.restore, *records))

    async def undo(self) -> Commit | None:
        """Take back the last commit of this session; None when there is none left. Raises JournalError, or Refused."""
        if self._steps.last is None:
            return None
        return self._steps.went_back(await self._write(self.journal.undo, self._allowed(self._steps.last)))

    async def redo(self) -> Commit | None:
        """Do again what was last undone; None when there is nothing. Raises JournalError, or Refused."""
        if self._steps.next is None:
            return None
        return self._steps.went_on(await self._write(self.journal.undo, self._allowed(self._steps.next)))

    def _allowed(self, commit: Commit) -> Commit:
        return as_allowed(commit, self.journal, self.now, self.settings)

    async def run(self, work: Callable[..., Answer], *arguments: object) -> Answer:
        """Run slow work (an import, a draft's file) in the writer thread, after the commits before it."""
        return await asyncio.get_running_loop().run_in_executor(self._writer, work, *arguments)

    async def keep_settings(self, settings: Settings) -> None:
        """Use these settings from now on and write them to their file. Raises OSError."""
        self.settings = settings
        await self.run(self._write_settings, settings)
        self.on_change()

    async def refresh(self) -> bool:
        """Take in what another window, a shell or a sync tool wrote; True when there was something.

        A file that cannot be read is told once and leaves everything as it is on the screen.
        """
        if self.is_locked or self._seems_unchanged:
            return False
        try:
            changed = await self.run(self._refreshed)
        except JournalError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self.journal.tell(self._trouble)
                self._say(SaveState(reason=self._trouble))
            return False
        if self._trouble:
            self._trouble = ""
            self._say(SaveState())
        if changed:
            self.on_change()
        return changed

    def close(self) -> None:
        """Wait for the last commit."""
        self.is_over = True
        self._writer.shutdown(wait=True)

    async def _write(self, work: Callable[..., Commit], *arguments: object) -> Commit:
        self._say(SaveState(saving=True))
        try:
            commit = await self.run(work, *arguments)
        except JournalError as error:
            self._say(SaveState(reason=str(error)))
            raise
        self._say(SaveState())
        self.on_change()
        return commit

    def _say(self, state: SaveState) -> None:
        self.state = state
        self.on_state()
