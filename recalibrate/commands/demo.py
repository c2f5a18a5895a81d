"""`demo`: the app on a year of made-up entries in a temporary place; touches nothing of the user's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate demo
recalibrate demo -o demo.json                     the journal alone, for a look with the other commands
recalibrate --journal demo.json look-back

Your own keys, theme and week start hold there too, so that it answers as your own notebook does.
"""


def arguments(parser: ArgumentParser) -> None:
    """Where to, when it is not to be looked at now."""
    parser.add_argument("-o", "--output", metavar="FILE", default="", help="write the made-up journal there instead")


def run(arguments: Namespace, call: Call) -> int:
    """Open the app on the made-up year, which is gone when the app is left."""
    if arguments.output:
        return _write(Path(arguments.output).expanduser(), call)
    from dataclasses import replace
    from tempfile import TemporaryDirectory

    from recalibrate.commands.app import open_app
    from recalibrate.commands.call import Call as OwnCall
    from recalibrate.store.settings import save_settings

    with TemporaryDirectory(prefix="recalibrate-demo-") as folder:
        elsewhere = OwnCall({**call.environ, "RECALIBRATE_HOME": folder}, None, call.clock)
        settings = replace(call.settings, seen_welcome=True, saved_searches=(), safety_contacts=())
        save_settings(elsewhere.paths.settings, settings)
        _fill(elsewhere.paths.journal, elsewhere)
        return open_app(elsewhere)


def _write(target: Path, call: Call) -> int:
    from recalibrate.commands.failures import CouldNot

    if target.exists():
        raise CouldNot(f"{target} is there already; choose another name.")
    if not target.parent.is_dir():
        raise CouldNot(f"There is no folder {target.parent}; make it first, or write elsewhere.")
    _fill(target.absolute(), call)
    return 0


def _fill(path: Path, call: Call) -> None:
    from recalibrate.domain.demo import demo_year
    from recalibrate.store.journal import Journal

    journal = Journal.open(path, call.clock)
    journal.put(*demo_year(call.now))
