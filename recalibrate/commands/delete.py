"""`delete`: puts into the bin what the screens can delete; `bin restore` brings it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.record import Record
    from recalibrate.store.journal import Journal

EXAMPLES = """
recalibrate delete 3f2a91c0                 an entry, with the experiments and ratings that hang on it
recalibrate delete 3f2a91c0 88c1d2e0        several in one go
recalibrate bin                             what was deleted; `recalibrate bin restore ID` brings it back

Also a plan that has not started, a resting task, a try, a line worth repeating, a person, a moment.
"""


def arguments(parser: ArgumentParser) -> None:
    """Which ones."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="of what is to go; four characters will do")


def run(arguments: Namespace, call: Call) -> int:
    """Put all of them into the bin in one commit."""
    from recalibrate.commands.failures import WrongUsage
    from recalibrate.domain.wording import counted

    if not arguments.ids:
        raise WrongUsage("Give the id of what is to go; `recalibrate list` shows the ids.")
    journal = call.journal_to_write()
    gone: dict[str, Record] = {}
    for id in arguments.ids:
        gone |= {each.id: each for each in _with_its_own(id, journal, call)}
    journal.delete(*gone.values())
    more = len(gone) - len(set(arguments.ids))
    also = f", with {counted(more, 'record')} that hung on it" if more > 0 else ""
    call.say_wrapped(f"In the bin{also}; `recalibrate bin restore ID` brings it back.")
    return 0


def _with_its_own(id: str, journal: Journal, call: Call) -> tuple[Record, ...]:
    """The record of that id and what goes with it. Raises NotFound, and CouldNot for what is not deleted."""
    from recalibrate.commands.finding.whole_story import find_any, story_behind
    from recalibrate.domain.journaling.bin import goes_with
    from recalibrate.domain.records.company import Moment, Person
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.experiment import Experiment, Status
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.records.rating import Rating
    from recalibrate.domain.records.task import Attempt, Improvement, Task
    from recalibrate.domain.tasks.tries import all_of_try

    kinds = (Entry, Experiment, Overhaul, Attempt, Improvement, Task, Person, Moment)
    record = find_any(journal, id, *kinds)
    if isinstance(record, Entry):
        story, _ = story_behind(journal, record.id)
        return goes_with(story)
    if isinstance(record, Experiment) and record.status(call.today) is not Status.DRAFT:
        raise CouldNot("It has started, so it is decided or withdrawn, not deleted; its entry can be deleted.")
    if isinstance(record, Overhaul):
        raise CouldNot("An overhaul is closed, not deleted; `recalibrate decide ID --plain` closes it.")
    if isinstance(record, Task) and record.in_focus:
        raise CouldNot("The task in focus is not deleted; `recalibrate task archive` puts it away.")
    if isinstance(record, Attempt):
        return all_of_try(record, journal.all(Rating))
    return (record,)
