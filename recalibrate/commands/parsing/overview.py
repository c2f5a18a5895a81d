"""The page of `recalibrate --help`: every command in one line, and what goes before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import fill

_SECOND_COLUMN = re.compile(r"  \S+(?: [A-Z]+)?  +(?=\S)")
"""A line of the lists, up to what it says of a command or an option."""

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


def overview(commands: Mapping[str, str], width: int = 80) -> str:
    """The whole page, broken to fit `width` columns."""
    widest = max(map(len, commands)) + 4
    rows = "".join(f"  {name:<{widest - 2}}{about}\n" for name, about in commands.items())
    return "".join(_broken(line, width) for line in (_HEAD + rows + _TAIL).splitlines())


def _broken(line: str, width: int) -> str:
    """One line as several where it is too long, the later ones under its second column."""
    column = _SECOND_COLUMN.match(line)
    under = column.end() if column else 0
    under = under if under < width - 20 else 4
    return f"{fill(line, width, subsequent_indent=' ' * under, break_on_hyphens=False)}\n"
