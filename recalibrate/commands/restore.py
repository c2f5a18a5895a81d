"""`restore`: brings a backup back, or what is left of a damaged journal; the present file is kept first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.store.backups import Restored

EXAMPLES = """
recalibrate restore --dry-run        what would come back
recalibrate restore                  the newest good backup, with all that is whole in a damaged journal
recalibrate restore journal-20260314T093000Z-hourly-120.json
"""


def arguments(parser: ArgumentParser) -> None:
    """Which, and whether for real."""
    parser.add_argument("backup", nargs="?", default="", metavar="BACKUP", help="its name; without one the newest good")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def run(arguments: Namespace, call: Call) -> int:
    """Bring it back and say what that changed."""
    name, done = _restored(arguments, call)
    before = done.before or {}
    for table in sorted({*before, *done.after}):
        was, now = before.get(table, 0), done.after.get(table, 0)
        if was or now:
            call.say(f"{table.replace('_', ' '):<15} {'?' if done.before is None else was:>7} → {now}")
    call.say_wrapped(f"{'Would bring' if arguments.dry_run else 'Brought'} back {name}.")
    if done.kept:
        call.say_wrapped(f"The file that was there is kept as {done.kept}.")
    return 0


def _restored(arguments: Namespace, call: Call) -> tuple[str, Restored]:
    from pathlib import Path

    from recalibrate.store.backups import choose, restore
    from recalibrate.store.recovery import State, check, recover

    path, codec = call.file, call.codec
    if not arguments.backup and check(path, call.clock, codec).state is State.DAMAGED:
        return "all that is whole", recover(path, call.clock, codec, dry_run=arguments.dry_run)
    own = Path(arguments.backup)
    chosen = own if own.parent != Path() and own.is_file() else choose(path, call.clock, arguments.backup, codec).path
    return chosen.name, restore(path, chosen, call.clock, codec, dry_run=arguments.dry_run)
