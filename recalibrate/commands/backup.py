"""`backup`: keeps the journal as it is now, lists what is kept, or verifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.store.snapshots import Backup

EXAMPLES = """
recalibrate backup
recalibrate backup list
recalibrate backup verify
"""


def arguments(parser: ArgumentParser) -> None:
    """What to do about backups."""
    parser.add_argument("what", nargs="?", default="now", choices=("now", "list", "verify"), metavar="list|verify")


def run(arguments: Namespace, call: Call) -> int:
    """Make one, or look at those there are; exit code 1 when one is not whole."""
    from recalibrate.commands.failures import CouldNot
    from recalibrate.store.backups import backups, keep_now, verify

    path = call.file
    if arguments.what == "now":
        if call.has_no_journal:
            raise CouldNot(f"There is no journal yet at {path}, so there is nothing to back up.")
        call.say(str(keep_now(path, call.clock, call.codec).path))
        return 0
    kept = backups(path, call.clock)
    if not kept:
        call.say_wrapped("There are no backups yet; the next change makes one.")
    wrong = 0
    for backup in kept:
        if arguments.what == "list":
            _say(_line(backup), call)
            continue
        verified = verify(backup, call.codec)
        wrong += bool(verified.problem)
        _say(f"{_line(backup)}  {'not whole' if verified.problem else 'whole'}", call)
        if verified.problem:
            call.note(verified.problem)
    return 1 if wrong else 0


def _say(line: str, call: Call) -> None:
    """The line in its columns, broken only where the terminal is narrower."""
    if call.width is not None and len(line) > call.width:
        call.say_wrapped(line)
    else:
        call.say(line)


def _line(backup: Backup) -> str:
    from recalibrate.domain.records.record_words import many_of

    when, why = backup.taken_at.astimezone(), backup.reason.replace("_", " ")
    return f"{backup.path.name}  {when:%Y-%m-%d %H:%M}  {why}  {many_of('entries', backup.entries)}"
