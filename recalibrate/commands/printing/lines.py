"""Text in cells: as wide as a terminal shows it, cut or broken to fit."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

NARROW = 16
"""The fewest columns beside a head that are worth breaking a text in."""


def cells(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def cut(text: str, width: int | None) -> str:
    """The text on one line, at most `width` columns (None = all), with … where something is left out."""
    line = " ".join(text.split())
    if width is None or cells(line) <= width:
        return line
    kept, taken = [], 1
    for character in line:
        taken += _cells_of(character)
        if taken > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def padded(text: str, width: int) -> str:
    """The text with spaces behind it up to `width` columns."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    """The lines of the text, broken at spaces, each with the indent; a word that is too long is broken inside."""
    room = max(width - cells(indent), 10)
    for line in text.split("\n"):
        yield from (f"{indent}{piece}".rstrip() for piece in _broken(line, room))


def hanging(head: str, text: str, width: int) -> Iterator[str]:
    """The head with the text beside it, broken at spaces and under itself; under the head where that leaves no room."""
    under = cells(head) if cells(head) <= width - NARROW else min(4, width - NARROW)
    first, *others = wrapped(text, width - cells(head)) if under == cells(head) else ("", *wrapped(text, width - under))
    yield f"{head}{first}".rstrip()
    yield from (f"{' ' * under}{line}" for line in others)


def for_stderr(sentence: str) -> str:
    """A sentence with its line end, broken at the width of the terminal where a person reads it."""
    import sys

    if not sys.stderr.isatty():
        return f"{sentence}\n"
    from shutil import get_terminal_size

    return "".join(f"{line}\n" for line in wrapped(sentence, max(get_terminal_size().columns, NARROW)))


def _broken(line: str, room: int) -> Iterator[str]:
    if cells(line) <= room:
        yield line
        return
    current = ""
    for word in line.split():
        candidate = f"{current} {word}" if current else word
        if cells(candidate) <= room:
            current = candidate
            continue
        if current:
            yield current
        *whole, current = _chunks(word, room)
        yield from whole
    yield current


def _chunks(word: str, room: int) -> Iterator[str]:
    chunk, taken = "", 0
    for character in word:
        wide = _cells_of(character)
        if chunk and taken + wide > room:
            yield chunk
            chunk, taken = "", 0
        chunk += character
        taken += wide
    yield chunk


def _cells_of(character: str) -> int:
    if character.isascii():
        return 1
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
