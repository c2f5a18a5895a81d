"""`situations`: the kinds of moment, and how often each came up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate situations
recalibrate situations --check      the monthly check: dread of each, line by line
recalibrate list situation:meetings
"""


def arguments(parser: ArgumentParser) -> None:
    """How many, and how."""
    parser.add_argument("--json", action="store_true", help="print the situations as a JSON array")
    parser.add_argument("--all", action="store_true", help="also those that are archived or merged")
    parser.add_argument("--check", action="store_true", help="the monthly check: rate the dread of each again")


def run(arguments: Namespace, call: Call) -> int:
    """The situations with their counts, the most frequent first."""
    from recalibrate.domain.entry import Entry
    from recalibrate.domain.situation import Situation
    from recalibrate.domain.situations import end_ids
    from recalibrate.store.documents import to_document

    if arguments.check:
        from recalibrate.commands.plain_check import check

        return check(call.journal_to_write(), call)
    journal = call.journal_to_read()
    everything = journal.all(Situation)
    end = end_ids(everything)
    situations = [each for each in everything if arguments.all or not (each.archived_at or each.merged_into)]
    counts = Counter(end.get(entry.situation_id or "") for entry in journal.all(Entry))
    situations.sort(key=lambda each: (-counts[each.id], each.name.casefold()))
    if arguments.json:
        call.say_json([{**to_document(each), "entries": counts[each.id]} for each in situations])
        return 0
    for each in situations:
        gone = " · merged" if each.merged_into else " · archived" if each.archived_at else ""
        call.say(f"{counts[each.id]:>5}  {each.name}{gone}")
    if not situations:
        call.hint("No situations yet; a slip can name one.")
    return 0
