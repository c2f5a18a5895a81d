"""`habits`: the habits of judgement with what each means, and how often it was named."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = """
recalibrate habits
recalibrate habits --json
"""


def arguments(parser: ArgumentParser) -> None:
    """Nothing but the format."""
    parser.add_argument("--json", action="store_true", help="print the habits as a JSON array")


def run(arguments: Namespace, call: Call) -> int:
    """The catalogue, then one's own."""
    from recalibrate.domain.entry import Entry
    from recalibrate.domain.habits import CATALOGUE
    from recalibrate.domain.own_habit import OwnHabit

    journal = call.journal_to_read()
    named = Counter(key for entry in journal.all(Entry) for key in entry.habits)
    rows: list[dict[str, Any]] = [
        {"id": each.key, "name": each.name, "definition": each.definition, "question": each.question}
        for each in CATALOGUE
    ]
    rows += [
        {"id": each.id, "name": each.name, "definition": each.definition, "question": each.question}
        for each in journal.all(OwnHabit)
        if each.archived_at is None
    ]
    if arguments.json:
        call.say_json([{**row, "named": named[row["id"]]} for row in rows])
        return 0
    for row in rows:
        count = f" · named {named[row['id']]}×" if named[row["id"]] else ""
        call.say(f"{row['name']}{count}")
        for text in (row["definition"], row["question"]):
            if text:
                call.say_wrapped(text, indent="    ")
    return 0
