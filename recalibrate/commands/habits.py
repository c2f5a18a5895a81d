"""`habits`: the habits of judgement with what each means, how often it was named, and one's own added."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from recalibrate.commands.parsing.actions import Action, act, add_actions
from recalibrate.commands.tending.habits import add, archive, bring_back, define, question, rename

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

ACTIONS = {
    "add": Action("NAME [DEFINITION] [QUESTION]", "a habit of your own", add),
    "rename": Action("NAME NEW", "give one of your own another name", rename),
    "define": Action("NAME DEFINITION", "say what one of your own does", define),
    "question": Action("NAME QUESTION", "a question for one of your own", question),
    "archive": Action("NAME", "one of your own, no longer offered; what it named stays", archive),
    "back": Action("NAME", "bring an archived one back", bring_back),
}

EXAMPLES = """
recalibrate habits
recalibrate habits --json
recalibrate habits add "Keeping score" "Each slip goes on a list that only grows."
recalibrate learn mind_reading      the page of one
"""

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the format."""
    add_actions(parser, "all are listed")
    parser.add_argument("--json", action="store_true", help="print the habits as a JSON array")
    parser.add_argument("--all", action="store_true", help="also your own that are archived")


def run(arguments: Namespace, call: Call) -> int:
    """The catalogue, then one's own."""
    from recalibrate.domain.habits.catalogue import CATALOGUE
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.own_habit import OwnHabit
    from recalibrate.store.field_values import field_values

    if arguments.words:
        return act("habits", ACTIONS, arguments.words, call)
    journal = call.journal_to_read()
    named = Counter(key for keys in field_values(journal, Entry, "habits") for key in keys or ())
    own = [each for each in journal.all(OwnHabit) if arguments.all or each.archived_at is None]
    rows: list[dict[str, Any]] = [
        {"id": each.key, "name": each.name, "definition": each.definition, "question": each.question}
        for each in CATALOGUE
    ]
    rows += [
        {"id": each.id, "name": each.name, "definition": each.definition, "question": each.question} for each in own
    ]
    if arguments.json:
        call.say_json([{**row, "named": named[row["id"]]} for row in rows])
        return 0
    away = {each.id for each in own if each.archived_at}
    for row in rows:
        count = f" · named {named[row['id']]}×" if named[row["id"]] else ""
        call.say_hanging("", f"{row['name']}{count}{' · archived' if row['id'] in away else ''}")
        for text in (row["definition"], row["question"]):
            if text:
                call.say_wrapped(text, indent="    ")
    return 0
