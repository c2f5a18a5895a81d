"""Reading the rest of a command line with argparse: one parser for the one command that is called."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from recalibrate.commands.failures import WrongUsage
from recalibrate.commands.parsing.global_options import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn, Protocol

    from recalibrate.commands.call import Call

    class Command(Protocol):
        """A command's module: what it takes, and how it runs. `EXAMPLES` end its help, one a line.

        It may have `DASHED_WORDS`, "-" or "--", where words of the user's own may begin with one dash or two,
        and `ACTIONS`, what its first word may be.
        """

        EXAMPLES: str

        def arguments(self, parser: argparse.ArgumentParser) -> None:
            """Add what the command takes."""

        def run(self, arguments: argparse.Namespace, call: Call) -> int:
            """Do it; answers the exit code."""


def parsed(name: str, about: str, command: Command, rest: Sequence[str]) -> argparse.Namespace:
    """What the rest of the line says to the command. Raises WrongUsage; SystemExit after printing help."""
    helps = not {"-h", "--help"}.isdisjoint(rest)
    parser = Parser(
        prog=f"recalibrate {name}",
        description=_filled(f"{about[0].upper()}{about[1:]}.") if helps else None,
        epilog=_end_of_help(command) if helps else None,
        allow_abbrev=False,
    )
    command.arguments(parser)
    found, unknown = parser.parse_known_args(_options_first(rest, parser, getattr(command, "DASHED_WORDS", "")))
    if unknown:
        raise WrongUsage(parser.unknown(unknown[1] if unknown[0] == "--" and unknown[1:] else unknown[0]))
    return found


ROOM_FOR_USAGE = 60
"""Columns from which the usage has room beside the name of the command."""

WIDEST_ACTION = 30
"""The column in which, at the latest, begins what an action does."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose complaints are sentences."""

    def unknown(self, word: str) -> str:
        """What to say about a word that has no place."""
        if not word.startswith("-"):
            return f"There is no place for “{word}”; see `{self.prog} --help`."
        known = [option for action in self._actions for option in action.option_strings]
        hint = did_you_mean(word.partition("=")[0], known, f"see `{self.prog} --help`.")
        return f"There is no option {word}; {hint}"

    def _get_formatter(self) -> argparse.HelpFormatter:
        # the width is asked for here since argparse would import half of the archive formats to find it out
        return argparse.RawDescriptionHelpFormatter(self.prog, width=width_of_help())

    def format_help(self) -> str:
        """The help; in a narrow terminal its usage goes on near the left edge, where there is room for it."""
        usage, gap, rest = super().format_help().partition("\n\n")
        return (usage if width_of_help() >= ROOM_FOR_USAGE else _narrow_usage(usage, width_of_help())) + gap + rest

    def print_help(self, file: object = None) -> None:
        """Print the help as all else is printed: argparse would say nothing of what stdout did not take."""
        from recalibrate.commands.printing.streams import put

        put(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Complain in a sentence instead of printing the usage."""
        words = message.removeprefix("argument ")
        if words.startswith("the following arguments are required: "):
            words = _left_out(words.partition(": ")[2])
        elif ": invalid choice: " in words:
            words = _no_choice(words)
        elif words.endswith(": expected one argument"):
            words = f"{words.partition(':')[0]} needs a value after it"
        if words[-1] not in ".?":
            words = f"{words}; see `{self.prog} --help`."
        raise WrongUsage(words[0].upper() + words[1:])


def _left_out(names: str) -> str:
    """What to give where words were left out: "ID" or "ID, TEXT", or one of a few: "bash|zsh|fish"."""
    from recalibrate.domain.wording import listed

    return f"give {listed([listed(name.split('|'), 'or') for name in names.split(', ')])}"


def _no_choice(words: str) -> str:
    """argparse's complaint about a word that is none of a few, as a sentence with the one that was meant."""
    found = words.partition(": invalid choice: ")[2]
    word, _, choices = found.removesuffix(")").partition(" (choose from ")
    known = [each.strip("' ") for each in choices.split(",")]
    plain = word.strip("'")
    hint = did_you_mean(plain, known, f"choose from {', '.join(known)}.")
    return f"There is no “{plain}” here; {hint}"


def _options_first(words: Sequence[str], parser: argparse.ArgumentParser, dashed: str) -> list[str]:
    """The options in front, then `--` and all else as it came, so that options may stand anywhere.

    `dashed` says which words may begin with a dash although they are no options: "-" those with one, "--" all.
    """
    takes = {option: action.nargs != 0 for action in parser._actions for option in action.option_strings}
    options: list[str] = []
    others: list[str] = []
    queue = list(words)
    while queue:
        word = queue.pop(0)
        if word == "--":
            others += queue
            break
        if word in takes:
            options += [word, *queue[:1]] if takes[word] else [word]
            queue = queue[1:] if takes[word] else queue
        elif not _is_word(word, dashed):
            options.append(word)
        else:
            others.append(word)
    return [*options, "--", *others] if others else options


def _narrow_usage(usage: str, width: int) -> str:
    """The usage broken between its options, and inside one only where it is wider than the terminal."""
    import re
    from textwrap import fill

    whole = re.sub(r"\[[^]]*\]", lambda option: option[0].replace(" ", "\xa0"), " ".join(usage.split()))
    return fill(whole, width, subsequent_indent="  ", break_on_hyphens=False).replace("\xa0", " ")


def width_of_help() -> int:
    """The columns for help: those of the terminal, at most a readable line."""
    try:
        return min(os.get_terminal_size().columns, 100) - 2
    except OSError:
        return 78


def _is_word(word: str, dashed: str) -> bool:
    """Whether this is a word of the user's own rather than an option with a typo in it."""
    if word.startswith("--"):
        return dashed == "--"
    return not word.startswith("-") or word == "-" or bool(dashed)


def _end_of_help(command: Command) -> str | None:
    """What follows the options on a page of help: the actions, then the examples."""
    parts = []
    if actions := getattr(command, "ACTIONS", None):
        from recalibrate.commands.parsing.actions import table

        rows = table(actions)
        room = min(max(len(typed) for typed, _ in rows) + 4, WIDEST_ACTION)
        lines = [line for typed, about in rows for line in _action(typed, about, room)]
        parts.append("\n".join(("actions:", *lines)))
    if command.EXAMPLES:
        from recalibrate.commands.parsing.help_pages import examples

        parts.append("\n".join(("examples:", *examples(command.EXAMPLES, width_of_help()))))
    return "\n\n".join(parts) + "\n" if parts else None


def _action(typed: str, about: str, room: int) -> list[str]:
    """What is typed, and from the column `room` on what that does; below it where it takes more room itself."""
    beside = len(typed) <= room - 4
    first = f"  {typed:<{room - 2}}" if beside else " " * room
    return [*([] if beside else [f"  {typed}"]), _filled(about, first, " " * room)]


def _filled(line: str, first: str = "", others: str = "") -> str:
    """A line of help, broken to fit the terminal."""
    from textwrap import fill

    return fill(line, width_of_help(), initial_indent=first, subsequent_indent=others, break_on_hyphens=False)


def words_of(name: str, file: str) -> tuple[str, ...]:
    """The options and fixed words that a command takes, for completion."""
    from importlib import import_module

    parser = Parser(prog=name, add_help=False)
    command = import_module(f"recalibrate.commands.{file}")
    command.arguments(parser)
    words = [option for action in parser._actions for option in action.option_strings if option.startswith("--")]
    words += [str(choice) for action in parser._actions for choice in action.choices or ()]
    words += getattr(command, "ACTIONS", ())
    return tuple(dict.fromkeys(words))
