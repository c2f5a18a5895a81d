"""`decrypt`: turns encryption off; everything becomes plain files again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate decrypt
recalibrate decrypt --recovery-key      with the printed key instead of the passphrase
"""


def arguments(parser: ArgumentParser) -> None:
    """With which key."""
    parser.add_argument("--recovery-key", action="store_true", help="ask for the printed recovery key instead")


def run(arguments: Namespace, call: Call) -> int:
    """Write everything plain again."""
    from recalibrate.store.sealed.encrypting import decrypt

    if not call.vault.is_encrypted:
        raise CouldNot(f"The journal is not encrypted ({call.file}).")
    if arguments.recovery_key:
        call.vault.unlock_with_recovery_key(call.prompt.ask("Recovery key"))
    else:
        _ = call.codec  # asks for the passphrase
    for sentence in decrypt(call.vault, call.clock):
        call.note(sentence)
    call.say(f"The journal is plain again: {call.file}.")
    return 0
