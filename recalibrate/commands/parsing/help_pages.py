"""The examples at the end of a page of help: each command with what it does beside it, then a few words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import fill

_COMMENTED = re.compile(r"(?P<typed>\S.*?\S) {2,}(?P<comment>\S.*)")
_WORD = re.compile(r"""(?:"[^"]*"|'[^']*'|\S)+""")
_LEAST = 24
"""The fewest columns that what a command does is broken into beside it; where there are fewer it stands below."""


def examples(text: str, width: int) -> Iterator[str]:
    """The lines of the examples, fit for `width` columns.

    The first part is commands, one a line; in the parts below, only what is indented is.
    """
    first, *others = text.strip().split("\n\n")
    for line in first.split("\n"):
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
    lines = text.strip().split("\n\n")[0].split("\n")
    return tuple((found["typed"] if (found := _COMMENTED.fullmatch(line)) else line) for line in lines if line)


def _command(line: str, width: int, indent: int = 2) -> Iterator[str]:
    found = _COMMENTED.fullmatch(line)
    if found is None:
        yield from _typed(line, width, indent)
        return
    beside = indent + found.start("comment")
    if beside <= width - _LEAST or indent + len(line) <= width:
        typed = f"{' ' * indent}{line[: found.start('comment')]}"
        first, *rest = _filled(found["comment"], width - beside, 0, 0)
        yield typed + first
        yield from (f"{' ' * beside}{each}" for each in rest)
        return
    yield from _typed(found["typed"], width, indent)
    yield from _filled(found["comment"], width, indent + 4, indent + 4)


def _typed(command: str, width: int, indent: int) -> Iterator[str]:
    """A command as it can be copied: broken between its words, with a backslash before each break."""
    line = " " * indent
    for word in _WORD.findall(command):
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
