"""`list`: entries, newest first, all of them or those that a query finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.parsing.scale import count_option

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.journaling.entry_state import EntryState
    from recalibrate.domain.search import Searchable

EXAMPLES = """
recalibrate list --limit 10
recalibrate list situation:meetings scope:global after:"3 weeks ago"
recalibrate list --json state:due,open -tag:work
"""

DASHED_WORDS = "-"
"""A term of a query may begin with a dash, which leaves out what it finds."""


def arguments(parser: ArgumentParser) -> None:
    """The query and how much of the answer."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="words and fields, as in the app's search")
    parser.add_argument("--json", action="store_true", help="print the entries as a JSON array")
    parser.add_argument("--limit", metavar="N", type=count_option, help="at most N entries")


def run(arguments: Namespace, call: Call) -> int:
    """Print one line for each entry that is found."""
    from recalibrate.commands.finding.found import as_query, found

    query = as_query(arguments.query, call)
    rows = found(call.journal_to_read(), query, call, arguments.limit)
    if arguments.json:
        from recalibrate.store.documents import to_document

        call.say_json([to_document(row.entry) for row in rows])
        return 0
    for row in rows:
        call.say(_line(row, call))
    if not rows:
        call.hint("No entry fits that." if query.terms else "No slips yet. When the next one comes: recalibrate slip")
    return 0


def _line(row: Searchable, call: Call) -> str:
    from recalibrate.commands.printing.lines import NARROW, cut, padded
    from recalibrate.domain.text import display_safe

    head = f"{row.id[:8]}  {row.day}  {padded(_state_words(row.state(call.today)), 13)}  "
    if call.width and call.width - len(head) < NARROW:
        return f"{head.rstrip()}\n  {display_safe(cut(row.entry.what_happened, call.width - 2))}"
    return head + display_safe(cut(row.entry.what_happened, call.width and call.width - len(head)))


def _state_words(state: EntryState) -> str:
    """Where an entry stands in at most 13 columns: the sign of its mark and one word."""
    from recalibrate.domain.journaling.entry_state import State

    word = state.choice if state.state is State.DECIDED and state.choice else state.state
    return f"{state.mark.sign} {word.replace('_', ' ')}"
