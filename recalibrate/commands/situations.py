"""`situations`: the kinds of moment, how often each came up, the page of one, and how they are tended."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from recalibrate.commands.parsing.actions import Action, act, add_actions
from recalibrate.commands.tending.situations import archive, bring_back, merge, rename, show_one, unmerge

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

ACTIONS = {
    "show": Action("NAME", "everything about one: its dread, its slips, what was tried there", show_one),
    "rename": Action("NAME NEW", "give it another name", rename),
    "merge": Action("NAME INTO", "two that are one: what was noted there counts here from now on", merge),
    "unmerge": Action("NAME", "take a merge back", unmerge),
    "archive": Action("NAME", "no longer offered; its slips stay", archive),
    "back": Action("NAME", "bring an archived one back", bring_back),
}

EXAMPLES = """
recalibrate situations
recalibrate situations show meetings
recalibrate situations merge "team meetings" "questions in meetings"
recalibrate situations --check      the monthly check: dread of each, line by line
recalibrate list situation:meetings
"""

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """How many, and how."""
    add_actions(parser, "they are listed")
    parser.add_argument("--json", action="store_true", help="print the situations as a JSON array")
    parser.add_argument("--all", action="store_true", help="also those that are archived or merged")
    parser.add_argument("--check", action="store_true", help="the monthly check: rate the dread of each again")


def run(arguments: Namespace, call: Call) -> int:
    """The situations with their counts, the most frequent first; or what is to be done with one."""
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.situation import Situation
    from recalibrate.domain.situations.tending import end_ids
    from recalibrate.store.documents import to_document
    from recalibrate.store.field_values import field_values

    if arguments.words:
        return act("situations", ACTIONS, arguments.words, call)
    if arguments.check:
        from recalibrate.commands.plain.check import check

        return check(call.journal_to_write(), call)
    journal = call.journal_to_read()
    everything = journal.all(Situation)
    end = end_ids(everything)
    situations = [each for each in everything if arguments.all or not (each.archived_at or each.merged_into)]
    counts = Counter(end.get(id or "") for id in field_values(journal, Entry, "situation_id"))
    situations.sort(key=lambda each: (-counts[each.id], each.name.casefold()))
    if arguments.json:
        call.say_json([{**to_document(each), "entries": counts[each.id]} for each in situations])
        return 0
    for each in situations:
        gone = " · merged" if each.merged_into else " · archived" if each.archived_at else ""
        call.say_hanging(f"{counts[each.id]:>5}  ", f"{each.name}{gone}")
    if not situations:
        call.hint("No situations yet; a slip can name one.")
    return 0
