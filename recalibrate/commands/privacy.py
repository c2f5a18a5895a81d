"""`privacy`: what is protected, from whom, and as plainly what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = ""

PARAGRAPHS = (
    "# Where it is",
    "Everything is in files under {home} that only you can read. recalibrate has no network code: it opens no "
    "connection, sends no report, looks for no update.",
    "# What is protected",
    "From other users of this machine: folders 0700, files 0600, whatever the umask.",
    "From loss or theft of the machine, a backup disk or a sync account: only when the journal is encrypted and "
    "the passphrase is long. Without encryption the file is plain JSON.",
    "From crashes, power cuts, full disks, two windows at once, sync tools: each save stands whole or not at all, and "
    "earlier versions are kept.",
    "From hostile text in imports: nothing you read can control the terminal.",
    "# What is not",
    "Someone who uses your unlocked session, or software that already runs as you or as the administrator. Keyloggers, "
    "and eyes behind you; ctrl+l hides the screen at once.",
    "A weak passphrase. Plain copies made before encryption was turned on: old backups, swap, hibernation, the disk's "
    "own spare blocks.",
    "Someone who can write the file: they can put an older one in its place. And being made to open it.",
    "What you give to `recalibrate slip` on the command line stays in your shell's history; on stdin it does not.",
    "What you export is plain, wherever you put it. Calendars often go to someone's server, so calendar exports say "
    "only “recalibrate: decide” unless you ask for titles.",
    "There is no way in without the passphrase or the printed recovery key. Nobody can reset it.",
)


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(arguments: Namespace, call: Call) -> int:
    """Print the page."""
    for number, paragraph in enumerate(PARAGRAPHS):
        if number:
            call.say()
        call.say_wrapped(paragraph.removeprefix("# ").format(home=call.paths.home))
    return 0
