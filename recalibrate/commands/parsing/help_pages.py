"""The examples at the end of a page of help: each command with what it does beside it, then a few words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import fill

_COMMENTED = re.compile(r"(?P<typed>\S.*?\S) {2,}(?P<comment>\S.*)")
_WORD = re.compile(r"""(?:--?\w[\w-]* (?!-))?(?:"[^"]*"|'[^']*'|\S)+""")
"""A word of a command; an option goes with what follows it."""
_LEAST, _MOST_BESIDE = 24, 2
"""The columns that what a command does needs beside it to be broken there, and its most lines; else it stands below."""


def examples(text: str, width: int) -> Iterator[str]:
    """The lines of the examples, fit for `width` columns.

    The first part is commands, one a line, and an indented line goes on with what the one above does; in the parts
    below, only what is indented is a command.
    """
    first, *others = text.strip().split("\n\n")
    for line in _one_a_command(first):
        yield from _command(line, width)
    for part in others:
        yield ""
        words: list[str] = []
        for line in part.split("\n"):
            if not line.startswith(" "):
                words.append(line)
                continue
            yield from _prose(words, width)
            words.clear()
            yield from _command(line.strip(), width, indent=4)
        yield from _prose(words, width)


def commands_in(text: str) -> tuple[str, ...]:
    """What is typed in each example of the first part, without what it does."""
    lines = _one_a_command(text.strip().split("\n\n")[0])
    return tuple((found["typed"] if (found := _COMMENTED.fullmatch(line)) else line) for line in lines if line)


def _one_a_command(part: str) -> list[str]:
    """The lines of a part, each with those that go on below it."""
    return re.sub(r"\n +", " ", part).split("\n")


def _command(line: str, width: int, indent: int = 2) -> Iterator[str]:
    found = _COMMENTED.fullmatch(line)
    if found is None:
        yield from _typed(line, width, indent)
        return
    beside = indent + found.start("comment")
    lines = _filled(found["comment"], max(width - beside, 1), 0, 0)
    if indent + len(line) <= width or (beside <= width - _LEAST and len(lines) <= _MOST_BESIDE):
        yield f"{' ' * indent}{line[: found.start('comment')]}{lines[0]}"
        yield from (f"{' ' * beside}{each}" for each in lines[1:])
        return
    yield from _typed(found["typed"], width, indent)
    yield from _filled(found["comment"], width, indent + 4, indent + 4)


def _typed(command: str, width: int, indent: int) -> Iterator[str]:
    """A command as it can be copied: broken between its words, with a backslash before each break."""
    line, room = " " * indent, width - indent - len("     \\")
    words = [part for word in _WORD.findall(command) for part in (word.split(" ", 1) if len(word) > room else [word])]
    for word in words:
        if line.strip() and len(line) + len(word) + 2 > width and len(line) + len(command) > width:
            yield f"{line}\\"
            line = " " * (indent + 4)
        line += f"{word} "
        command = command.removeprefix(word).lstrip()
    yield line.rstrip()


def _prose(lines: list[str], width: int) -> Iterator[str]:
    if lines:
        yield from _filled(" ".join(lines), width, 2, 2)


def _filled(text: str, width: int, first: int, others: int) -> list[str]:
    found = fill(
        text,
        max(width, _LEAST),
        initial_indent=" " * first,
        subsequent_indent=" " * others,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return found.split("\n")
