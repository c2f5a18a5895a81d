"""`restore`: brings a backup back; the file that is there now is kept first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate restore --dry-run        what the newest good backup would bring back
recalibrate restore journal-20260314T093000Z-hourly-120.json
"""


def arguments(parser: ArgumentParser) -> None:
    """Which, and whether for real."""
    parser.add_argument("backup", nargs="?", default="", metavar="BACKUP", help="its name; without one the newest good")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def run(arguments: Namespace, call: Call) -> int:
    """Bring it back and say what that changed."""
    from pathlib import Path

    from recalibrate.store.backups import choose, restore

    path = call.paths.journal
    own = Path(arguments.backup)
    if arguments.backup and own.parent != Path() and own.is_file():
        chosen = own
    else:
        chosen = choose(path, call.clock, arguments.backup).path
    done = restore(path, chosen, call.clock, dry_run=arguments.dry_run)
    before = done.before or {}
    for table in sorted({*before, *done.after}):
        was, now = before.get(table, 0), done.after.get(table, 0)
        if was or now:
            call.say(f"{table.replace('_', ' '):<15} {'?' if done.before is None else was:>7} → {now}")
    verb = "Would bring" if arguments.dry_run else "Brought"
    call.say(f"{verb} back {chosen.name}.")
    if done.kept:
        call.say(f"The file that was there is kept as {done.kept}.")
    return 0
