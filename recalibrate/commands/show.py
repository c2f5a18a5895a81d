"""`show`: one entry with all that came of it, as text or as its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate show 3f2a91c0
recalibrate show 3f2a91c0 --told      as an experiment: tried, expected, happened, next
recalibrate show 3f2a91c0 --json
"""


def arguments(parser: ArgumentParser) -> None:
    """Which, and how."""
    parser.add_argument("id", metavar="ID", help="of an entry or any other record; four characters will do")
    parser.add_argument("--told", action="store_true", help="the story told as an experiment, in plain sentences")
    parser.add_argument("--json", action="store_true", help="print the entry, its experiments, overhauls and ratings")


def run(arguments: Namespace, call: Call) -> int:
    """Print the story that the id belongs to."""
    from recalibrate.commands.finding.whole_story import document_of, story_behind
    from recalibrate.commands.printing.story_text import told
    from recalibrate.store.errors import NotFound

    journal = call.journal_to_read()
    try:
        story, assumption = story_behind(journal, arguments.id)
    except NotFound:
        return _show_other(journal, arguments, call)
    if arguments.json:
        call.say_json(document_of(story, assumption))
        return 0
    if arguments.told:
        from recalibrate.domain.journaling.narrative import narrative

        for line in narrative(story):
            call.say_wrapped(line)
        return 0
    for number, line in enumerate(told(story, assumption, journal, call.today)):
        if line.startswith("# "):
            if number:
                call.say()
            call.say(line[2:])
        else:
            call.say_wrapped(line, indent="  ")
    return 0


def _show_other(journal: Journal, arguments: Namespace, call: Call) -> int:
    """Print a record of another kind; raises NotFound again where there is none."""
    from recalibrate.commands.finding.whole_story import story_behind
    from recalibrate.commands.printing.other_record import other_record, record_lines
    from recalibrate.store.documents import to_document

    record = other_record(journal, arguments.id)
    if record is None:
        story_behind(journal, arguments.id)  # says what was looked for
    elif arguments.json:
        call.say_json(to_document(record))
    else:
        for line in record_lines(record):
            call.say_wrapped(line, indent="")
    return 0
