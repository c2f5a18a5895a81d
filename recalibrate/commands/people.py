"""`people`: the company by alias, and what can be borrowed from each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate people
recalibrate list person:M
"""


def arguments(parser: ArgumentParser) -> None:
    """How many, and how."""
    parser.add_argument("--json", action="store_true", help="print people and their moments as a JSON array")
    parser.add_argument("--all", action="store_true", help="also those that are archived")


def run(arguments: Namespace, call: Call) -> int:
    """The people with their moments; a note about each, never a score."""
    from recalibrate.domain.company import Moment, Person
    from recalibrate.store.documents import to_document

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
        call.say(f"{each.alias} · {each.meets.replace('_', ' ')}")
        for moment in moments:
            if moment.person_id == each.id:
                call.say_wrapped(f"{moment.kind.replace('_', ' ')}: {moment.what_happened}", indent="    ")
                if moment.borrow:
                    call.say_wrapped(f"to borrow: {moment.borrow}", indent="    ")
    if not people:
        call.hint("Nobody noted yet; the company screen has a place for them.")
    return 0
