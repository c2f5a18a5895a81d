"""`restore`: brings a backup back, or what is left of a damaged journal; the present file is kept first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.store.backups import Restored

EXAMPLES = """
recalibrate restore --dry-run        what would come back
recalibrate restore                  the newest good backup, with all that is whole in a damaged journal; a sound
                                     one is asked about first
recalibrate restore journal-20260314T093000Z-hourly-120.json
"""

MOST_NAMED = 3
"""So many backups are named where one has to be chosen."""


def arguments(parser: ArgumentParser) -> None:
    """Which, and whether for real."""
    parser.add_argument("backup", nargs="?", default="", metavar="BACKUP", help="its name; without one the newest good")
    parser.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")


def run(arguments: Namespace, call: Call) -> int:
    """Bring it back and say what that changed; a sound journal is not given up for a backup nobody named."""
    from recalibrate.store.recovery import State, check

    path, codec = call.file, call.codec
    report = None if arguments.backup else check(path, call.clock, codec)
    state = report.state if report else None
    if report and state is State.SOMETHING_ELSE and report.backup is None:
        raise CouldNot(report.problem)
    if state in (State.WHOLE, State.NEWER) and not arguments.dry_run:
        _need_a_yes(call)
    name, done = _restored(arguments, call, together=state is State.DAMAGED)
    _say_counts(done, call)
    call.say_wrapped(f"{'Would bring' if arguments.dry_run else 'Brought'} back {name}.")
    if done.kept:
        call.say_wrapped(f"The file that was there is kept as {done.kept}.")
    return 0


def _need_a_yes(call: Call) -> None:
    """Ask whether what came since is to go. Raises CouldNot for a no, and where nobody can be asked."""
    import sys

    from recalibrate.commands.plain.asking import Asking, Back, Park
    from recalibrate.store.backups import backups, choose, restore

    path, codec = call.file, call.codec
    newest = choose(path, call.clock, "", codec).path
    if not (sys.stdin.isatty() and call.is_terminal):
        names = ", ".join(each.path.name for each in backups(path, call.clock)[:MOST_NAMED])
        raise CouldNot(f"The journal is sound; name a backup to go back to: {names}. `backup list` shows all.")
    call.say_wrapped(f"The journal is sound. What came since {newest.name} would go:")
    _say_counts(restore(path, newest, call.clock, codec, dry_run=True), call)
    try:
        if Asking(call).yes("Go back to it?"):
            return
    except (Park, Back):
        pass  # whoever leaves the question has not said yes
    raise CouldNot("The journal stays as it is.")


def _say_counts(done: Restored, call: Call) -> None:
    before = done.before or {}
    for table in sorted({*before, *done.after}):
        was, now = before.get(table, 0), done.after.get(table, 0)
        if was or now:
            altered = done.altered.get(table, 0)
            then = f", {altered} as {'it was' if altered == 1 else 'they were'} then" if altered else ""
            call.say(f"{table.replace('_', ' '):<15} {'?' if done.before is None else was:>7} → {now}{then}")


def _restored(arguments: Namespace, call: Call, *, together: bool) -> tuple[str, Restored]:
    """What was brought back and what that changed; `together` also takes what is whole in a damaged journal."""
    from pathlib import Path

    from recalibrate.store.backups import choose, restore
    from recalibrate.store.recovery import recover

    path, codec = call.file, call.codec
    if together:
        return "all that is whole", recover(path, call.clock, codec, dry_run=arguments.dry_run)
    own = Path(arguments.backup)
    chosen = own if own.parent != Path() and own.is_file() else choose(path, call.clock, arguments.backup, codec).path
    return chosen.name, restore(path, chosen, call.clock, codec, dry_run=arguments.dry_run)
