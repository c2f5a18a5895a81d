"""`encrypt`: turns encryption on, prints the recovery key, and tells what cannot be removed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate encrypt
recalibrate encrypt > recovery-key.txt      the key alone goes there; print it and put it away

The journal becomes journal.json.age in the age format; `age -d -i identity.age journal.json.age` opens it without
recalibrate. Backups, drafts and conflict copies are encrypted as well, and the plain ones removed.
"""


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing: the passphrase is asked for."""


def run(arguments: Namespace, call: Call) -> int:
    """Encrypt everything that belongs to the journal."""
    from recalibrate.commands.due_short import forget
    from recalibrate.commands.failures import CouldNot
    from recalibrate.store.sealed.encrypting import encrypt

    if call.vault.is_encrypted:
        raise CouldNot("The journal is encrypted already; `recalibrate passphrase` changes the passphrase.")
    done = encrypt(call.vault, call.prompt.ask_new(), call.clock)
    forget(call.paths)
    sys.stderr.write(
        f"The journal is {call.file} now. This recovery key opens it when the passphrase is forgotten; print it or\n"
        "write it down, keep it away from this machine. It is shown this once:\n"
    )
    sys.stderr.flush()
    call.say(done.recovery_key)
    call.flush()
    for sentence in done.left:
        call.note(sentence)
    call.note(f"{call.paths.settings} stays plain: it may hold your contacts, cue words and saved searches.")
    return 0
