"""`bin`: what was deleted; brought back, or taken out for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.parsing.actions import Action, act, add_actions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.record import Record
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate bin
recalibrate bin restore 3f2a91c0
echo y | recalibrate bin empty      asks before anything is gone for good; backups may still hold it
"""

KEPT = "Nothing was taken out."


def restore(words: Sequence[str], call: Call) -> int:
    """Bring it back, with what was deleted with it."""
    journal = call.journal_to_write()
    records = _with_its_own(_found(words[0], journal), journal)
    journal.restore(*records)
    more = f" with {len(records) - 1} more that went with it" if len(records) > 1 else ""
    call.say(f"Brought back{more}.")
    return 0


def purge(words: Sequence[str], call: Call) -> int:
    """Take one out for good, after asking."""
    journal = call.journal_to_write()
    record = _found(words[0], journal)
    return _purge([record], f"Take “{_words(record)}” out for good? Backups may still hold it.", journal, call)


def empty(words: Sequence[str], call: Call) -> int:
    """Take everything out for good, after asking."""
    from recalibrate.domain.wording import counted

    journal = call.journal_to_write()
    records = _binned(journal)
    if not records:
        call.say("The bin is empty.")
        return 0
    them = "it" if len(records) == 1 else "them"
    question = f"Take {counted(len(records), 'record')} out for good? Backups may still hold {them}."
    return _purge(records, question, journal, call)


ACTIONS = {
    "restore": Action("ID", "bring it back, with what was deleted with it", restore),
    "purge": Action("ID", "take one out for good, after asking", purge),
    "empty": Action("", "take everything out for good, after asking", empty),
}


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the format."""
    add_actions(parser, "what was deleted is listed, the last first")
    parser.add_argument("--json", action="store_true", help="print what is in the bin as a JSON array")


def run(arguments: Namespace, call: Call) -> int:
    """List what was deleted, or do something about it."""
    from recalibrate.domain.dates.deadlines import short_day
    from recalibrate.store.documents import TABLES, to_document

    if arguments.words:
        return act("bin", ACTIONS, arguments.words, call)
    records = _shown(call.journal_to_read())
    if arguments.json:
        call.say_json([{"table": TABLES[type(each)], **to_document(each)} for each in records])
        return 0
    for each in records:
        day = short_day(each.deleted_at.date(), call.today) if each.deleted_at else ""
        call.say_hanging(f"{each.id[:8]}  ", f"deleted {day} · {_kind(each)} · {_words(each)}")
    if not records:
        call.hint("The bin is empty.")
    return 0


def _shown(journal: Journal) -> list[Record]:
    """What was deleted, the last first, without what only went along with its entry."""
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.record import NEVER

    records = _binned(journal)
    along = {
        other.id
        for each in records
        if isinstance(each, Entry)
        for other in _with_its_own(each, journal)
        if other.id != each.id
    }
    there = [each for each in records if each.id not in along]
    return sorted(there, key=lambda each: each.deleted_at or NEVER, reverse=True)


def _binned(journal: Journal) -> list[Record]:
    from recalibrate.store.documents import TABLES

    return [each for kind in TABLES for each in journal.binned(kind)]


def _found(prefix: str, journal: Journal) -> Record:
    """The one in the bin whose id starts so. Raises CouldNot."""
    wanted = prefix.strip().lower()
    fitting = [each for each in _binned(journal) if each.id.startswith(wanted)] if len(wanted) > 3 else []
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise CouldNot(f"{len(fitting)} in the bin have ids that start with {prefix}; give more of it.")
    raise CouldNot(f"Nothing in the bin has an id that starts with {prefix}; `recalibrate bin` shows the ids.")


def _with_its_own(record: Record, journal: Journal) -> tuple[Record, ...]:
    """The record with what went into the bin with it."""
    from recalibrate.domain.journaling.bin import came_with
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.rating import Rating
    from recalibrate.domain.records.task import Attempt
    from recalibrate.domain.tasks.tries import all_of_try

    if isinstance(record, Entry):
        return came_with(record, _binned(journal))
    if isinstance(record, Attempt):
        return all_of_try(record, journal.binned(Rating))
    return (record,)


def _purge(records: Sequence[Record], question: str, journal: Journal, call: Call) -> int:
    from recalibrate.commands.plain.asking import Asking, Back, Park

    try:
        if not Asking(call).yes(question):
            raise CouldNot(KEPT)
    except (Park, Back):
        raise CouldNot(KEPT) from None
    gone = {each.id: each for record in records for each in _with_its_own(record, journal)}
    journal.purge(*gone.values())
    call.say("Taken out for good.")
    return 0


def _kind(record: Record) -> str:
    from recalibrate.store.documents import TABLES

    table = TABLES[type(record)].replace("_", " ")
    return {"entries": "entry", "people": "person"}.get(table, table.removesuffix("s"))


def _words(record: Record) -> str:
    """What it is about, in a line."""
    from recalibrate.domain.wording import one_line

    for name in ("what_happened", "action", "what_must_change", "name", "alias", "text", "note", "cue"):
        if said := one_line(str(getattr(record, name, ""))):
            return said if len(said) <= 200 else f"{said[:199]}…"
    return record.id[:8]
