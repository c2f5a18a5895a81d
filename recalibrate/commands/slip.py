"""`slip`: parks what happened, and prints its id once it is on disk."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from recalibrate.commands.failures import WrongUsage
from recalibrate.commands.parsing.scale import in_tens_option
from recalibrate.commands.printing.streams import flush, need_printed, put
from recalibrate.domain.text import clean_text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.record import Record
    from recalibrate.store.journal import Journal
    from recalibrate.store.sealed.inbox import Inbox

EXAMPLES = """
recalibrate slip                          asks for one line
recalibrate slip "Lost my place on slide 2" --sting 40
pbpaste | recalibrate slip --when yesterday --situation "talks"
recalibrate slip --lines < slips.txt      one id for each line

What stands on the command line stays in your shell's history; what comes on stdin does not.
"""


def arguments(parser: ArgumentParser) -> None:
    """The text and what may be said about it."""
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what happened; without it stdin is read")
    parser.add_argument("--lines", action="store_true", help="each line of stdin is a slip of its own")
    parser.add_argument("--when", metavar="PHRASE", default="", help="when it was, as “yesterday 6pm” or “3 mar”")
    parser.add_argument("--situation", metavar="NAME", default="", help="the kind of moment, as “talks”")
    parser.add_argument("--sting", metavar="0-100", type=in_tens_option, help="how much it stings, in tens")


def run(arguments: Namespace, call: Call) -> int:
    """Park one slip, or one for each line."""
    if arguments.when:
        _need_a_day(arguments.when, call)
    if arguments.lines:
        if arguments.text:
            raise WrongUsage("With --lines the slips come on stdin; leave the text out.")
        texts: Iterable[str] = (line for line in call.lines_of_stdin() if line.strip())
    else:
        texts = [_text(arguments.text, call)]
    journal = call.journal_or_inbox()
    saved = []
    for text in texts:
        id, records = _slip(text.strip(), arguments, call, journal)
        journal.put(*records)
        saved.append(id)
        put(f"{id}\n")
        flush()
    kept = f"The slip is saved as {saved[0]}, but that" if len(saved) == 1 else "All slips are saved; their ids"
    need_printed(f"{kept} could not be printed")
    return 0


def _text(words: list[str], call: Call) -> str:
    if words:
        text = clean_text(" ".join(words))
    elif sys.stdin.isatty():
        sys.stderr.write("What happened? ")
        sys.stderr.flush()
        text = clean_text(sys.stdin.readline())
    else:
        text = call.read_stdin()
    if not text.strip():
        raise WrongUsage("A slip needs a few words; give them as TEXT or on stdin.")
    return text


def _slip(text: str, arguments: Namespace, call: Call, journal: Journal | Inbox) -> tuple[str, tuple[Record, ...]]:
    """The id of the new entry, and the records to be saved with it."""
    if not (arguments.when or arguments.situation or arguments.sting is not None):
        from recalibrate.domain.records.entry import Entry

        entry = Entry(what_happened=text, happened_at=call.now)
        return entry.id, (entry,)
    from recalibrate.domain.records.situation import Situation
    from recalibrate.domain.reframing.draft import Draft
    from recalibrate.domain.reframing.known import Known
    from recalibrate.domain.reframing.records import parked

    draft = Draft.for_a_slip(
        call.now,
        what_happened=text,
        when=arguments.when,
        situation=clean_text(arguments.situation),
        sting=arguments.sting,
    )
    situations = journal.all(Situation)
    kept = parked(draft, Known(situations=situations, settings=call.settings), call.now)
    return draft.id, kept.records


def _need_a_day(phrase: str, call: Call) -> None:
    from recalibrate.domain.dates.deadlines import Refusal
    from recalibrate.domain.reframing.when import is_this_minute, time_of_slip

    if is_this_minute(phrase):
        return
    read = time_of_slip(phrase, call.today, call.settings.week_start)
    if isinstance(read, Refusal):
        raise WrongUsage(f"--when: {read.reason}")
    if read.is_to_come(call.now):
        raise WrongUsage("--when: that is still to come.")
