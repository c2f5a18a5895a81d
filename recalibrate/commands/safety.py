"""`safety`: the safety page, also while the journal cannot be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = ""


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(arguments: Namespace, call: Call) -> int:
    """Print the page with the user's own contacts."""
    from recalibrate.domain.safety import safety_paragraphs

    for number, paragraph in enumerate(safety_paragraphs(call.settings.safety_contacts)):
        if number:
            call.say()
        call.say_wrapped(paragraph.removeprefix("# "))
    return 0
