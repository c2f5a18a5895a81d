"""`safety`: the safety page, also while the journal cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = ""

HOW_TO_ADD = 'None yet; `recalibrate settings set safety_contacts "Anna 555 0100"` adds people you trust.'


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(arguments: Namespace, call: Call) -> int:
    """Print the page with the user's own contacts."""
    from recalibrate.domain.safety import NO_CONTACTS, safety_paragraphs

    for number, paragraph in enumerate(safety_paragraphs(call.settings.safety_contacts)):
        if number:
            call.say()
        call.say_wrapped(HOW_TO_ADD if paragraph == NO_CONTACTS else paragraph.removeprefix("# "))
    return 0
