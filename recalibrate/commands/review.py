"""`review`: the months that are closed, as they were closed; those that are over and open are closed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.review import Review
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate review
recalibrate review 2026-02
recalibrate review 2026-02 --note "Fewer meetings that month."
"""


def arguments(parser: ArgumentParser) -> None:
    """Which month, and how."""
    parser.add_argument("month", nargs="?", default="", metavar="YYYY-MM", help="one month; without it all")
    parser.add_argument("--note", metavar="TEXT", help="write your own note beside the month; an empty one goes")
    parser.add_argument("--json", action="store_true", help="print the reviews as a JSON array")


def run(arguments: Namespace, call: Call) -> int:
    """Print what each month said, or write a note beside one."""
    from recalibrate.commands.failures import CouldNot, WrongUsage
    from recalibrate.domain.look_back import Month
    from recalibrate.domain.look_back.speech import said_together
    from recalibrate.domain.records.review import Review
    from recalibrate.store.documents import to_document
    from recalibrate.store.notebook import keep_reviews, reviews_due

    month = arguments.month
    if month:
        try:
            month = Month.read(month).key
        except ValueError:
            raise WrongUsage(f"“{month}” is no month; write it as 2026-02.") from None
    if arguments.note is not None and not month:
        raise WrongUsage("Name the month that the note stands beside, as in `recalibrate review 2026-02 --note TEXT`.")
    journal = call.journal_to_read() if arguments.note is None else call.journal_to_write()
    if not call.has_no_journal and not journal.read_only:
        keep_reviews(journal, reviews_due(journal, call.now))
    reviews = sorted(journal.all(Review), key=lambda each: each.month)
    reviews = [each for each in reviews if each.statements and (not month or each.month == month)]
    if month and not reviews:
        raise CouldNot(f"{month} has not been closed; the look-back closes a month once it is over.")
    if arguments.note is not None:
        return _note(arguments.note, reviews[0], journal, call)
    if arguments.json:
        call.say_json([to_document(each) for each in reviews])
        return 0
    for each in reviews:
        call.say(each.month)
        for text in said_together(statement.text for statement in each.statements):
            call.say_wrapped(text, indent="  ")
        if each.note:
            call.say_wrapped(f"note: {each.note}", indent="  ")
        call.say()
    if not reviews:
        call.hint("No month is closed yet.")
    return 0


def _note(note: str, review: Review, journal: Journal, call: Call) -> int:
    from dataclasses import replace

    from recalibrate.domain.text import clean_text

    journal.put(replace(review, note=clean_text(note).strip()))
    call.say(f"Noted beside {review.month}." if note.strip() else f"The note beside {review.month} is gone.")
    return 0
