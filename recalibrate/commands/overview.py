"""The page of `recalibrate --help`: every command in one line, and what goes before them."""

from __future__ import annotations

from collections.abc import Mapping

_HEAD = """\
usage: recalibrate [--journal FILE] [COMMAND …]

A private notebook for small failures: from a verdict on yourself to one thing you will try.
Without a command the app opens. Nothing leaves this machine.

commands:
"""

_TAIL = """
options, before or after the command:
  --journal FILE      use this journal instead of your own
  --passphrase-stdin  read the passphrase of an encrypted journal from the first line of stdin
  --version           print the version
  --help              this page, or that of a command

environment:
  RECALIBRATE_HOME  the folder that holds everything
  RECALIBRATE_NOW   the time to go by, as 2026-03-14T09:30+01:00

Exit codes: 0 fine, 1 could not, 2 wrong usage. `recalibrate COMMAND --help` shows examples.
"""


def overview(commands: Mapping[str, str]) -> str:
    """The whole page."""
    widest = max(map(len, commands))
    return _HEAD + "".join(f"  {name:<{widest}}  {about}\n" for name, about in commands.items()) + _TAIL
