"""`experiments`: all experiments and overhauls with where each stands, and what can be written to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.parsing.actions import Action, act, add_actions
from recalibrate.commands.tending.experiments import correct, extend, next_one, note, withdraw

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

ACTIONS = {
    "note": Action("ID TEXT", "write a note to it, at any time", note),
    "correct": Action("ID FIELD TEXT", "mend a typo in its words, within ten minutes of the start", correct),
    "extend": Action("ID DATE REASON", "more time, once, when its date is here; an overhaul as well", extend),
    "withdraw": Action("ID REASON", "withdraw it before its date", withdraw),
    "next": Action("ID", "plan the next round of what was decided or withdrawn, line by line", next_one),
}

EXAMPLES = """
recalibrate experiments
recalibrate experiments note 3f2a91c0 "She waited again."
recalibrate experiments extend 3f2a91c0 "in 1 week" "No meeting until then."
recalibrate experiments correct 3f2a91c0 action "say: let me check"
recalibrate decide 3f2a91c0 --plain         decide it, line by line
"""

DASHED_WORDS = "-"
"""Words of the user's own may begin with a dash."""


def arguments(parser: ArgumentParser) -> None:
    """What to do, and the format."""
    add_actions(parser, "all are listed, in the order in which they ask for something")
    parser.add_argument("--json", action="store_true", help="print experiments and overhauls as one JSON document")


def run(arguments: Namespace, call: Call) -> int:
    """List them, or do something about one."""
    from recalibrate.commands.tending.experiments import in_order
    from recalibrate.domain.records.assumption import Assumption
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.store.documents import to_document

    if arguments.words:
        return act("experiments", ACTIONS, arguments.words, call)
    journal = call.journal_to_read()
    experiments, overhauls = journal.all(Experiment), journal.all(Overhaul)
    if arguments.json:
        documents = {"experiments": experiments, "overhauls": overhauls}
        call.say_json({name: [to_document(each) for each in records] for name, records in documents.items()})
        return 0
    tested = {each.id: each.text for each in journal.all(Assumption)}
    for title, rows in in_order(experiments, overhauls, tested, call.today, call.settings):
        call.say(title)
        for id, words in rows:
            call.say_hanging(f"  {id[:8]}  ", words)
    if not (experiments or overhauls):
        call.hint("No experiments yet. One begins with a slip: `recalibrate reframe --plain`.")
    return 0
