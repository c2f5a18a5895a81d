"""`passphrase`: changes the passphrase of an encrypted journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate passphrase
recalibrate passphrase --recovery-key     sets a new one when the old is forgotten

The key itself stays the same: old copies of identity.age still open with the old passphrase. To be rid of them for
good, `recalibrate decrypt` and `recalibrate encrypt` make a new key.
"""


def arguments(parser: ArgumentParser) -> None:
    """What shows that one may."""
    parser.add_argument("--recovery-key", action="store_true", help="ask for the printed recovery key, not the old one")


def run(arguments: Namespace, call: Call) -> int:
    """Wrap the key anew; the journal is not touched."""
    if not call.vault.is_encrypted:
        raise CouldNot(f"The journal is not encrypted ({call.file}); `recalibrate encrypt` does that.")
    if arguments.recovery_key:
        key = call.prompt.ask("Recovery key")
        call.vault.unlock_with_recovery_key(key)  # a wrong key is told before a new passphrase is asked for
        call.vault.reset_passphrase(key, call.prompt.ask_new())
    else:
        old = call.prompt.ask("Present passphrase")
        call.vault.unlock(old)
        call.vault.change_passphrase(old, call.prompt.ask_new())
    call.say("The passphrase is changed.")
    return 0
