from __future__ import annotations

import pytest

from recalibrate.cli import _command
from recalibrate.commands import COMMANDS
from recalibrate.commands.failures import WrongUsage
from recalibrate.commands.parsing.parser import parsed
from recalibrate.commands.parsing.quick_parser import quickly_parsed

LINES = (
    "slip", "slip lost my place", "slip --sting 40 lost it --when yesterday", "slip --sting 41 x", "slip --lines",
    "due", "due --short --exit-code", "due --json --short", "list", "list --limit 10 a b", "list --limit no",
    "list -tag:work", "when next fri", "when --json -- -3", "show abcd --json", "show", "show a b", "backup",
    "backup verify", "backup later", "settings set name value", "completion zsh", "look-back --json --html",
    "slip --hepl", "slip --when", "slip --sting=40 x", "export --format csv -o file", "paths --json",
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_means_what_argparse_says_or_is_left_to_it(line: str) -> None:
    name, *rest = line.split()
    file, about = COMMANDS[name]
    quick = quickly_parsed(_command(file), rest)
    if quick is None:
        return
    assert vars(quick) == vars(parsed(name, about, _command(file), rest))


def test_usual_lines_are_not_left_to_it() -> None:
    for line in ("slip lost my place", "when next fri", "due --short", "list --limit 10 tea"):
        name, *rest = line.split()
        assert quickly_parsed(_command(COMMANDS[name][0]), rest) is not None


def test_what_is_wrong_is_left_to_argparse_and_its_sentence() -> None:
    command = _command("slip")
    assert quickly_parsed(command, ["--sting", "41", "x"]) is None
    with pytest.raises(WrongUsage):
        parsed("slip", "park a slip", command, ["--sting", "41", "x"])
