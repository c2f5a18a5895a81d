"""`paths`: where everything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate paths
"""


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the format."""
    parser.add_argument("--json", action="store_true", help="print the paths as JSON")


def run(arguments: Namespace, call: Call) -> int:
    """Name each place; nothing is made."""
    paths = call.paths
    places = {
        "journal": call.file,
        "drafts": paths.drafts,
        "backups": paths.backups,
        "settings": paths.settings,
        "cache": paths.cache,
    }
    if arguments.json:
        call.say_json({name: str(place) for name, place in places.items()})
        return 0
    for name, place in places.items():
        call.say(f"{name:<9} {place}")
    return 0
