"""`import`: takes in entries from a file or folder; a second time the same file adds nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.exchange.taking_in import Taken

EXAMPLES = """
recalibrate import everything.json
recalibrate import --dry-run jrnl-export.json
recalibrate import slips.csv --columns what_happened=Text,happened_at=Date
recalibrate import notes/
"""

MOST_SHOWN = 20


def arguments(parser: ArgumentParser) -> None:
    """What to read, and as what."""
    parser.add_argument("file", metavar="FILE", help="a file, a zip of JSON files, or a folder of Markdown files")
    parser.add_argument(
        "--format",
        choices=("json", "jrnl", "dayone", "quirk", "csv", "md"),
        default="",
        help="where it is from; without it the content tells",
    )
    parser.add_argument("--columns", metavar="FIELD=HEADER,…", default="", help="csv: which column holds what")
    parser.add_argument("--dry-run", action="store_true", help="say what would come in, and change nothing")


def run(arguments: Namespace, call: Call) -> int:
    """Take it in; exit code 1 when nothing of it could be read."""
    from recalibrate.exchange.incoming import NotReadable
    from recalibrate.exchange.kinds import read
    from recalibrate.exchange.taking_in import take_in

    columns = _columns(arguments.columns)
    journal = call.journal_to_read() if arguments.dry_run else call.journal_to_write()
    try:
        path = Path(arguments.file).expanduser()
        found = read(path, arguments.format, columns, journal, call.now)
        taken = take_in(journal, found.documents, ours=found.is_ours, dry_run=arguments.dry_run)
    except NotReadable as error:
        raise CouldNot(str(error)) from None
    problems = found.problems
    for problem in problems[:MOST_SHOWN]:
        call.note(str(problem))
    if problems[MOST_SHOWN:]:
        call.note(f"… and {len(problems) - MOST_SHOWN} more.")
    _report(taken, len(problems), call, dry_run=arguments.dry_run)
    if found.left_behind:
        call.say_wrapped(found.left_behind)
    return 1 if problems and not any(found.documents.values()) else 0


def _report(taken: Taken, problems: int, call: Call, *, dry_run: bool) -> None:
    from recalibrate.domain.records.record_words import many_of

    verb = "would come in" if dry_run else "came in"
    for table, count in taken.added.items():
        _, _, words = many_of(table, count).partition(" ")
        call.say(f"{count:>8}  {words} {verb}")
    if not taken.added:
        call.say(f"Nothing new {verb}.")
    if taken.already:
        call.say(f"{taken.already:>8}  there already")
    if taken.different:
        call.say(f"{taken.different:>8}  differ from what is here and stay as they are; `merge` brings both together")
    if taken.purged:
        call.say(f"{taken.purged:>8}  were purged here and stay away")
    if problems:
        call.say(f"{problems:>8}  could not be read")


def _columns(text: str) -> dict[str, str]:
    from recalibrate.exchange.import_csv import FIELDS

    columns = {}
    for pair in filter(None, text.split(",")):
        field, equals, header = pair.partition("=")
        if not equals or not field.strip() or not header.strip():
            raise WrongUsage(f"--columns: “{pair}” is no pair; write it as what_happened=Text,happened_at=Date.")
        if field.strip() not in FIELDS:
            raise WrongUsage(f"--columns: there is no field “{field.strip()}”; there are {', '.join(FIELDS)}.")
        if field.strip() in columns:
            raise WrongUsage(f"--columns names {field.strip()} twice; a field comes from one column.")
        columns[field.strip()] = header.strip()
    return columns
