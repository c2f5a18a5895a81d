"""`when`: what a deadline phrase means today, or why it means nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import WrongUsage
from recalibrate.domain.text import clean_text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate when next tuesday
recalibrate when --json in two weeks
"""

DASHED_WORDS = "--"
"""Whatever is no option belongs to the phrase."""


def arguments(parser: ArgumentParser) -> None:
    """The phrase."""
    parser.add_argument("phrase", nargs="*", metavar="PHRASE", help="a date in words, as “fri” or “in 10 days”")
    parser.add_argument("--json", action="store_true", help="print `date` and `words`, or `reason`, as JSON")


def run(arguments: Namespace, call: Call) -> int:
    """Say the day back; exit code 1 and the reason on stderr when there is none."""
    from recalibrate.domain.dates.deadlines import Deadline, read_deadline

    if not arguments.phrase:
        raise WrongUsage("Give a phrase, as in `recalibrate when next fri`.")
    phrase = clean_text(" ".join(arguments.phrase))
    read = read_deadline(phrase, call.today, week_start=call.settings.week_start)
    if isinstance(read, Deadline):
        if arguments.json:
            call.say_json({"phrase": phrase, "date": read.date.isoformat(), "words": read.words})
        else:
            call.say_hanging("", read.words)
        return 0
    if arguments.json:
        call.say_json({"phrase": phrase, "date": None, "reason": read.reason})
    call.note(read.reason)
    return 1
