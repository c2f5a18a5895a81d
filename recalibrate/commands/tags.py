"""`tags`: all tags and how often each is used; added, renamed, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot
from recalibrate.commands.parsing.actions import Action, act, add_actions

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.entry import Entry
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate tags
recalibrate tags add work 3f2a91c0 88c1d2e0
recalibrate tags rename work job            everywhere
recalibrate tags remove job                 everywhere; with ids from these entries alone
recalibrate list tag:work
"""


def add(words: Sequence[str], call: Call) -> int:
    """Tag the entries with these ids."""
    from recalibrate.domain.journaling.bulk import with_tag
    from recalibrate.domain.records.entry import Entry

    journal = call.journal_to_write()
    try:
        changed = with_tag([journal.find(Entry, id) for id in words[1:]], words[0])
    except ValueError as refused:
        raise CouldNot(str(refused)) from None
    return _keep(changed, journal, call)


def rename(words: Sequence[str], call: Call) -> int:
    """Another name for a tag, everywhere."""
    from recalibrate.domain.journaling.bulk import with_tag, without_tag

    journal = call.journal_to_write()
    bare = {each.id: each for each in without_tag(_carrying(words[0], journal), words[0])}
    try:
        changed = bare | {each.id: each for each in with_tag(bare.values(), words[1])}
    except ValueError as refused:
        raise CouldNot(str(refused)) from None
    return _keep(changed.values(), journal, call)


def remove(words: Sequence[str], call: Call) -> int:
    """Take a tag away, everywhere or from the entries with these ids."""
    from recalibrate.domain.journaling.bulk import without_tag
    from recalibrate.domain.records.entry import Entry

    journal = call.journal_to_write()
    carrying = _carrying(words[0], journal)
    ids = {journal.find(Entry, id).id for id in words[1:]}
    return _keep(without_tag([each for each in carrying if not ids or each.id in ids], words[0]), journal, call)


ACTIONS = {
    "add": Action("TAG ID…", "tag the entries with these ids", add),
    "rename": Action("TAG NEW", "everywhere", rename),
    "remove": Action("TAG [ID…]", "take it away from these entries, or everywhere", remove),
}

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the format."""
    add_actions(parser, "all are listed, the most used first")
    parser.add_argument("--json", action="store_true", help="print the tags and their counts as a JSON array")


def run(arguments: Namespace, call: Call) -> int:
    """List the tags, or change one."""
    from recalibrate.domain.journaling.tags import tag_counts

    if arguments.words:
        return act("tags", ACTIONS, arguments.words, call)
    counts = tag_counts(_tagged(call.journal_to_read()))
    if arguments.json:
        call.say_json([{"tag": each.tag, "entries": each.count} for each in counts])
        return 0
    for each in counts:
        call.say_hanging(f"{each.count:>5}  ", each.tag)
    if not counts:
        call.hint("No tags yet; `recalibrate tags add TAG ID` tags an entry.")
    return 0


def _tagged(journal: Journal) -> Sequence[Entry]:
    """At least all entries with a tag; those whose line shows that they have none are left alone."""
    from recalibrate.domain.records.entry import Entry

    return journal.some(Entry, lambda line: b'"tags":[]' not in line)


def _carrying(tag: str, journal: Journal) -> list[Entry]:
    """The entries with that tag. Raises CouldNot, with a tag that is near."""
    from recalibrate.domain.journaling.tags import clean_tag, tag_counts

    entries = _tagged(journal)
    found = [each for each in entries if {tag, clean_tag(tag)}.intersection(each.tags)]
    if not found:
        from recalibrate.commands.parsing.global_options import did_you_mean

        hint = did_you_mean(clean_tag(tag), [each.tag for each in tag_counts(entries)], "nothing changed.")
        raise CouldNot(f"No entry has the tag “{tag}”; {hint}")
    return found


def _keep(entries: Iterable[Entry], journal: Journal, call: Call) -> int:
    from recalibrate.domain.wording import counted

    changed = tuple(entries)
    if changed:
        journal.put(*changed)
    call.say(f"{counted(len(changed), 'entry', 'entries')} changed.")
    return 0
