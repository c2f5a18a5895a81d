"""`check`: whether the journal is sound, what it holds, and what can be done when it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate check
recalibrate check --journal ~/old/journal.json
"""


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the format."""
    parser.add_argument("--json", action="store_true", help="print what was found as JSON")


def run(arguments: Namespace, call: Call) -> int:
    """Read every line; exit code 1 when something is wrong. Nothing is changed."""
    from recalibrate.store.backups import backups, counts_of, newest_good, read_lines
    from recalibrate.store.documents import TABLES
    from recalibrate.store.errors import JournalError

    path = call.paths.journal
    problem, counts, unreadable = "", {}, 0
    if not call.has_no_journal:
        try:
            counts = counts_of(read_lines(path))
            journal = call.journal_to_read()
            unreadable = sum(len(journal.unreadable(kind)) for kind in TABLES)
        except JournalError as error:
            problem = str(error)
    kept = backups(path, call.clock)
    good = newest_good(path, call.clock)
    if arguments.json:
        found = {"journal": str(path), "problem": problem, "unreadable": unreadable, "tables": counts}
        call.say_json({**found, "backups": len(kept), "newest_good_backup": str(good.path) if good else None})
        return 1 if problem or unreadable else 0
    if call.has_no_journal:
        call.say(f"There is no journal yet at {path}; the first slip makes one.")
        return 0
    for table, count in counts.items():
        if count:
            call.say(f"{count:>8}  {table.replace('_', ' ')}")
    call.say(f"{len(kept):>8}  backups" + (f", the newest good one {good.path}" if good else ""))
    if problem:
        call.note(problem)
        if good:
            call.note(f"`recalibrate restore {good.path.name}` brings back {good.entries} entries; --dry-run shows it.")
        return 1
    if unreadable:
        call.note(f"{unreadable} records cannot be understood; they stay in the file, and all else works.")
        return 1
    call.say("The journal is sound.")
    return 0
