"""`people`: the company by alias, what can be borrowed from each, and noting both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.parsing.actions import Action, act, add_actions
from recalibrate.commands.tending.people import add, archive, bring_back, meets, note, rename

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.company import Moment

ACTIONS = {
    "note": Action("[ID]", "a moment, line by line: how a slip was met; with the id of one, that one again", note),
    "add": Action("ALIAS [MEETS]", "someone; MEETS is curious, neutral, against or not-sure", add),
    "meets": Action("ALIAS MEETS", "how someone meets a slip, as seen so far", meets),
    "rename": Action("ALIAS NEW", "another alias", rename),
    "archive": Action("ALIAS", "out of the list; the moments stay", archive),
    "back": Action("ALIAS", "bring someone archived back", bring_back),
}

EXAMPLES = """
recalibrate people
recalibrate people add "M. K." curious
recalibrate people note             what was seen, who, and what can be borrowed
recalibrate list person:M
recalibrate delete 3f2a91c0         a person or a moment, into the bin
"""

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """How many, and how."""
    add_actions(parser, "all are listed with their moments")
    parser.add_argument("--json", action="store_true", help="print people and their moments as a JSON array")
    parser.add_argument("--all", action="store_true", help="also those that are archived")


def run(arguments: Namespace, call: Call) -> int:
    """The people with their moments; a note about each, never a score."""
    from recalibrate.domain.company.company_words import MEETS
    from recalibrate.domain.records.company import Moment, Person
    from recalibrate.store.documents import to_document

    if arguments.words:
        return act("people", ACTIONS, arguments.words, call)
    journal = call.journal_to_read()
    people = [each for each in journal.all(Person) if arguments.all or each.archived_at is None]
    people.sort(key=lambda each: each.alias.casefold())
    moments = journal.all(Moment)
    if arguments.json:
        call.say_json(
            [
                {**to_document(each), "moments": [to_document(m) for m in moments if m.person_id == each.id]}
                for each in people
            ]
        )
        return 0
    for each in people:
        gone = " · archived" if each.archived_at else ""
        call.say_hanging("", f"{each.alias} · {MEETS[each.meets]}{gone}")
        _say_moments([moment for moment in moments if moment.person_id == each.id], call)
    if others := [moment for moment in moments if moment.person_id is None]:
        call.say("nobody in particular")
        _say_moments(others, call)
    if not people and not moments:
        call.hint("Nobody noted yet; `recalibrate people note` notes a moment.")
    return 0


def _say_moments(moments: list[Moment], call: Call) -> None:
    from recalibrate.domain.company.company_words import SHORT_KINDS
    from recalibrate.domain.dates.deadlines import short_day

    for moment in moments:
        day = short_day((moment.happened_at or moment.created_at).date(), call.today)
        what = f": {moment.what_happened}" if moment.what_happened else ""
        call.say_hanging(f"    {moment.id[:8]}  ", f"{day} · {SHORT_KINDS[moment.kind]}{what}")
        if moment.borrow:
            call.say_hanging("              ", f"to borrow: {moment.borrow}")
