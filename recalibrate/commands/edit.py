"""`edit`: one field of an entry in other words; what it said before stays and can be brought back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot, WrongUsage
from recalibrate.domain.text import clean_text

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.journaling.editing import Editable
    from recalibrate.domain.records.entry import Entry
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate edit 3f2a91c0                                  all fields, as they stand
recalibrate edit 3f2a91c0 observation "This time I skipped a slide."
recalibrate edit 3f2a91c0 when "yesterday 14:30"
recalibrate edit 3f2a91c0 tags work,mail
recalibrate edit 3f2a91c0 situation ""                     an empty text empties the field
recalibrate edit 3f2a91c0 ideas < ideas.txt                one a line; > before the one to be tried
recalibrate edit 3f2a91c0 --history                        what it said before, with a number each
recalibrate edit 3f2a91c0 --bring-back 1

What stands on the command line stays in your shell's history; what comes on stdin does not.
"""

DASHED_WORDS = "-"
"""A text may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """Which entry, which field, and what it is to say."""
    from recalibrate.commands.parsing.scale import count_option

    parser.add_argument("id", metavar="ID", help="of an entry; its first four characters will do")
    parser.add_argument("field", nargs="?", default="", metavar="FIELD", help="as listed by `recalibrate edit ID`")
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what it is to say; without it stdin is read")
    parser.add_argument("--history", action="store_true", help="list what the entry said before, the newest first")
    parser.add_argument("--bring-back", metavar="N", type=count_option, help="bring back the wording of that number")


def run(arguments: Namespace, call: Call) -> int:
    """Show the fields, change one, or bring an earlier wording back."""
    from recalibrate.commands.printing.entry_fields import said_lines, typed_text
    from recalibrate.domain.journaling.editing import rewritten
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.reframing.hearing import with_reading

    changes = arguments.bring_back or (arguments.field and not arguments.history)
    journal = call.journal_to_write() if changes else call.journal_to_read()
    entry = journal.find(Entry, arguments.id)
    if arguments.history or arguments.bring_back:
        return _earlier(entry, arguments, journal, call)
    if not arguments.field:
        for field, text in said_lines(entry, journal):
            call.say_hanging(f"{field:<15}", text)
        return 0
    field = _field(arguments.field)
    typed = _typed(arguments.text, call)
    try:
        text, fresh = typed_text(field, typed, entry, journal, call)
        changed = with_reading(rewritten(entry, field, text, call.now), call.settings)
    except ValueError as refused:
        raise WrongUsage(str(refused)) from None
    if changed == entry:
        call.say("It says that already.")
        return 0
    journal.put(changed, *fresh)
    call.say("Changed. What it said before is kept; --history lists it.")
    return 0


def _typed(words: list[str], call: Call) -> str:
    """What the field is to say: the words, or stdin."""
    if words:
        return clean_text(" ".join(words)).strip()
    if sys.stdin.isatty():
        sys.stderr.write("What shall it say? ")
        sys.stderr.flush()
        text = clean_text(sys.stdin.readline()).strip()
    else:
        text = call.read_stdin().strip()
    if not text:
        raise WrongUsage('Give the TEXT, or stdin; "" empties the field.')
    return text


def _earlier(entry: Entry, arguments: Namespace, journal: Journal, call: Call) -> int:
    from recalibrate.commands.printing.entry_fields import NAMES, words_of
    from recalibrate.domain.dates.deadlines import short_day
    from recalibrate.domain.journaling.editing import brought_back, earlier

    versions = earlier(entry)
    if arguments.bring_back is None:
        for number, each in enumerate(versions, start=1):
            at = each.version.replaced_at
            when = f"{short_day(at.date(), call.today)}, {at:%H:%M}"
            words = words_of(each.field, each.version.text, journal) or "(empty)"
            call.say_hanging(f"{number:>3}  ", f"{when} · {NAMES[each.field]} · {words}")
        if not versions:
            call.hint("Nothing was changed yet.")
        return 0
    if arguments.bring_back > len(versions):
        there = f"they go from 1 to {len(versions)}" if versions else "nothing was changed yet"
        raise CouldNot(f"There is no earlier wording {arguments.bring_back}; {there}.")
    journal.put(brought_back(entry, versions[arguments.bring_back - 1], call.now))
    call.say("Brought back. What it said until now is kept as well.")
    return 0


def _field(word: str) -> Editable:
    """The field of that name. Raises WrongUsage."""
    from recalibrate.commands.printing.entry_fields import NAMES

    wanted = word.casefold().replace("-", "_").replace(" ", "_")
    for field, name in NAMES.items():
        if wanted in (name, field):
            return field
    from recalibrate.commands.parsing.global_options import did_you_mean

    hint = did_you_mean(wanted, NAMES.values(), f"there are {', '.join(NAMES.values())}.")
    raise WrongUsage(f"An entry has no field “{word}” to edit; {hint}")
