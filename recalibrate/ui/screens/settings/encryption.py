"""Encryption as the settings offer it: on, off, another passphrase, lock now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import work

from recalibrate.domain.text import display_safe
from recalibrate.store.errors import JournalError
from recalibrate.ui.screens.ask import AskScreen
from recalibrate.ui.screens.base import NotebookScreen
from recalibrate.ui.screens.busy import busy
from recalibrate.ui.screens.confirm import ConfirmScreen
from recalibrate.ui.screens.page import PageScreen
from recalibrate.ui.session import Session
from recalibrate.ui.widgets.line import Line
from recalibrate.ui.widgets.secret import Secret

ENCRYPT, DECRYPT, PASSPHRASE, LOCK = "encrypt", "decrypt", "passphrase", "lock"

SHORT = 12


def encryption_lines(session: Session) -> Sequence[tuple[str, str, str]]:
    """Key, label and quiet words of each line; none for a journal in memory."""
    if session.vault is None:
        return ()
    if not session.vault.is_encrypted:
        return ((ENCRYPT, "Encrypt the journal", "by passphrase, in the age format"),)
    return (
        (LOCK, "Lock now", "the passphrase opens it again"),
        (PASSPHRASE, "Change the passphrase", "the journal itself is not touched"),
        (DECRYPT, "Turn encryption off", "all becomes plain files again"),
    )


async def open_encryption(screen: NotebookScreen[None], key: str) -> None:
    """Do what a line says; answers by a sentence or a page. To be awaited in a worker."""
    try:
        if key == ENCRYPT:
            await _encrypt(screen)
        elif key == DECRYPT:
            await _decrypt(screen)
        elif key == PASSPHRASE:
            await _change(screen)
    except JournalError as error:
        screen.say(str(error), wrong=True)


async def _encrypt(screen: NotebookScreen[None]) -> None:
    typed = await screen.app.push_screen_wait(NewPassphraseScreen())
    if typed:
        async with busy(screen.app, "Encrypting …"):
            done = await screen.session.encrypt(typed[1])
        await screen.app.push_screen_wait(RecoveryKeyScreen(done.recovery_key, done.left))


async def _decrypt(screen: NotebookScreen[None]) -> None:
    question = "Turn encryption off? The journal, its backups and drafts become plain files again."
    if await screen.app.push_screen_wait(ConfirmScreen(question, "turn it off", "leave it on")):
        async with busy(screen.app, "Turning encryption off …"):
            left = await screen.session.decrypt()
        for sentence in left:
            screen.say("{sentence}", sentence=sentence)
        screen.say("The journal is plain again.")


async def _change(screen: NotebookScreen[None]) -> None:
    typed = await screen.app.push_screen_wait(ChangePassphraseScreen())
    vault = screen.session.vault
    if typed and vault:
        async with busy(screen.app, "Changing the passphrase …"):
            await screen.session.run(partial(vault.change_passphrase, *typed))
        screen.say("The passphrase is changed.")


class _SecretsScreen(AskScreen[tuple[str, str]]):
    """A question whose lines show dots."""

    def line(self, name: str, placeholder: str) -> Line:
        """A line of dots."""
        return Secret(placeholder, id=name)

    def echo(self, name: str, text: str) -> str:
        """A word about a short one."""
        return "short; longer is safer" if name == "new" and 0 < len(text) < SHORT else ""

    def _checked(self, typed: dict[str, str]) -> str:
        if not typed["new"]:
            raise ValueError("A passphrase cannot be empty.")
        if typed["new"] != typed["again"]:
            raise ValueError("The two are not the same.")
        return typed["new"]


class NewPassphraseScreen(_SecretsScreen):
    """Answers no present passphrase and a new one, typed twice."""

    question = "Encrypt the journal. Without the passphrase or the recovery key nobody can open it again."
    fields = (("new", "Passphrase", "four or more words are best"), ("again", "The same again", ""))

    def answer(self, typed: dict[str, str]) -> tuple[str, str]:
        """The passphrase. Raises ValueError where the two differ."""
        return "", self._checked(typed)


class ChangePassphraseScreen(_SecretsScreen):
    """Answers the present passphrase and a new one."""

    question = "Change the passphrase"
    fields = (
        ("present", "Present passphrase", ""),
        ("new", "New passphrase", "four or more words are best"),
        ("again", "The same again", ""),
    )

    def answer(self, typed: dict[str, str]) -> tuple[str, str]:
        """Both. Raises ValueError where the new one was not typed twice the same."""
        return typed["present"], self._checked(typed)


class RecoveryKeyScreen(PageScreen):
    """Shows the recovery key once, and what could not be removed; asks before it goes."""

    LEAVE = "{page.leave} it is written down"

    def __init__(self, key: str, left: Sequence[str]) -> None:
        super().__init__(
            (
                "# Encrypted",
                "This recovery key opens the journal when the passphrase is forgotten. Print it or write it down, and "
                "keep it away from this machine. It is shown this once.",
                display_safe(key),
                *left,
                "The settings file stays plain: contacts, own cue words and saved searches are in it.",
            )
        )

    @work(exclusive=True)
    async def action_leave(self) -> None:  # type: ignore[override] # a worker, for it has to ask
        """Go on once the key is said to be written down."""
        if not await self.holds_back_quit():
            self.dismiss()

    async def holds_back_quit(self) -> bool:
        """Whether somebody would rather look at the key again."""
        question = "Is the recovery key written down? It is not shown again."
        return not await self.app.push_screen_wait(ConfirmScreen(question, "it is", "look again", loses_words=True))
