"""`decide`: what waits, decided on its screen or line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recalibrate.commands.failures import CouldNot

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.store.errors import NotFound
    from recalibrate.store.journal import Journal
    from recalibrate.ui.session import Session

EXAMPLES = """
recalibrate due                        shows the ids
recalibrate decide 3f2a91c0            the screen
recalibrate decide 3f2a91c0 --plain    line by line
recalibrate decide 3f2a91c0 --undo     takes a decision back, within a day
"""


def arguments(parser: ArgumentParser) -> None:
    """Which, and how."""
    parser.add_argument("id", metavar="ID", help="of an experiment or overhaul; its first four characters will do")
    parser.add_argument("--plain", action="store_true", help="ask line by line, without moving the cursor")
    parser.add_argument("--undo", action="store_true", help="take the decision back, within 24 hours")


def run(arguments: Namespace, call: Call) -> int:
    """Open the screen, ask line by line, or take a decision back."""
    from recalibrate.commands.finding.whole_story import find_any
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.rules import Refused
    from recalibrate.store.errors import NotFound

    journal = call.journal_to_write() if arguments.plain or arguments.undo else call.journal_to_read()
    try:
        found = find_any(journal, arguments.id, Experiment, Overhaul)
    except NotFound as error:
        raise _rather(error, journal, arguments.id) from None
    assert isinstance(found, (Experiment, Overhaul)), "only these two kinds were looked for"
    if not (arguments.plain or arguments.undo):
        return _on_screen(found, call)
    from recalibrate.commands.plain.decide import decide_plainly, undo

    try:
        return undo(found, journal, call) if arguments.undo else decide_plainly(found, journal, call)
    except Refused as refused:
        raise CouldNot(str(refused)) from None


def _rather(error: NotFound, journal: Journal, id: str) -> Exception:
    """What to say instead where the id is an entry's, as `list` shows them: what of it can be decided."""
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.records.experiment import Experiment
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.store.errors import NotFound

    try:
        entry = journal.find(Entry, id)
    except NotFound:
        return error
    of_it = [each.id for each in journal.all(Experiment) if each.entry_id == entry.id]
    of_it += [each.id for each in journal.all(Overhaul) if each.entry_id == entry.id]
    if not of_it:
        return CouldNot(f"{id} is an entry without an experiment; `recalibrate reframe {id}` goes on with it.")
    named = " or ".join(f"`recalibrate decide {each[:8]}`" for each in of_it)
    return CouldNot(f"{id} is an entry; what came of it is decided with {named}.")


def _on_screen(found: Experiment | Overhaul, call: Call) -> int:
    from recalibrate.commands.app import open_app
    from recalibrate.domain.records.experiment import Status
    from recalibrate.domain.records.overhaul import Overhaul
    from recalibrate.domain.rules import may_look_again

    def opening(session: Session) -> object:
        if isinstance(found, Overhaul):
            from recalibrate.ui.screens.experimenting.overhaul import OverhaulScreen

            return OverhaulScreen(session, found.id)
        if may_look_again(found, call.today):
            from recalibrate.ui.screens.experimenting.check_back import CheckBackScreen

            return CheckBackScreen(session, found.id)
        status = found.status(call.today)
        if status is Status.DRAFT:
            from recalibrate.ui.screens.reframing.plan import PlanScreen

            return PlanScreen(session, found.id)
        if status in (Status.DECIDED, Status.WITHDRAWN):
            from recalibrate.ui.screens.experimenting.experiment import ExperimentScreen

            return ExperimentScreen(session, found.id)
        from recalibrate.ui.screens.experimenting.decide import DecideScreen

        return DecideScreen(session, found.id)

    return open_app(call, opening, plain=f"decide {found.id[:8]} --plain")
