"""`merge`: brings journals from other machines into this one, and serves git as its merge driver."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recalibrate.commands.failures import WrongUsage

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate merge ~/laptop/journal.json --dry-run     what each field would come to
recalibrate merge laptop.json phone.json              a snapshot is kept first

Each field takes the change of the side that made one, and the later where both did; a text that loses stays in the
history of its entry. An edit beats a deletion; what was purged stays away unless it was edited since.

For a journal kept in git, so that it merges by itself:
  echo 'journal.json merge=recalibrate' >> .gitattributes
  git config merge.recalibrate.name "recalibrate journals"
  git config merge.recalibrate.driver "recalibrate merge --driver %O %A %B"
"""


def arguments(parser: ArgumentParser) -> None:
    """The files, and how."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a journal, plain or encrypted for the same key")
    parser.add_argument("--dry-run", action="store_true", help="report what would change, and change nothing")
    parser.add_argument("--driver", action="store_true", help="for git: FILEs are BASE OURS THEIRS, OURS is written")


def run(arguments: Namespace, call: Call) -> int:
    """Merge and report field by field."""
    from recalibrate.exchange.merge import drive, merge_files, report
    from recalibrate.store.codec import PLAIN
    from recalibrate.store.reading import AGE

    paths = [Path(name).expanduser() for name in arguments.files]
    if arguments.driver:
        if len(paths) != 3 or arguments.dry_run:
            raise WrongUsage("--driver takes three files, BASE OURS THEIRS, and nothing else.")
        sealed = any(path.is_file() and path.read_bytes().startswith(AGE) for path in paths)
        base, ours, theirs = paths
        drive(base, ours, theirs, call.codec if sealed else PLAIN)
        return 0
    journal = call.journal_to_read() if arguments.dry_run else call.journal_to_write()
    changes = merge_files(journal, paths, call.codec, dry_run=arguments.dry_run)
    for line in report(changes):
        call.say_hanging("", line)
    if not changes:
        call.say("Nothing new: all of it is here already.")
    return 0
