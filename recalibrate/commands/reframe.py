"""`reframe`: a guided session, on its screen or line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call
    from recalibrate.domain.reframing.draft import Draft
    from recalibrate.store.journal import Journal
    from recalibrate.ui.session import Session

EXAMPLES = """
recalibrate reframe                       the screen
recalibrate reframe --plain               line by line, for a screen reader or a slow line
recalibrate reframe --plain < answers.txt
recalibrate reframe --plain 3f2a91c0      goes on with a parked slip or an unfinished draft
"""


def arguments(parser: ArgumentParser) -> None:
    """How, and with what to begin."""
    parser.add_argument("id", nargs="?", default="", metavar="ID", help="a parked slip or an unfinished draft")
    parser.add_argument("--plain", action="store_true", help="ask line by line, without moving the cursor")
    parser.add_argument("--assumption", action="store_true", help="begin with something you are fairly sure of")


def run(arguments: Namespace, call: Call) -> int:
    """Open the screen, or walk through the prompts."""
    if not arguments.plain:
        return _on_screen(arguments, call)
    from recalibrate.commands.plain.reframe import walk

    journal = call.journal_to_write()
    return walk(_begun(arguments, call, journal), journal, call)


def _on_screen(arguments: Namespace, call: Call) -> int:
    from recalibrate.commands.app import open_app

    # what the id stands for is found before the app opens, but where only the app's lock lets one look
    begun = _begun(arguments, call, call.journal_to_read()) if arguments.id and call.vault.is_open else None

    def opening(session: Session) -> object:
        from recalibrate.ui.screens.reframing.reframe import ReframeScreen

        return ReframeScreen(session, draft=begun or _begun(arguments, call, session.journal))

    return open_app(call, opening)


def _begun(arguments: Namespace, call: Call, journal: Journal) -> Draft:
    """The draft to begin with: an unfinished one, a parked slip's, or a fresh one. Raises NotFound, JournalError."""
    from recalibrate.commands.finding.known import known_of
    from recalibrate.domain.records.entry import Entry
    from recalibrate.domain.reframing.continued import continued
    from recalibrate.domain.reframing.draft import Draft
    from recalibrate.store.documents import decode
    from recalibrate.store.errors import JournalError

    if not arguments.id:
        return Draft.for_an_assumption(call.now) if arguments.assumption else Draft.for_a_slip(call.now)
    for id, document in call.drafts.all():
        if id.startswith(arguments.id) and "at" in document:
            try:
                return decode(Draft, {**document, "id": id})
            except ValueError:
                raise JournalError(f"The draft {id} cannot be read; it stays where it is.") from None
    return continued(journal.find(Entry, arguments.id), known_of(journal, call.settings), call.now)
