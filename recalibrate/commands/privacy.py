"""`privacy`: what is protected, from whom, and as plainly what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from recalibrate.commands.call import Call

EXAMPLES = ""


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(arguments: Namespace, call: Call) -> int:
    """Print the page."""
    from recalibrate.domain.privacy import privacy_paragraphs

    for number, paragraph in enumerate(privacy_paragraphs(call.file)):
        if number:
            call.say()
        call.say_wrapped(paragraph.removeprefix("# "))
    return 0
