"""`share`: one entry or experiment as a short card for someone you trust; printed or written, never sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate share 3f2a91c0                          the card, as it would leave
recalibrate share 3f2a91c0 --leave-out voice,sting
recalibrate share 3f2a91c0 -o card.txt              into a new file that only you can read

People's aliases are written "someone" unless --people takes them along.
"""


def arguments(parser: ArgumentParser) -> None:
    """Which one, less what, and where to."""
    parser.add_argument("id", metavar="ID", help="of an entry or experiment; its first four characters will do")
    parser.add_argument("-o", "--output", metavar="FILE", default="", help="a new file; without it the terminal")
    parser.add_argument("--people", action="store_true", help="take the people's aliases along")
    parser.add_argument("--leave-out", metavar="FIELD,…", default="", help="fields that stay at home, as voice,sting")


def run(arguments: Namespace, call: Call) -> int:
    """Print or write the card."""
    from recalibrate.commands.finding.whole_story import find_any
    from recalibrate.domain.journaling.share import ALIASES, card_text, keys_of
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.exchange.card import card_of

    journal = call.journal_to_read()
    card = card_of(journal, find_any(journal, arguments.id, Entry, Experiment).id, call.today)
    left_out = _left_out(arguments.leave_out, dict(keys_of(card.parts))) | (set() if arguments.people else {ALIASES})
    text = card_text(card.parts, left_out, card.aliases)
    if not text:
        raise CouldNot("Nothing is left to share.")
    if arguments.output:
        _write(arguments.output, text)
        return 0
    _print(text, call)
    return 0


def _print(text: str, call: Call) -> None:
    """The card, already harmless, broken at the terminal's width where there is one."""
    from recalibrate.commands.printing.lines import wrapped
    from recalibrate.commands.printing.streams import put

    if call.width is None:
        put(text)
        return
    for line in text.splitlines():
        for piece in wrapped(line.strip(), call.width, "  " if line.startswith(" ") else ""):
            put(piece + "\n")


def _left_out(names: str, there: Mapping[str, str]) -> set[str]:
    """The keys to leave out. Raises WrongUsage for one that no card has."""
    from recalibrate.commands.parsing.global_options import did_you_mean
    from recalibrate.domain.journaling.share import KEYS

    found = set(filter(None, (name.strip() for name in names.split(","))))
    for name in sorted(found - KEYS):
        hint = did_you_mean(name, KEYS, f"this card has {', '.join(there)}.")
        raise WrongUsage(f"There is no field {name} to leave out; {hint}")
    return found


def _write(name: str, text: str) -> None:
    from pathlib import Path

    from recalibrate.store.new_file import write_new

    path = Path(name).expanduser()
    try:
        write_new(path, text.encode())
    except FileExistsError:
        raise CouldNot(f"{path} is there already and stays as it is; choose another name.") from None
    except OSError as error:
        raise CouldNot(f"{path} cannot be written: {error.strerror or error}.") from None
